import type { CompiledCatalog } from "../../model/compiled/compiled-catalog.ts";
import { HashTable, writeHashTable } from "../../model/compiled/hash-table.ts";
import { type Sections, sectionsOf } from "../../model/compiled/sections.ts";
import { type CodeKey, codeKeys } from "./code-keys.ts";

/** The keys that the build stores. The others take long to look for as well, but are asked for rarely, and take space. */
const storedKeys: readonly CodeKey[] = ["letters", "stems"];

/** Returns the sections by which the official codes of a catalog are found by the keys that are stored. */
export function codeKeySections(table: CompiledCatalog): Map<string, Uint8Array> {
  const sections = new Map<string, Uint8Array>();
  for (const key of storedKeys) writeKey(key, table, sections);
  return sections;
}

function writeKey(key: CodeKey, { codes }: CompiledCatalog, sections: Map<string, Uint8Array>): void {
  writeHashTable(sections, nameOf(key), codes.all().map(codeKeys[key]));
}

/** Finds the official codes of a compiled catalog by their keys. */
export class CodesByKey {
  static readonly #cached = new WeakMap<CompiledCatalog, CodesByKey>();

  readonly #table: CompiledCatalog;
  readonly #tables = new Map<CodeKey, HashTable>();

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
      hashes = new HashTable(this.#sectionsWith(key), nameOf(key));
      this.#tables.set(key, hashes);
    }
    return hashes.findAll(value, (number) => codeKeys[key](this.#table.codes.at(number)) === value);
  }

  #sectionsWith(key: CodeKey): Sections {
    const { sections } = this.#table;
    if (sections.has(nameOf(key))) return sections;
    const made = new Map<string, Uint8Array>();
    writeKey(key, this.#table, made);
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
