import type { Slices } from "../model/slices.ts";
import { roleOf } from "./columns.ts";
import { HeadingPath, headingText } from "./headings.ts";
import type { Block } from "./outline.ts";
import { type Field, fieldsIn, goOn, labelOf } from "./record-fields.ts";
import { listsOfErrors, titleOfItem } from "./record-lists.ts";
import { type ErrorRecord, type Group, isDescribed, tableOf } from "./record-table.ts";
import { likenessOf, listedForms, numberedForm, type RecordTitle, titleOf } from "./record-title.ts";
import type { Cell, Table } from "./table.ts";

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
  /** The headings that stand below several errors: each names a part of these. */
  readonly #repeated: ReadonlySet<string>;
  /** The forms of codes that several headings or items begin with. */
  readonly #forms: ReadonlySet<string>;
  /** The error that the blocks belong to, and what it stands in: a heading of this depth, or something below one. */
  #open: { record: ErrorRecord; depth: number; isHeading: boolean } | undefined;
  #lastField: Field | undefined;
  /** The error of the term that was read last, if nothing has been said of it. */
  #lastTerm: ErrorRecord | undefined;

  /** `title` is that of the document, which stands above all its headings. */
  constructor(blocks: readonly Block[], title: string) {
    if (title) this.#headings.open(0, title);
    this.#listsOfErrors = listsOfErrors(blocks);
    this.#repeated = repeatedHeadings(blocks);
    this.#forms = listedForms(blocks.filter(({ kind }) => kind === "heading" || kind === "item"));
  }

  read(block: Block): void {
    if (block.kind !== "term") this.#lastTerm = undefined;
    switch (block.kind) {
      case "heading":
        this.#readHeading(block);
        return;
      case "paragraph":
        this.#readParagraph(block);
        return;
      case "term":
        this.#readTerm(block);
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
    const isRepeated = this.#repeated.has(headingText(block.text));
    const title = titleOf(block, block.isCode, this.#forms.has(numberedForm(block) ?? ""));
    this.#headings.open(block.depth, block.text);
    if (!title || (isRepeated && likenessOf(title.code) < 0.9 && !title.status)) {
      // A heading below that of an error, such as “Solution”, names a field of it; beside it, if others do as well.
      const isBelow =
        this.#open?.isHeading &&
        (block.depth > this.#open.depth || (isRepeated && block.depth === this.#open.depth));
      if (isBelow && namesText(block.text)) this.#openField(block.text, block);
      else if (isBelow && isRepeated) this.#openField("", block);
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
      this.#add({ ...block, text: block.text.slice(title.text.length).replace(/^[\s.:：。]+/, "") }, true);
      return;
    }
    const isField = this.#open && roleOf(labelOf(block)?.text ?? "") !== undefined;
    const isTitle = title && !isField && !this.#goesOn(block) && titleOf(title)?.text === undefined;
    if (isTitle && this.#begins(block, "paragraph", titleOf(block, true))) return;
    this.#add(block, title !== undefined);
  }

  /** Whether a paragraph below the heading of an error is a sentence that begins with something in bold or in code. */
  #goesOn({ text, title }: Block & { kind: "paragraph" }): boolean {
    return this.#open?.isHeading === true && /^[ ]+[^\s:：=–—-]/.test(text.slice(title?.text.length));
  }

  /** What several terms share is said of all of them. */
  #readTerm(block: Block & { kind: "term" }): void {
    const title = titleOf(block, true);
    const last = this.#lastTerm;
    const isBare = (one: RecordTitle) => !one.status && !one.text && !one.name;
    if (last && title && isBare(last.title) && isBare(title)) {
      const { code } = last.title;
      last.title.code = { text: `${code.text}, ${title.code.text}`, start: code.start, end: block.end };
      return;
    }
    if (!this.#begins(block, "term", title)) this.#close();
    this.#lastTerm = title && this.#open?.record;
  }

  #readItem(block: Block & { kind: "item" }): void {
    if (!this.#listsOfErrors.has(block.list)) {
      this.#add(block, true);
      return;
    }
    const found = titleOfItem(block, this.#forms);
    if (!this.#begins(block, `list ${block.depth}`, found?.title)) this.#close();
    else if (found?.rest) this.#add({ ...block, text: found.rest }, true);
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
    const { before, fields } = fieldsIn(block, allowsUnknown);
    const field = this.#lastField;
    if (before !== "" && !field) record.texts.push({ ...block, text: before });
    else if (before !== "" && field?.value.text === "") field.value = { ...block, text: before };
    else if (before !== "" && field) goOn(field, before);
    record.fields.push(...fields);
    this.#lastField = fields.at(-1) ?? field;
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

/** Returns the headings that stand in a document more than once. */
function repeatedHeadings(blocks: readonly Block[]): ReadonlySet<string> {
  const [once, repeated] = [new Set<string>(), new Set<string>()];
  for (const block of blocks) {
    if (block.kind !== "heading") continue;
    const text = headingText(block.text);
    if (once.has(text)) repeated.add(text);
    once.add(text);
  }
  return repeated;
}
