import type { Slices } from "../model/slices.ts";
import { roleOf } from "./columns.ts";
import { HeadingPath } from "./headings.ts";
import type { Block } from "./outline.ts";
import { type Field, fieldsIn, labelOf } from "./record-fields.ts";
import { listsOfErrors } from "./record-lists.ts";
import { likenessOf, type RecordTitle, titleOf } from "./record-title.ts";
import { type Cell, emptyCell, type Table } from "./table.ts";

/** An error that a document describes below or behind its code. */
interface ErrorRecord {
  start: number;
  title: RecordTitle;
  fields: Field[];
  /** The lines that have no label. */
  texts: Cell[];
}

/** Errors that a document describes in the same way, below the same headings. */
interface Group {
  section: string;
  path: string[];
  records: ErrorRecord[];
  /** Whether the codes are the beginnings of paragraphs. */
  isOfSentences: boolean;
}

/** Returns the errors that the blocks of a document describe outside tables, as a table for each group of them. */
export function* recordTables(blocks: readonly Block[], title = ""): Slices<Table[]> {
  const reader = new RecordReader(blocks, title);
  for (const block of blocks) {
    reader.read(block);
    yield;
  }
  return [...reader.groups.values()].filter(isDescribed).map(tableOf);
}

class RecordReader {
  /** By what the titles have in common: the headings above them, and what they are. */
  readonly groups = new Map<string, Group>();
  readonly #headings = new HeadingPath();
  readonly #listsOfErrors: ReadonlySet<number>;
  /** The error that the blocks belong to, and what it stands in: a heading of this depth, or something below one. */
  #open: { record: ErrorRecord; depth: number; isHeading: boolean } | undefined;
  #lastField: Field | undefined;

  /** `title` is that of the document, which stands above all its headings. */
  constructor(blocks: readonly Block[], title: string) {
    if (title) this.#headings.open(0, title);
    this.#listsOfErrors = listsOfErrors(blocks);
  }

  read(block: Block): void {
    switch (block.kind) {
      case "heading":
        this.#readHeading(block);
        return;
      case "paragraph":
        this.#readParagraph(block);
        return;
      case "term":
        if (!this.#begins(block, "term", titleOf(block, true))) this.#close();
        return;
      case "item":
        this.#readItem(block);
        return;
      case "definition":
        this.#add(block, false);
        return;
      default:
        if (!this.#open?.isHeading) this.#close();
    }
  }

  #readHeading(block: Block & { kind: "heading" }): void {
    const title = titleOf(block);
    this.#headings.open(block.depth, block.text);
    if (!title) {
      // A heading below that of an error, such as “Solution”, names a field of it.
      const isPart = this.#open?.isHeading && block.depth > this.#open.depth && namesText(block.text);
      if (isPart) this.#openField(block.text, block);
      else this.#close();
      return;
    }
    const path = this.#headings.texts().slice(0, -1);
    this.#begin(block, `heading ${block.depth}`, title, path);
    if (this.#open) this.#open = { ...this.#open, depth: block.depth, isHeading: true };
  }

  #readParagraph(block: Block & { kind: "paragraph" }): void {
    const { title } = block;
    const label = title?.text.replace(/[.:：。]$/, "") ?? "";
    // “**Cause.** The order was closed.”
    if (this.#open && title && title.text !== label && namesText(label)) {
      this.#openField(label, block);
      this.#add({ ...block, text: block.text.slice(title.text.length).replace(/^[\s.:：。]+/, "") }, false);
      return;
    }
    const isField = this.#open && roleOf(labelOf(block)?.text ?? "") !== undefined;
    const isTitle = title && !isField && titleOf(title)?.text === undefined;
    if (isTitle && this.#begins(block, "paragraph", titleOf(block, true))) return;
    this.#add(block, title !== undefined);
  }

  #readItem(block: Block & { kind: "item" }): void {
    if (!this.#listsOfErrors.has(block.list)) {
      this.#add(block, true);
      return;
    }
    const title = titleOf(block, block.title !== undefined);
    if (!title || !this.#begins(block, `list ${block.depth}`, title)) this.#close();
  }

  /** Begins an error that stands below the open headings, if there is a title. */
  #begins(block: Block, kind: string, title: RecordTitle | undefined): boolean {
    if (title) this.#begin(block, kind, title, this.#headings.texts());
    return title !== undefined;
  }

  #begin(block: Block, kind: string, title: RecordTitle, path: string[]): void {
    const key = JSON.stringify([kind, path]);
    const group = this.groups.get(key) ?? {
      section: path.at(-1) ?? "",
      path: path.slice(0, -1),
      records: [],
      isOfSentences: kind === "paragraph",
    };
    this.groups.set(key, group);
    const { status } = title;
    const record: ErrorRecord = {
      start: block.start,
      title,
      fields: status ? [{ label: "HTTP status", value: status }] : [],
      texts: title.text ? [title.text] : [],
    };
    group.records.push(record);
    this.#open = { record, depth: 0, isHeading: false };
    this.#lastField = undefined;
  }

