import type { Action, Entry } from "../entry.ts";
import { ActionCodes, type CodesOfService, writeActionCodes } from "./action-codes.ts";
import { ActionFilter, writeActionFilter } from "./action-filter.ts";
import { ActionNames, writeActionNames } from "./action-names.ts";
import type { CompiledCatalog } from "./compiled-catalog.ts";

/** What an action is found by. */
export type ActionKey = Omit<Action, "codes">;

/** A service with actions, and the codes of these, by number, that it has no entry of. */
type ServiceRow = [provider: string, service: string, others?: number[]];

/** Adds the sections of the actions, and of which codes they answer with; `codes` has the number of each code. */
export function writeActions(
  { entries, actions = [] }: { entries: readonly Entry[]; actions?: readonly Action[] },
  codes: ReadonlyMap<string, number>,
  sections: Map<string, Uint8Array>,
): void {
  // Without codes, there is nothing to say of an action.
  const told = actions.filter((one) => one.codes.length > 0);
  const ofServices = [...Map.groupBy(told, keyOfService)].sort(([, a], [, b]) => b.length - a.length);
  const numbers = new Map(ofServices.map(([key], number) => [key, number]));
  const numbered = told.map((one) => ({ ...one, service: numbers.get(keyOfService(one)) ?? 0 }));
  const ordered = Map.groupBy(writeActionNames(numbered, sections), ({ service }) => service);
  const listed = Map.groupBy(entries, keyOfService);
  const rows: ServiceRow[] = [];
  const lists = ofServices.map(([key], number) => {
    const ranks = new Map<number, number[]>();
    for (const [rank, action] of (ordered.get(number) ?? []).entries())
      for (const code of new Set(action.codes)) {
        const at = codes.get(code);
        if (at === undefined) continue;
        const ofCode = ranks.get(at);
        if (ofCode) ofCode.push(rank);
        else ranks.set(at, [rank]);
      }
    const own = ascending((listed.get(key) ?? []).flatMap(({ code }) => codes.get(code) ?? []));
    const isListed = new Set(own);
    const others = ascending([...ranks.keys()].filter((code) => !isListed.has(code)));
    const service = JSON.parse(key) as [string, string];
    rows.push(others.length > 0 ? [...service, others] : service);
    return [...own, ...others].map((code) => ranks.get(code) ?? []);
  });
  writeActionCodes(lists, sections);
  writeActionFilter(told, sections);
  sections.set("actions.owner", new TextEncoder().encode(JSON.stringify(rows)));
}

function keyOfService({ provider, service }: { provider: string; service: string }): string {
  return JSON.stringify([provider, service]);
}

function ascending(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** What is decoded of a service with actions. */
interface DecodedService extends CodesOfService {
  /** Its codes, by number. */
  codes: number[];
  /** Its actions, by number, in ascending order. */
  actions: number[];
}

/** Reads the actions of a compiled catalog: of a service that nobody asks about, no codes are decoded. */
export class ActionTable {
  readonly #table: CompiledCatalog;
  readonly #decoded = new Map<number, DecodedService>();
  #filter: ActionFilter | undefined;
  #names: ActionNames | undefined;
  #codes: ActionCodes | undefined;
  #services: ServiceRow[] | undefined;

  constructor(table: CompiledCatalog) {
    this.#table = table;
  }

  /** Returns the numbers of the actions with a name, in any service; case and separators do not count. */
  named(name: string): number[] {
    this.#filter ??= new ActionFilter(this.#table.sections);
    return this.#filter.passes(name) ? this.#allNames.named(name) : [];
  }

  /** Returns the provider of an action. */
  providerOf(action: number): string {
    return this.#owners[this.#allNames.services[action] ?? -1]?.[0] ?? "";
  }

  /** Returns what actions, which are in ascending order, are found by. */
  keysOf(actions: readonly number[]): ActionKey[] {
    // Without a need, no names are read.
    if (actions.length === 0) return [];
    const names = this.#allNames.namesOf(actions);
    return actions.map((action) => {
      const [provider = "", service = ""] = this.#owners[this.#allNames.services[action] ?? -1] ?? [];
      return { provider, service, action: names.next().value ?? "" };
    });
  }

  /** Returns the names of the actions of the services that pass a test. */
  namesWhere(passes: (service: Omit<ActionKey, "action">) => boolean): string[] {
    const isMeant = this.#owners.map(([provider, service]) => passes({ provider, service }));
    const { services } = this.#allNames;
    const actions = [...services.keys()].filter((action) => isMeant[services[action] as number]);
    return [...this.#allNames.namesOf(actions)];
  }

  /** Returns the codes that an action can answer with, by number, and of each how many actions of the service do so. */
  codesOf(action: number): Map<number, number> {
    const { codes, actions, starts, ranks } = this.#decode(this.#allNames.services[action] ?? -1);
    const rank = actions.indexOf(action);
    const found = new Map<number, number>();
    for (const [index, code] of codes.entries()) {
      const ofCode = ranks.subarray(starts[index], starts[index + 1]);
      if (ofCode.includes(rank)) found.set(code, ofCode.length);
    }
    return found;
  }

  /** Returns the actions that can answer with a code, by number, in ascending order. */
  actionsWith(code: number): number[] {
    const found: number[] = [];
    for (const service of this.#servicesWith(code)) {
      const { codes, actions, starts, ranks } = this.#decode(service);
      const index = codes.indexOf(code);
      for (const rank of ranks.subarray(starts[index], starts[index + 1]))
        found.push(actions[rank] as number);
    }
    return found.sort((a, b) => a - b);
  }

  get #allNames(): ActionNames {
    this.#names ??= new ActionNames(this.#table.sections);
    return this.#names;
  }

  get #owners(): readonly ServiceRow[] {
    const bytes = this.#table.sections.get("actions.owner");
    this.#services ??= bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as ServiceRow[]) : [];
    return this.#services;
  }

  #decode(service: number): DecodedService {
    const known = this.#decoded.get(service);
    if (known) return known;
    this.#codes ??= new ActionCodes(this.#table.sections);
    const codes = this.#codesOf(service);
    const { services } = this.#allNames;
    const actions: number[] = [];
    for (let action = 0; action < services.length; action++)
      if (services[action] === service) actions.push(action);
    const decoded = { codes, actions, ...this.#codes.of(service, codes.length) };
    this.#decoded.set(service, decoded);
    return decoded;
  }

  /** Returns the codes of a service in the order in which they are stored: those of its entries, and then the others. */
  #codesOf(service: number): number[] {
    const [provider, id, others = []] = this.#owners[service] ?? [];
    const owner = this.#table.owners.findIndex((one) => one[0] === provider && one[1] === id);
    const [owners, codes] = [this.#table.column("owner"), this.#table.column("code")];
    const own: number[] = [];
    for (let index = 0; index < owners.length; index++)
      if (owners[index] === owner) own.push(codes[index] as number);
    return [...ascending(own), ...others];
  }

  /** Returns the services that have a code, whether or not one of their actions answers with it. */
  #servicesWith(code: number): number[] {
    const owners = this.#table.column("owner");
    const keys = Array.from(
      this.#table.entriesOfCode(code),
      (index) => this.#table.owners[owners[index] as number],
    );
    const isOwner = new Set(keys.map((key) => key?.join(" ")));
    return this.#owners.flatMap(([provider, service, others = []], number) =>
      isOwner.has(`${provider} ${service}`) || others.includes(code) ? number : [],
    );
  }
}
