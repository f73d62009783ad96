import type { CompiledCatalog } from "../../model/compiled/compiled-catalog.ts";
import { HashTable, writeHashTable } from "../../model/compiled/hash-table.ts";
import { type Sections, sectionsOf } from "../../model/compiled/sections.ts";
import { type CodeKey, codeKeys } from "./code-keys.ts";

const keys = Object.keys(codeKeys) as CodeKey[];

/** Returns the sections by which the official codes of a catalog are found by their keys. */
export function codeKeySections({ codes }: CompiledCatalog): Map<string, Uint8Array> {
  const sections = new Map<string, Uint8Array>();
  const all = codes.all();
  for (const key of keys) writeHashTable(sections, nameOf(key), all.map(codeKeys[key]));
  return sections;
}

/** Finds the official codes of a compiled catalog by their keys. */
export class CodesByKey {
  static readonly #cached = new WeakMap<CompiledCatalog, CodesByKey>();

  readonly #table: CompiledCatalog;
  readonly #sections: Sections;
  readonly #tables = new Map<CodeKey, HashTable>();

  private constructor(table: CompiledCatalog) {
    this.#table = table;
    // The build has not written them for catalogs of users.
    const isBuilt = table.sections.has(nameOf("letters"));
    this.#sections = isBuilt ? table.sections : sectionsOf(codeKeySections(table));
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
      hashes = new HashTable(this.#sections, nameOf(key));
      this.#tables.set(key, hashes);
    }
    return hashes.findAll(value, (number) => codeKeys[key](this.#table.codes.at(number)) === value);
  }

  /** Returns the codes that have a value as their key. */
  codesWith(key: CodeKey, value: string): string[] {
    return this.numbersWith(key, value).map((number) => this.#table.codes.at(number));
  }
}

function nameOf(key: CodeKey): string {
  return `codes.by.${key}`;
}
