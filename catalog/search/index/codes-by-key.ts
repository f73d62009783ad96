import type { CompiledCatalog } from "../../model/compiled/compiled-catalog.ts";
import { HashTable, writeHashTable } from "../../model/compiled/hash-table.ts";
import { type Sections, sectionsOf } from "../../model/compiled/sections.ts";
import { Lazy } from "../../model/lazy.ts";
import { atOnce, type Slices } from "../../model/slices.ts";
import { type CodeKey, codeKeys } from "./code-keys.ts";

/** The keys that the build stores. The others take long to look for as well, but are asked for rarely, and take space. */
const storedKeys: readonly CodeKey[] = ["letters", "stems"];

/** Returns the sections by which the official codes of a catalog are found by the keys that are stored. */
export function codeKeySections(table: CompiledCatalog): Map<string, Uint8Array> {
  const sections = new Map<string, Uint8Array>();
  for (const key of storedKeys) atOnce(writeKey(key, table, sections));
  return sections;
}

/** So many codes are read in about a millisecond. */
const codesPerStep = 128;

function* writeKey(
  key: CodeKey,
  { codes }: CompiledCatalog,
  sections: Map<string, Uint8Array>,
): Slices<void> {
  const keys: string[] = [];
  for (let number = 0; number < codes.size; number++) {
    keys.push(codeKeys[key](codes.at(number)));
    if (number % codesPerStep === 0) yield;
  }
  writeHashTable(sections, nameOf(key), keys);
}

/** Finds the official codes of a compiled catalog by their keys. */
export class CodesByKey {
  static readonly #cached = new WeakMap<CompiledCatalog, CodesByKey>();

  readonly #table: CompiledCatalog;
  readonly #tables = new Map<CodeKey, Lazy<HashTable>>();

  private constructor(table: CompiledCatalog) {
    this.#table = table;
  }

  static of(table: CompiledCatalog): CodesByKey {
    let found = CodesByKey.#cached.get(table);
    if (!found) {
      found = new CodesByKey(table);
      CodesByKey.#cached.set(table, found);
    }
    return found;
  }

  /** Returns the numbers of the codes that have a value as their key, in ascending order. */
  numbersWith(key: CodeKey, value: string): number[] {
    let hashes = this.#tables.get(key);
    if (!hashes) {
      hashes = new Lazy(() => this.#hashTableOf(key));
      this.#tables.set(key, hashes);
    }
    return hashes.value.findAll(value, (number) => codeKeys[key](this.#table.codes.at(number)) === value);
  }

  *#hashTableOf(key: CodeKey): Slices<HashTable> {
    return new HashTable(yield* this.#sectionsWith(key), nameOf(key));
  }

  *#sectionsWith(key: CodeKey): Slices<Sections> {
    const { sections } = this.#table;
    if (sections.has(nameOf(key))) return sections;
    const made = new Map<string, Uint8Array>();
    yield* writeKey(key, this.#table, made);
    return sectionsOf(made);
  }

  /** Returns the codes that have a value as their key. */
  codesWith(key: CodeKey, value: string): string[] {
    return this.numbersWith(key, value).map((number) => this.#table.codes.at(number));
  }
}

function nameOf(key: CodeKey): string {
  return `codes.by.${key}`;
}