  #add(block: Cell, allowsUnknown: boolean): void {
    if (!this.#open) return;
    const { record } = this.#open;
    const { fields, rest } = fieldsIn(block, allowsUnknown);
    record.fields.push(...fields);
    this.#lastField = fields.at(-1) ?? this.#lastField;
    const text = rest.join("\n");
    if (text === "") return;
    const field = this.#lastField;
    if (!field) record.texts.push({ ...block, text });
    else if (field.value.text === "") field.value = { ...block, text };
    else field.value = { ...field.value, text: `${field.value.text}\n${text}` };
  }

  #openField(label: string, { start, end }: Cell): void {
    const field = { label, value: { text: "", start, end } };
    this.#open?.record.fields.push(field);
    this.#lastField = field;
  }

  #close(): void {
    this.#open = undefined;
    this.#lastField = undefined;
  }
}

/** Whether a heading names what is said of an error. */
function namesText(heading: string): boolean {
  return /^(?:message|description|cause|fix)$/.test(roleOf(heading) ?? "");
}

/** Whether most of the errors of a group are described: words in bold and short headings stand in many documents. */
function isDescribed({ records, isOfSentences }: Group): boolean {
  // A single sentence can begin with any name that is set off.
  if (isOfSentences && records.length === 1 && records.every(({ fields }) => fields.length === 0))
    return false;
  const described = records.filter(({ title, fields, texts }) => {
    if (title.status || fields.some(({ label }) => roleOf(label) !== undefined)) return true;
    return likenessOf(title.code) >= 0.9 && (fields.length > 0 || texts.length > 0);
  });
  return described.length * 2 >= records.length;
}

/** How many columns the labels become at most, the most frequent first. */
const maximumLabels = 24;

/**
 * Returns the labels that become columns: a label that one of many errors has is part of a text. Labels that say the same,
 * such as “Fix” and “What to do”, become one column, unless an error has both.
 */
function labelsOf(records: readonly ErrorRecord[]): string[][] {
  const all = records.flatMap(({ fields }) => fields.map(({ label }) => label));
  const counts = [...Map.groupBy(all, (label) => label)].map(([label, { length }]) => ({ label, length }));
  const frequent = counts
    .filter(({ label, length }) => roleOf(label) !== undefined || length * 10 >= records.length)
    .sort((one, other) => other.length - one.length)
    .slice(0, maximumLabels);
  const columns: string[][] = [];
  for (const { label } of frequent) {
    const role = roleOf(label);
    const same = columns.find(([first = ""]) => role && role !== "other" && roleOf(first) === role);
    if (same && !records.some(({ fields }) => hasBoth(fields, same, label))) same.push(label);
    else columns.push([label]);
  }
  return columns;
}

function hasBoth(fields: readonly Field[], labels: readonly string[], label: string): boolean {
  return fields.some((one) => one.label === label) && fields.some((one) => labels.includes(one.label));
}

/** Puts the errors of a group into a table with a column for each label. */
function tableOf({ section, path, records }: Group): Table {
  const labels = labelsOf(records);
  const hasNames = records.some(({ title }) => title.name);
  const hasTexts = records.some(({ texts }) => texts.length > 0);
  const header = [
    labels.length > 0 || hasNames ? "code" : "",
    ...(hasNames ? ["name"] : []),
    ...(hasTexts ? ["description"] : []),
    ...labels.map(([first = ""]) => first),
  ];
  const rows = records.map(({ start, title, fields, texts }) => ({
    start,
    cells: [
      title.code,
      ...(hasNames ? [title.name ?? emptyCell(start)] : []),
      ...(hasTexts ? [joined(texts, start)] : []),
      ...labels.map((same) => fields.find(({ label }) => same.includes(label))?.value ?? emptyCell(start)),
    ],
  }));
  return { start: records[0]?.start ?? 0, section, path, header, rows, isImplied: true };
}

function joined(texts: readonly Cell[], start: number): Cell {
  const [first = emptyCell(start)] = texts;
  return { ...first, text: texts.map(({ text }) => text).join("\n") };
}
