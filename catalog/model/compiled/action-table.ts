import type { Action } from "../entry.ts";
import { withoutSeparators } from "../words.ts";
import { HashTable, writeHashTable } from "./hash-table.ts";
import { packNumbers, readNumbers } from "./numbers.ts";
import { Postings, PostingsWriter, partition } from "./postings.ts";
import type { Sections } from "./sections.ts";
import { StringReader, StringWriter } from "./strings.ts";

/** What an action is found by. */
export type ActionKey = Omit<Action, "codes">;

/** Adds the sections of the actions, and of which codes they answer with, both ways; `codes` has the number of each code. */
export function writeActions(
  actions: readonly Action[],
  codes: ReadonlyMap<string, number>,
  sections: Map<string, Uint8Array>,
): void {
  // Without codes, there is nothing to say of an action.
  const told = actions.filter((one) => one.codes.length > 0);
  const names = new StringWriter();
  const services: string[] = [];
  const [codesOfActions, actionsOfCodes] = [new PostingsWriter<number>(0), new Map<number, number[]>()];
  const columns = told.map(({ provider, service, action, codes: answered }, index) => {
    for (const code of numbersOf(answered, codes)) {
      codesOfActions.add(index, code);
      actionsOfCodes.set(code, [...(actionsOfCodes.get(code) ?? []), index]);
    }
    const key = JSON.stringify([provider, service]);
    const known = services.indexOf(key);
    return { name: names.idOf(action), service: known < 0 ? services.push(key) - 1 : known };
  });
  names.writeTo(sections, "actions");
  sections.set("actions.names", packNumbers(columns.map(({ name }) => name)));
  sections.set("actions.service", packNumbers(columns.map(({ service }) => service)));
  sections.set("actions.services", new TextEncoder().encode(`[${services.join()}]`));
  writeHashTable(
    sections,
    "actions.hash",
    told.map(({ action }) => withoutSeparators(action)),
  );
  codesOfActions.writeTo(sections, "actions.codes");
  const ofCodes = new PostingsWriter<number>(0);
  for (const [code, list] of actionsOfCodes) for (const action of list) ofCodes.add(code, action);
  sections.set("codes.actions", packNumbers(ofCodes.writeTo(sections, "codes.actions")));
}

function numbersOf(answered: readonly string[], codes: ReadonlyMap<string, number>): number[] {
  const numbers = answered.flatMap((code) => codes.get(code) ?? []);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** Reads the actions of a compiled catalog: of one that nobody asks about, nothing is decoded. */
export class ActionTable {
  readonly #sections: Sections;
  readonly #names: StringReader;
  readonly #nameOf: Uint32Array;
  #hash: HashTable | undefined;
  #services: [provider: string, service: string][] | undefined;
  #codes: Postings | undefined;
  #actions: { codes: Uint32Array; lists: Postings } | undefined;

  constructor(sections: Sections) {
    this.#sections = sections;
    this.#names = new StringReader(sections, "actions");
    this.#nameOf = this.#numbers("actions.names");
  }

  /** The number of actions. */
  get size(): number {
    return this.#nameOf.length;
  }

  /** Returns the numbers of the actions with a name, in any service; case and separators do not count. */
  named(name: string): number[] {
    this.#hash ??= new HashTable(this.#sections, "actions.hash");
    const wanted = withoutSeparators(name);
    return this.#hash.findAll(wanted, (action) => withoutSeparators(this.#name(action)) === wanted);
  }

  keyOf(action: number): ActionKey {
    this.#services ??= JSON.parse(
      new TextDecoder().decode(this.#sections.get("actions.services") ?? Uint8Array.of(0x5b, 0x5d)),
    ) as [string, string][];
    const [provider = "", service = ""] =
      this.#services[this.#numbers("actions.service")[action] ?? -1] ?? [];
    return { provider, service, action: this.#name(action) };
  }

  /** Returns the codes that an action can answer with, by number, in ascending order. */
  codesOf(action: number): number[] {
    this.#codes ??= new Postings(this.#sections, "actions.codes", 0);
    return listIn(this.#codes, action);
  }

  /** Returns the actions that can answer with a code, by number, in ascending order. */
  actionsWith(code: number): number[] {
    this.#actions ??= {
      codes: this.#numbers("codes.actions"),
      lists: new Postings(this.#sections, "codes.actions", 0),
    };
    const { codes, lists } = this.#actions;
    const rank = partition(codes.length, (one) => (codes[one] as number) < code);
    return codes[rank] === code ? listIn(lists, rank) : [];
  }

  #name(action: number): string {
    return this.#names.at(this.#nameOf[action] ?? 0);
  }

  #numbers(section: string): Uint32Array {
    return readNumbers(this.#sections, section) ?? new Uint32Array();
  }
}

function listIn(lists: Postings, rank: number): number[] {
  const found: number[] = [];
  lists.forEach(rank, rank + 1, (number) => found.push(number));
  return found;
}
