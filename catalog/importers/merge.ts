import { Document, isAlias, isMap, isSeq, parseDocument, type YAMLMap, YAMLSeq } from "yaml";
import { parseCatalogFile } from "../model/catalog-file.ts";
import type { RawEntry, RawFile } from "../model/schema.ts";
import { fileText } from "./file-text.ts";
import type { ImportedRow } from "./imported.ts";
import { entryNode, fill, rowKey, type StatedRow, setRows, statedRows } from "./merged-entry.ts";
import { TableIds } from "./table-ids.ts";

/** The rows of one document, under the name that the catalog gives it. */
export interface ImportedDocument {
  document: string;
  rows: readonly ImportedRow[];
}

/** What the file is to say besides the rows. */
export interface MergeOptions {
  provider: string;
  service?: string;
  name?: string;
  /** Whether the documents' descriptions, causes and solutions become summaries, causes and fixes. */
  descriptions?: boolean;
  /** Only the rows below these headings; what the file has of others stays. */
  sections?: readonly string[];
  /** Whether the file is to be JSON. */
  json?: boolean;
}

/** A text that is longer than the format allows, and was left out of its row. */
interface LeftOut {
  document: string;
  line: number;
  code: string;
  what: string;
  length: number;
}

/** The file after an import, and what became of the entries, by their codes. */
export interface Merged {
  text: string;
  added: string[];
  updated: string[];
  unchanged: string[];
  /** The file says that they stand in the imported documents, but they don't any more: they are kept as they were. */
  gone: string[];
  leftOut: LeftOut[];
}

/**
 * Writes imported rows into a catalog file, a new one where there's no `existing` text: the rows of the imported
 * documents are replaced, and all else, comments and order included, stays. Throws where `existing` has errors.
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
  readonly #options: MergeOptions;
  readonly #tables: TableIds;
  readonly #merged: Merged = { text: "", added: [], updated: [], unchanged: [], gone: [], leftOut: [] };
  #changed: boolean;

  constructor(existing: string | undefined, documents: readonly ImportedDocument[], options: MergeOptions) {
    this.#existing = existing;
    this.#documents = documents;
    this.#options = options;
    this.#value = existing === undefined ? { version: 1 } : fileValue(existing);
    this.#file = existing === undefined ? new Document({ version: 1 }) : parseDocument(existing);
    this.#changed = existing === undefined;
    this.#tables = new TableIds(this.#value.tables ?? {});
  }

  run(): Merged {
    this.#head();
    const rows = this.#rowsByCode();
    this.#update(rows);
    this.#add(rows);
    this.#writeTables();
    const text = this.#changed ? fileText(this.#file, this.#existing ?? "", this.#options) : this.#existing;
    return { ...this.#merged, text: text ?? "" };
  }

  #head(): void {
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
    this.#changed = true;
  }

  /** What the documents state of each code, in their order. */
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
        byCode.set(row.code, [...(byCode.get(row.code) ?? []), ...stated]);
      }
    }
    return byCode;
  }

  #isWanted(section: string): boolean {
    return this.#options.sections?.includes(section) ?? true;
  }

  /** Whether a table of the file is of those that are imported now. */
  #isImported(id: string): boolean {
    const table = this.#tables.get(id);
    const imported = this.#documents.some(({ document }) => document === table?.document);
    return imported && this.#isWanted(table?.section ?? "");
  }

  #update(rows: ReadonlyMap<string, readonly StatedRow[]>): void {
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
      const same = isSame(before, now);
      if (!same) setRows(this.#file, node, entry, now, (table) => this.#isImported(table));
      const filled = this.#describe(node, entry, now);
      (same && !filled ? unchanged : updated).push(entry.code);
    }
    this.#changed ||= updated.length > 0;
  }

  #describe(node: YAMLMap, entry: RawEntry, rows: readonly StatedRow[]): boolean {
    let filled = false;
    for (const key of ["summary", "cause", "fix"] as const) {
      const text = fill(...rows.map((row) => row[key]));
      const old = node.get(key, true);
      // A text of the user's own stays, also where it names no language.
      if (Object.keys(text).length === 0 || (old !== undefined && !isMap(old))) continue;
      const missing = Object.entries(text).filter(([language]) => !(language in (entry[key] ?? {})));
      if (missing.length === 0) continue;
      filled = true;
      if (isMap(old)) for (const [language, said] of missing) old.set(language, said);
      else {
        const at = node.items.findIndex((pair) => String(pair.key) === "rows");
        node.items.splice(at < 0 ? node.items.length : at, 0, this.#file.createPair(key, text));
      }
    }
    return filled;
  }

  #entryAt(index: number): YAMLMap {
    const item = this.#entries().items[index];
    const node = isAlias(item) ? item.resolve(this.#file) : item;
    if (!isMap(node)) throw new Error(`Entry ${index + 1} can't be edited where it stands.`);
    return node;
  }

  #entries(): YAMLSeq {
    const node = this.#file.get("entries", true);
    if (isSeq(node)) return node;
    const entries = new YAMLSeq(this.#file.schema);
    this.#file.set("entries", entries);
    return entries;
  }

  #add(rows: ReadonlyMap<string, readonly StatedRow[]>): void {
    const known = new Set(this.#value.entries?.map(({ code }) => code));
    for (const [code, stated] of rows) {
      if (known.has(code)) continue;
      const entries = this.#entries();
      const node = entryNode(this.#file, code, stated);
      if (entries.items.length === 0) entries.flow = false;
      else node.spaceBefore = true;
      entries.add(node);
      this.#merged.added.push(code);
      this.#changed = true;
    }
  }

  #writeTables(): void {
    if (this.#tables.added.size === 0) return;
    this.#changed = true;
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
      tables.set(id, node);
    }
  }
}

/** A document's own sentences are its author's: what a row states are the code, the status and the message. */
function withoutProse({ description: _, cause: __, fix: ___, ...stated }: ImportedRow): ImportedRow {
  return stated;
}

function fileValue(existing: string): RawFile {
  const { value } = parseCatalogFile(existing, "");
  if (value === undefined) throw new Error("The file to be updated has errors.");
  return value;
}

/** Whether two lists hold the same rows, in whatever order. */
function isSame(before: NonNullable<RawEntry["rows"]>, now: readonly StatedRow[]): boolean {
  const keys = (rows: readonly Parameters<typeof rowKey>[0][]) => rows.map(rowKey).sort().join("\n");
  return keys(before) === keys(now);
}
