import type { Action, CodesOfEveryAction } from "./entry.ts";

/** What a list of actions states of one provider. */
export interface KnownActions {
  /** The codes that every action of the provider can answer with. */
  every: string[];
  services: ActionsOfService[];
}

interface ActionsOfService {
  service: string;
  /** The codes that every action of the service can answer with, if they are others than those of the provider. */
  every?: string[];
  lists: ActionList[];
}

/** Actions of a service that answer with the same codes. */
export interface ActionList {
  actions: string[];
  codes: string[];
  /** The document that states it, if it is not the vendor's table: `TITLE | URL`. */
  source?: string;
}

/**
 * Reads which codes the actions of a provider's APIs answer with. A line `[id]` begins a service. `RunInstances
 * CreateInstance: codes` lists the codes that are documented for both actions; a line that begins with a space goes on with
 * the one before. A code that begins with a dot has the family of the one before: `AuthFailure .TokenFailure`. A star in
 * place of the actions stands for all of the service that are listed. `every: codes` lists what any action can answer with
 * although it is not documented for it: above the first service any of the provider, below one any of the service.
 * `source: TITLE | URL` names the document of the lists below it. A wrong line is thrown.
 */
export function parseKnownActions(text: string): KnownActions {
  const known: KnownActions = { every: [], services: [] };
  let source: string | undefined;
  for (const line of text.replace(/\r?\n +/g, " ").split(/\r?\n/)) {
    if (line === "" || line.startsWith("#")) continue;
    const service = known.services.at(-1);
    const heading = /^\[([\w-]+)\]$/.exec(line)?.[1];
    const stated = /^source: (.+ \| https:\/\/\S+)$/.exec(line)?.[1];
    const [, names, codes = ""] = /^(\*|\w+(?: \w+)*):(?: (.*))?$/.exec(line) ?? [];
    if (heading !== undefined) {
      known.services.push({ service: heading, lists: [] });
      source = undefined;
    } else if (stated !== undefined) source = stated;
    else if (names === "every") (service ?? known).every = codesIn(codes);
    else if (names !== undefined && service)
      service.lists.push({
        actions: names.split(" "),
        codes: codesIn(codes),
        ...(source === undefined ? {} : { source }),
      });
    else throw new Error(`This is no list of an action's codes: ${line.slice(0, 80)}`);
  }
  return known;
}

function codesIn(text: string): string[] {
  let family = "";
  return text.split(" ").flatMap((written) => {
    if (written === "") return [];
    if (!written.startsWith(".")) family = written.split(".")[0] as string;
    return written.startsWith(".") ? family + written : written;
  });
}

/** Returns the actions of a list, each with all codes that it answers with. */
export function actionsOf(provider: string, { services }: KnownActions): Action[] {
  return services.flatMap(({ service, lists }) => {
    const codes = new Map<string, Set<string>>();
    for (const list of lists)
      for (const action of list.actions)
        if (action !== "*") codes.set(action, new Set([...(codes.get(action) ?? []), ...list.codes]));
    const every = lists.flatMap((list) => (list.actions.includes("*") ? list.codes : []));
    return [...codes].map(([action, own]) => ({
      provider,
      service,
      action,
      codes: [...new Set([...every, ...own])].sort(),
    }));
  });
}

/** Returns the codes that every action of the provider, and of its services, can answer with. */
export function codesOfEveryActionOf(
  provider: string,
  { every, services }: KnownActions,
): CodesOfEveryAction[] {
  const ofServices = services.flatMap(({ service, every }) =>
    every ? { provider, service, codes: every } : [],
  );
  return [...(every.length > 0 ? [{ provider, codes: every }] : []), ...ofServices];
}
