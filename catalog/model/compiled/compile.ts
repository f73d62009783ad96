import type { CatalogData, Entry } from "../entry.ts";
import { atOnce, type Slices } from "../slices.ts";
import { normalizeSpelling } from "../words.ts";
import { writeActions } from "./action-table.ts";
import { CompiledCatalog, columns } from "./compiled-catalog.ts";
import { RecordWriter } from "./entry-record.ts";
import { writeHashTable } from "./hash-table.ts";
import { writeLists } from "./lists.ts";
import { writeMessageHashes } from "./message-hashes.ts";
import { Numbering } from "./numbering.ts";
import { packNumbers } from "./numbers.ts";
import { sectionsOf } from "./sections.ts";
import { StringWriter } from "./strings.ts";
import { packTraits } from "./traits.ts";

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
  if (data.actions) writeActions(data, codes, sections);
  if (data.codesOfEveryAction) json("actions.every", data.codesOfEveryAction);
  writeMessageHashes(sections, entriesByMessageHash(data));
  return sections;
}

/** Returns the entries of each message of which only the hash is known: of each code of a provider, the first. */
function entriesByMessageHash({ entries, messageHashes = {} }: CatalogData): Map<number, number[]> {
  const found = new Map<number, number[]>();
  if (Object.keys(messageHashes).length === 0) return found;
  const first = new Map<string, number>();
  for (const [index, { provider, code }] of entries.entries())
    if (!first.has(`${provider} ${code}`)) first.set(`${provider} ${code}`, index);
  for (const [provider, codes] of Object.entries(messageHashes))
    for (const { code, hashes } of codes) {
      const index = first.get(`${provider} ${code}`);
      if (index === undefined) continue;
      for (const hash of hashes) found.set(hash, [...(found.get(hash) ?? []), index]);
    }
  return found;
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
  writeSpellings(data, codes.slice(0, explained), sections);
  yield;
  const sorted = [...numbers.keys()].sort().map((code) => numbers.get(code) ?? 0);
  sections.set("codes.sorted", packNumbers(sorted));
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
  sections.set("codes.known", packNumbers(codes.map((code) => owners.of(known.get(code) ?? []))));
  sections.set("known", new TextEncoder().encode(JSON.stringify(owners.values)));
  return numbers;
}

/** Returns the providers of the codes that are official without an entry, or that an action answers with. */
function knownProviders({ known, entries, actions = [] }: CatalogData): Map<string, string[]> {
  const providers = new Map<string, string[]>();
  const add = (code: string, provider: string) => {
    const own = providers.get(code);
    if (!own) providers.set(code, [provider]);
    else if (!own.includes(provider)) own.push(provider);
  };
  for (const [provider, codes] of Object.entries(known)) for (const code of codes) add(code, provider);
  const explained = Map.groupBy(entries, ({ provider }) => provider);
  for (const [provider, ofProvider] of Map.groupBy(actions, ({ provider }) => provider)) {
    const seen = new Set(explained.get(provider)?.map(({ code }) => code));
    for (const code of ofProvider.flatMap(({ codes }) => codes)) {
      if (seen.has(code)) continue;
      seen.add(code);
      add(code, provider);
    }
  }
  return providers;
}

/** Writes by which spelling the codes of those providers are found that have several of each. */
function writeSpellings(
  { providers, entries }: CatalogData,
  codes: readonly string[],
  sections: Map<string, Uint8Array>,
): void {
  const loose = new Set(providers.flatMap(({ id, looseSpelling }) => (looseSpelling ? id : [])));
  const ofLoose = new Set(entries.flatMap(({ provider, code }) => (loose.has(provider) ? code : [])));
  const numbers = codes.flatMap((code, number) => (ofLoose.has(code) ? number : []));
  const longest = numbers.reduce((most, number) => Math.max(most, codes[number]?.length ?? 0), 0);
  sections.set("codes.spelling.longest", packNumbers([longest]));
  writeHashTable(
    sections,
    "codes.spelling",
    numbers.map((number) => normalizeSpelling(codes[number] ?? "")),
    numbers,
  );
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
  const records = new RecordWriter();
  const rows: Record<(typeof columns)[number] | "record", number>[] = [];
  for (const entry of entries) {
    const { code, provider, service, concept, httpStatus, cause, basis } = entry;
    rows.push({
      code: codes.get(code) ?? 0,
      owner: owners.of([provider, service]),
      concept: concept === undefined ? 0 : concepts.of(concept) + 1,
      traits: packTraits({
        ...entry,
        statuses: statuses.of(httpStatus),
        hasCause: cause !== undefined && basis !== "name",
      }),
      record: records.write(entry),
    });
    yield;
  }
  for (const column of columns)
    sections.set(`entries.${column}`, packNumbers(rows.map((row) => row[column])));
  yield;
  records.writeTo(sections);
  writeLists(sections, "concepts.entries", entriesOfConcepts(rows, concepts.values.length));
  json("owners", owners.values);
  json("conceptIds", concepts.values);
  json("statuses", statuses.values);
  json("tables", records.tables);
}

/** Returns the numbers of the entries of each concept, by its number. */
function entriesOfConcepts(rows: readonly { concept: number }[], concepts: number): number[][] {
  const lists = Array.from({ length: concepts }, (): number[] => []);
  for (const [index, { concept }] of rows.entries()) lists[concept - 1]?.push(index);
  return lists;
}
