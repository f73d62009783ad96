import { actionKeysNamed } from "../../catalog/model/actions.ts";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { withoutSeparators, wordsOf } from "../../catalog/model/words.ts";
import type { Idiom } from "./idioms/idiom.ts";

/** Verbs with which names of actions begin: of actions that the catalog does not have, only such names count. */
const verbs: ReadonlySet<string> = new Set(
  `abort accept activate add allocate apply assign associate assume attach authorize batch bind cancel change check clear
   clone close complete configure confirm copy create deactivate delete deploy deregister describe destroy detach detect
   disable disassociate download enable execute export generate get grant head import inquire install invoke join list
   lookup modify monitor move open pause publish purchase put query reboot recognize refresh register reject release
   remove renew replace report reset resize restart restore resume retry revoke rollback run save scale search select send
   set start stop submit subscribe suspend switch sync tag terminate test transfer unassign unbind unsubscribe untag
   update upgrade upload validate verify`.split(/\s+/),
);

/** No name of an action is longer, in UTF-16 units. */
const maximumName = 120;

/** What a word of a text stands for: an action of a provider. */
export interface ActionWord {
  provider: string;
  /** The name of the action as it is written, without what the idiom adds to it. */
  name: string;
  /** The offset of the name in the word. */
  offset: number;
  /** Whether the word is a type of requests, or a function that creates one, rather than the name itself. */
  isRequest: boolean;
  /** The services that have an action of this name, as the catalog writes it; empty if the catalog has none. */
  services: readonly ServiceAction[];
}

/** An action as one service has it. */
export interface ServiceAction {
  service: string;
  action: string;
}

/** Finds out which words stand for actions of one provider. Each word is looked up once. */
export class ActionWords {
  readonly idiom: Idiom;
  readonly #catalog: Catalog;
  readonly #words = new Map<string, ActionWord | undefined>();
  readonly #services = new Map<string, readonly ServiceAction[]>();
  readonly #requestForm: RegExp;
  readonly #methodForm: RegExp;
  readonly #ownMethods: ReadonlySet<string>;
  readonly #requestMethods: ReadonlySet<string>;

  constructor(idiom: Idiom, catalog: Catalog) {
    this.idiom = idiom;
    this.#catalog = catalog;
    const { requestBeginnings, requestEndings, methodEndings, ownMethods, requestMethods } = idiom;
    this.#requestForm = new RegExp(`^(${anyOf(requestBeginnings)})?(\\w+?)(?:${anyOf(requestEndings)})$`);
    this.#methodForm = new RegExp(
      `^(\\w+?)(?:${anyOf([...methodEndings, ...methodEndings.map(snakeCase)])})$`,
    );
    this.#requestMethods = new Set(requestMethods.map(withoutSeparators));
    this.#ownMethods = new Set(ownMethods.map(withoutSeparators));
  }

  /** Returns the action that a word stands for; undefined if it is no name of one. */
  of(word: string): ActionWord | undefined {
    if (word.length > maximumName) return undefined;
    if (!this.#words.has(word)) this.#words.set(word, this.#read(word));
    return this.#words.get(word);
  }

  /** Returns the services with an action that is called so, or by a method; case and separators do not count. */
  servicesWith(name: string): readonly ServiceAction[] {
    let found = this.#services.get(name);
    if (!found) {
      const { service, methods } = this.idiom.storage;
      const method = withoutSeparators(name);
      const other = Object.hasOwn(methods, method) ? methods[method] : undefined;
      const ofStorage = other === undefined ? [] : [{ service, action: other }];
      const own = this.#actionsNamed(name).filter((one) => ofStorage.length === 0 || one.service !== service);
      found = [...own, ...ofStorage];
      this.#services.set(name, found);
    }
    return found;
  }

  #actionsNamed(name: string): ServiceAction[] {
    return actionKeysNamed(this.#catalog, name)
      .filter(({ provider }) => provider === this.idiom.provider)
      .map(({ service, action }) => ({ service, action }));
  }

  /** Whether a word has the form of a method: also that of one which returns the request of an action. */
  isMethod(word: string): boolean {
    return this.#methodForm.test(word);
  }

  /** Whether a method of this name sends the request that it is a method of. */
  sendsReceiver(name: string): boolean {
    return this.#requestMethods.has(withoutSeparators(name));
  }

  /** Whether clients have a method of this name that calls no action. */
  isOwnMethod(name: string): boolean {
    return this.#ownMethods.has(withoutSeparators(name));
  }

  #read(word: string): ActionWord | undefined {
    const [request, method] = [this.#requestForm.exec(word), this.#methodForm.exec(word)];
    const readings = [
      { name: word, offset: 0, isRequest: false },
      ...(request ? requestReadings(request) : []),
      ...(method ? [{ name: method[1] ?? "", offset: 0, isRequest: false }] : []),
    ].map((one) => ({ ...one, provider: this.idiom.provider, services: this.servicesWith(one.name) }));
    const known = readings.find(({ services }) => services.length > 0);
    return (
      known ?? readings.toReversed().find(({ name, isRequest }) => hasVerb(name) && (isRequest || !request))
    );
  }
}

type Reading = Pick<ActionWord, "name" | "offset" | "isRequest">;

/** Returns what a type of requests can be named after: `CreateVpcRequest` is one of CreateVpc, or creates one of Vpc. */
function requestReadings([, beginning = "", name = ""]: RegExpExecArray): Reading[] {
  const short = { name, offset: beginning.length, isRequest: true };
  const long = { name: beginning + name, offset: 0, isRequest: true };
  return beginning !== "" && hasVerb(long.name) && !hasVerb(name)
    ? [long]
    : beginning !== ""
      ? [long, short]
      : [short];
}

/** Whether a name has several words, of which the first is a verb of the names of actions. */
export function hasVerb(name: string): boolean {
  const words = wordsOf(name);
  return words.length > 1 && verbs.has(words[0] ?? "");
}

/** Returns an alternation, the longest alternatives first. */
function anyOf(affixes: readonly string[]): string {
  return affixes.toSorted((a, b) => b.length - a.length).join("|");
}

/** Returns an ending as Python and Ruby write it: `WithOptions` → `_with_options`. */
function snakeCase(ending: string): string {
  return wordsOf(ending)
    .map((word) => `_${word}`)
    .join("");
}
