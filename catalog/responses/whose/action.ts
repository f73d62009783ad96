import { type ActionKey, actionKeysNamed, codesOfEveryAction, codeUsesOf } from "../../model/actions.ts";
import type { Catalog } from "../../model/catalog.ts";
import type { ErrorRecord } from "../records.ts";

/** An action that a text says was called, in each service that has one of the name. */
export interface CalledAction {
  keys: readonly ActionKey[];
  /** The services of {@link keys} for which the code is documented. */
  documented: readonly ActionKey[];
}

/** What a text says of the call that failed. */
export interface ReportedAction {
  /** The name as its API writes it. */
  action: string;
  /** The services of the provider that have it; several if nothing shows which. */
  services: string[];
  /** Whether the code is documented for it, or every action can answer with it. */
  answers: "documented" | "every" | "undocumented";
}

/** How requests, traces of them and SDKs name the action: `Action=RunInstances`, `X-TC-Action: RunInstances`. */
const naming =
  /(?:(?<![A-Za-z])(?:X-TC-|x-acs-)?Action|(?<![A-Za-z])eventName)["']?\s{0,3}[:=]\s{0,3}["']?(?<request>[A-Za-z]\w{2,99})(?![\w:.-])|when calling the (?<client>\w{1,100}) operation|operation error [\w ]{1,60}: (?<go>\w{1,100}),/g;

/** If more services have an action of the name, it is not looked up for which of them a code is documented. */
const maximumServices = 50;

/** Finds the actions that texts name, in each text once: many errors can stand in one. */
export class NamedActions {
  readonly #found = new Map<string, string | undefined>();

  /** Returns the only action that a text names; undefined if there is none, or if there are several. */
  in(text: string): string | undefined {
    if (!this.#found.has(text)) this.#found.set(text, onlyOne([...text.matchAll(naming)].map(nameOf)));
    return this.#found.get(text);
  }
}

/** Returns the action that an error is of: what its sentence names, or else the one that the text around it does. */
export function calledAction(
  { fields, entry }: ErrorRecord,
  { catalog, actions }: { catalog: Catalog; actions: NamedActions },
): CalledAction | undefined {
  const name = fields.action?.value ?? actions.in(entry);
  return name === undefined ? undefined : calledActionNamed(name, fields.code?.value, catalog);
}

/** Returns the action of a name that an error with a code, if it has one, is of; undefined if there is none. */
export function calledActionNamed(
  name: string,
  code: string | undefined,
  catalog: Catalog,
): CalledAction | undefined {
  const keys = actionKeysNamed(catalog, name);
  if (keys.length === 0) return undefined;
  const isDocumented = (key: ActionKey) => code !== undefined && codeUsesOf(catalog, key).has(code);
  return { keys, documented: keys.length > maximumServices ? [] : keys.filter(isDocumented) };
}

function nameOf({ groups: { request, client, go } = {} }: RegExpExecArray): string {
  return request ?? client ?? go ?? "";
}

/** Returns the only name; undefined if there are several, since nothing says which of them failed. */
function onlyOne(names: readonly string[]): string | undefined {
  return new Set(names).size === 1 ? names[0] : undefined;
}

/** Returns how much speaks for the service of an entry because it has the action, and the action answers with the code. */
export function actionScore(
  { provider, service }: { provider: string; service: string },
  called: CalledAction | undefined,
): number {
  const isOfService = (key: ActionKey) => key.provider === provider && key.service === service;
  if (!called?.keys.some(isOfService)) return 0;
  return called.documented.some(isOfService) ? 3 : 2;
}

/** Returns what is said of the action to a user, given whose the error is. */
export function reportedAction(
  called: CalledAction | undefined,
  code: string | undefined,
  best: { provider: string; service?: string } | undefined,
  catalog: Catalog,
): ReportedAction | undefined {
  const ofProvider = called?.keys.filter(({ provider }) => provider === best?.provider) ?? [];
  const ofService = ofProvider.filter(({ service }) => service === best?.service);
  const documented = called?.documented.filter((key) => ofProvider.includes(key)) ?? [];
  const [keys = []] = [ofService, documented, ofProvider].filter(({ length }) => length > 0);
  const [first] = keys;
  if (!first || code === undefined) return undefined;
  const isOfEvery = codesOfEveryAction(catalog, first.provider, first.service).includes(code);
  return {
    action: first.action,
    services: keys.map(({ service }) => service),
    answers: documented.some((key) => keys.includes(key))
      ? "documented"
      : isOfEvery
        ? "every"
        : "undocumented",
  };
}
