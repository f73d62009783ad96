import { Document, isAlias, isMap, isSeq, type YAMLMap, YAMLSeq } from "yaml";
import { parseCatalogFile } from "../schema/catalog-file.ts";
import type { RawEntry, RawFile } from "../schema/schema.ts";
import { parseYaml } from "../schema/yaml-document.ts";
import { fileText } from "./file-text.ts";
import type { ImportedRow } from "./imported.ts";
import { entryNode, fill, rowKey, type StatedRow, setRows, statedRows } from "./merged-entry.ts";
import { TableIds } from "./table-ids.ts";

/** The rows of one document, and the document's name in the catalog. */
export interface ImportedDocument {
  document: string;
  rows: readonly ImportedRow[];
}

/** The options of a merge: what the file states besides the rows, and which rows and texts are merged. */
export interface MergeOptions {
  provider: string;
  service?: string;
  name?: string;
  /** Whether the documents' descriptions, causes and solutions become summaries, causes and fixes. */
  descriptions?: boolean;
  /** Only the rows below these headings are merged; those that the file has from other sections stay. */
  sections?: readonly string[];
  /** Whether the file is written as JSON. */
  json?: boolean;
}

/** A text that was left out of its row because it is longer than the format allows. */
interface LeftOut {
  document: string;
  line: number;
  code: string;
  what: string;
  length: number;
}

/** The file after an import, and the codes of its entries by what happened to them. */
export interface Merged {
  text: string;
  added: string[];
  updated: string[];
  unchanged: string[];
  /** Codes that the file attributes to the imported documents, but which are no longer in them: kept unchanged. */
  gone: string[];
  leftOut: LeftOut[];
}

/**
 * Merges imported rows into the text of a catalog file, or into a new file if there's no `existing` text. The rows of the
 * imported documents are replaced; everything else, comments and order included, stays. Throws if `existing` has errors.
 */
export function merge(
  existing: string | undefined,
  documents: readonly ImportedDocument[],
  options: MergeOptions,
): Merged {
  return new Merge(existing, documents, options).run();
}

class Merge {
  readonly #file: Document;
  readonly #value: RawFile;
  readonly #existing: string | undefined;
  readonly #documents: readonly ImportedDocument[];
  /** The names of the documents. */
  readonly #names: ReadonlySet<string>;
  readonly #options: MergeOptions;
  readonly #tables: TableIds;
  readonly #merged: Merged = { text: "", added: [], updated: [], unchanged: [], gone: [], leftOut: [] };
  #hasChanged: boolean;

  constructor(existing: string | undefined, documents: readonly ImportedDocument[], options: MergeOptions) {
    this.#existing = existing;
    this.#documents = documents;
    this.#names = new Set(documents.map(({ document }) => document));
    this.#options = options;
    this.#value = existing === undefined ? { version: 1 } : fileValue(existing);
    this.#file = existing === undefined ? new Document({ version: 1 }) : parseYaml(existing);
    this.#hasChanged = existing === undefined;
    this.#tables = new TableIds(this.#value.tables ?? {});
  }

  run(): Merged {
    this.#writeHead();
    const rows = this.#rowsByCode();
    this.#updateEntries(rows);
    this.#addEntries(rows);
    this.#writeTables();
    const text = this.#hasChanged
      ? fileText(this.#file, this.#existing ?? "", this.#options)
      : this.#existing;
    return { ...this.#merged, text: text ?? "" };
  }

  #writeHead(): void {
    const { provider, service, name } = this.#options;
    if (this.#value.provider === undefined) this.#set("provider", provider);
    if (this.#value.service === undefined && service !== undefined) this.#set("service", service);
    if (name === undefined) return;
    const given = typeof this.#value.name === "object" ? this.#value.name : {};
    const text = { ...given, ...fill(name) };
    if (JSON.stringify(text) === JSON.stringify(given)) return;
    const node = this.#file.createNode(text);
    if (isMap(node)) node.flow = true;
    this.#set("name", node);
  }

  #set(key: string, value: unknown): void {
    this.#file.set(key, value);
    this.#hasChanged = true;
  }

  /** Returns the rows of the documents by code, in their order. */
  #rowsByCode(): Map<string, StatedRow[]> {
    const byCode = new Map<string, StatedRow[]>();
    for (const { document, rows } of this.#documents) {
      for (const row of rows) {
        if (!this.#isWanted(row.section)) continue;
        const table = this.#tables.idOf(document, row.section);
        const wanted = this.#options.descriptions ? row : withoutProse(row);
        const stated = statedRows(wanted, table, (what, length) => {
          this.#merged.leftOut.push({ document, line: row.line, code: row.code, what, length });
        });
        const ofCode = byCode.get(row.code);
        if (ofCode) for (const one of stated) ofCode.push(one);
        else byCode.set(row.code, stated);
      }
    }
    return byCode;
  }

  #isWanted(section: string): boolean {
    return this.#options.sections?.includes(section) ?? true;
  }

  /** Whether a table of the file is one of those that are being imported. */
  #isImported(id: string): boolean {
    const table = this.#tables.get(id);
    return table !== undefined && this.#names.has(table.document) && this.#isWanted(table.section ?? "");
  }

