import type { CatalogData, Entry } from "../entry.ts";
import { atOnce, type Slices } from "../slices.ts";
import { normalizeSpelling } from "../words.ts";
import { writeActions } from "./action-table.ts";
import { CompiledCatalog, columns } from "./compiled-catalog.ts";
import { type SourceTable, writeRecord } from "./entry-record.ts";
import { writeHashTable } from "./hash-table.ts";
import { writeLists } from "./lists.ts";
import { bytesOf, sectionsOf } from "./sections.ts";
import { StringWriter } from "./strings.ts";
import { packTraits } from "./traits.ts";
import { VarintWriter } from "./varint.ts";

/** Numbers values in the order in which they come, equal ones alike. */
class Numbering<T> {
  readonly values: T[] = [];
  readonly #numbers = new Map<string, number>();

  of(value: T): number {
    const key = JSON.stringify(value);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.values.push(value) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

/** Compiles a catalog into the sections that a {@link CompiledCatalog} reads. */
export function compileCatalog(data: CatalogData): Map<string, Uint8Array> {
  return atOnce(compile(data));
}

function* compile(data: CatalogData): Slices<Map<string, Uint8Array>> {
  const sections = new Map<string, Uint8Array>();
  const json = (name: string, value: unknown) =>
    sections.set(name, new TextEncoder().encode(JSON.stringify(value)));
  json("providers", data.providers);
  json("services", data.services);
  json("concepts", data.concepts);
  json("pinyin", data.pinyin);
  json("complete", data.complete ?? []);
  const codes = yield* writeCodes(data, sections);
  yield* writeEntries(data.entries, codes, sections, json);
  if (data.actions) writeActions(data.actions, codes, sections);
  return sections;
}

/** Returns a catalog that is compiled in memory, such as one of a user. */
export function compiledInMemory(data: CatalogData): CompiledCatalog {
  return atOnce(compileInMemory(data));
}

/** Compiles a catalog in memory in slices: that of a user can be long. */
export function* compileInMemory(data: CatalogData): Slices<CompiledCatalog> {
  return new CompiledCatalog(sectionsOf(yield* compile(data)));
}

/** Writes the codes, those with an entry first, and returns the number of each. */
function* writeCodes(data: CatalogData, sections: Map<string, Uint8Array>): Slices<Map<string, number>> {
  const known = knownProviders(data);
  const codes = [...new Set([...data.entries.map(({ code }) => code), ...known.keys()])];
  const numbers = new Map(codes.map((code, number) => [code, number]));
  const strings = new StringWriter();
  for (const code of codes) {
    strings.idOf(code);
    yield;
  }
  strings.writeTo(sections, "codes");
  yield;
  writeHashTable(sections, "codes.hash", codes);
  yield;
  const explained = new Set(data.entries.map(({ code }) => code)).size;
  writeHashTable(sections, "codes.spelling", codes.slice(0, explained).map(normalizeSpelling));
  yield;
  const sorted = [...numbers.keys()].sort().map((code) => numbers.get(code) ?? 0);
  sections.set("codes.sorted", bytesOf(sorted));
  yield;
  const entries: number[][] = [];
  for (const [index, { code }] of data.entries.entries()) {
    const number = numbers.get(code) ?? 0;
    entries[number] ??= [];
    entries[number].push(index);
  }
  writeLists(sections, "codes.entries", entries);
  yield;
  const owners = new Numbering<string[]>();
  sections.set("codes.known", bytesOf(codes.map((code) => owners.of(known.get(code) ?? []))));
  sections.set("known", new TextEncoder().encode(JSON.stringify(owners.values)));
  return numbers;
}

/** Returns the providers of the codes that are official without an entry, or that an action answers with. */
function knownProviders({ known, actions = [] }: CatalogData): Map<string, string[]> {
  const providers = new Map<string, string[]>();
  const add = (code: string, provider: string) => {
    const own = providers.get(code);
    if (!own) providers.set(code, [provider]);
    else if (!own.includes(provider)) own.push(provider);
  };
  for (const [provider, codes] of Object.entries(known)) for (const code of codes) add(code, provider);
  for (const { provider, codes } of actions) for (const code of codes) add(code, provider);
  return providers;
}

function* writeEntries(
  entries: readonly Entry[],
  codes: ReadonlyMap<string, number>,
  sections: Map<string, Uint8Array>,
  json: (name: string, value: unknown) => void,
): Slices<void> {
  const owners = new Numbering<[provider: string, service: string]>();
  const concepts = new Numbering<string>();
  const statuses = new Numbering<number[]>();
  const tables = new Numbering<SourceTable>();
  const strings = new StringWriter();
  const records = new VarintWriter();
  const rows: Record<(typeof columns)[number] | "record", number>[] = [];
  for (const entry of entries) {
    const { code, provider, service, concept, httpStatus, cause } = entry;
    rows.push({
      code: codes.get(code) ?? 0,
      owner: owners.of([provider, service]),
      concept: concept === undefined ? 0 : concepts.of(concept) + 1,
      traits: packTraits({ ...entry, statuses: statuses.of(httpStatus), hasCause: cause !== undefined }),
      record: records.length,
    });
    writeRecord(entry, records, strings, (table) => tables.of(table));
    yield;
  }
  for (const column of columns) sections.set(`entries.${column}`, bytesOf(rows.map((row) => row[column])));
  // One more says where the last record ends.
  sections.set("entries.record", bytesOf([...rows.map(({ record }) => record), records.length]));
  sections.set("entries.records", records.toBytes());
  yield;
  strings.writeTo(sections, "entries");
  writeLists(sections, "concepts.entries", entriesOfConcepts(rows, concepts.values.length));
  json("owners", owners.values);
  json("conceptIds", concepts.values);
  json("statuses", statuses.values);
  json("tables", tables.values);
}

/** Returns the numbers of the entries of each concept, by its number. */
function entriesOfConcepts(rows: readonly { concept: number }[], concepts: number): number[][] {
  const lists = Array.from({ length: concepts }, (): number[] => []);
  for (const [index, { concept }] of rows.entries()) lists[concept - 1]?.push(index);
  return lists;
}