  #updateEntries(rows: ReadonlyMap<string, readonly StatedRow[]>): void {
    const { added: _, updated, unchanged, gone } = this.#merged;
    const seen = new Set<string>();
    for (const [index, entry] of (this.#value.entries ?? []).entries()) {
      const now = seen.has(entry.code) ? undefined : rows.get(entry.code);
      const before = entry.rows?.filter(({ table }) => this.#isImported(table)) ?? [];
      if (now === undefined) {
        if (before.length > 0 && !seen.has(entry.code)) gone.push(entry.code);
        continue;
      }
      seen.add(entry.code);
      const node = this.#entryAt(index);
      const isUnchanged = hasSameRows(before, now);
      if (!isUnchanged) setRows(this.#file, node, entry, now, (table) => this.#isImported(table));
      const isFilled = this.#fillTexts(node, entry, now);
      (isUnchanged && !isFilled ? unchanged : updated).push(entry.code);
    }
    this.#hasChanged ||= updated.length > 0;
  }

  /** Adds texts of the rows in languages that the entry lacks, and returns whether there were any. */
  #fillTexts(node: YAMLMap, entry: RawEntry, rows: readonly StatedRow[]): boolean {
    let isFilled = false;
    for (const key of ["summary", "cause", "fix"] as const) {
      const text = fill(...rows.map((row) => row[key]));
      const old = node.get(key, true);
      // A text that the user wrote stays, even if it is a plain string that names no language.
      if (Object.keys(text).length === 0 || (old !== undefined && !isMap(old))) continue;
      const missing = Object.entries(text).filter(([language]) => !(language in (entry[key] ?? {})));
      if (missing.length === 0) continue;
      isFilled = true;
      if (isMap(old)) for (const [language, value] of missing) old.set(language, value);
      else {
        const at = node.items.findIndex((pair) => String(pair.key) === "rows");
        node.items.splice(at < 0 ? node.items.length : at, 0, this.#file.createPair(key, text));
      }
    }
    return isFilled;
  }

  #entryAt(index: number): YAMLMap {
    const item = this.#entries().items[index];
    const node = isAlias(item) ? item.resolve(this.#file) : item;
    if (!isMap(node)) throw new Error(`Entry ${index + 1} can't be edited in place.`);
    return node;
  }

  #entries(): YAMLSeq {
    const node = this.#file.get("entries", true);
    if (isSeq(node)) return node;
    const entries = new YAMLSeq(this.#file.schema);
    this.#file.set("entries", entries);
    return entries;
  }

  #addEntries(rows: ReadonlyMap<string, readonly StatedRow[]>): void {
    const known = new Set(this.#value.entries?.map(({ code }) => code));
    for (const [code, stated] of rows) {
      if (known.has(code)) continue;
      const entries = this.#entries();
      const node = entryNode(this.#file, code, stated);
      if (entries.items.length === 0) entries.flow = false;
      else node.spaceBefore = true;
      entries.add(node);
      this.#merged.added.push(code);
      this.#hasChanged = true;
    }
  }

  #writeTables(): void {
    if (this.#tables.added.size === 0) return;
    this.#hasChanged = true;
    if (!isMap(this.#file.get("tables", true))) {
      const pair = this.#file.createPair("tables", {});
      const contents = this.#file.contents as YAMLMap;
      const at = contents.items.findIndex(({ key }) => String(key) === "entries");
      contents.items.splice(at < 0 ? contents.items.length : at, 0, pair);
    }
    const tables = this.#file.get("tables", true) as YAMLMap;
    if (tables.items.length === 0) tables.flow = false;
    for (const [id, table] of this.#tables.added) {
      const node = this.#file.createNode(table);
      node.flow = true;
      // The library would search all tables for the id, which none of them has.
      tables.items.push(this.#file.createPair(id, node));
    }
  }
}

/** Leaves out a document's own prose, which belongs to its author: a row states the code, the status and the message. */
function withoutProse({ description: _, cause: __, fix: ___, ...stated }: ImportedRow): ImportedRow {
  return stated;
}

function fileValue(existing: string): RawFile {
  const { value } = parseCatalogFile(existing, "");
  if (value === undefined) throw new Error("The file to be updated has errors.");
  return value;
}

/** Whether two lists contain the same rows, in any order. */
function hasSameRows(before: NonNullable<RawEntry["rows"]>, now: readonly StatedRow[]): boolean {
  const keys = (rows: readonly Parameters<typeof rowKey>[0][]) => rows.map(rowKey).sort().join("\n");
  return keys(before) === keys(now);
}
