import { type AbstractBlock, load } from "@asciidoctor/core";
import { parseFragment } from "parse5";
import { atOnce } from "../model/slices.ts";
import type { DocumentTables } from "./formats/document-format.ts";
import { HeadingPath } from "./headings.ts";
import { textOf } from "./html-tables.ts";
import { tidy } from "./inline-text.ts";
import { Lines } from "./lines.ts";
import type { Block } from "./outline.ts";
import { recordTables } from "./records.ts";
import type { Cell, Table, TableRow } from "./table.ts";

/** In UTF-16 units; the library reads a text at once. */
const longestText = 2_000_000;

/** A column or a cell that is repeated, or spans, more than a hundred times: few characters stand for any number. */
const repeats = /(?:^|[\s|])(?:\d{3,}(?:\.\d+)?|\d{0,2}\.\d{3,})[*+]\S|\bcols\s*=[^\]\n]*\d{3,}\*/m;

/** Reads a document in AsciiDoc. The library states the line of each part; its text is looked for from there on. */
export async function readAsciiDoc(text: string): Promise<DocumentTables> {
  if (text.length > longestText || repeats.test(text)) {
    const reason = {
      en: "The document is too long to be read, or has a table with too many cells.",
      "zh-CN": "文档过长，或其中的表格单元格过多，无法读取。",
    };
    return { tables: [], problems: [{ start: 0, reason }] };
  }
  // In this mode nothing is included or executed, and no file is read.
  const document = await load(text, { safe: "secure", sourcemap: true, logger: null });
  const title = plain(document.getTitle() ?? "");
  const reader = new AsciiDocReader(text, title);
  reader.read(document, 0);
  const described = atOnce(recordTables(reader.blocks, title));
  const tables = [...reader.tables, ...described].sort((one, other) => one.start - other.start);
  return { tables, problems: [] };
}

/** The parts of the library's objects that are used here, which its types leave out. */
interface Part extends AbstractBlock {
  level: number;
  rows?: { head: Part[][]; body: Part[][] };
  getText?: () => string | null;
  getSource?: () => string;
  getItems?: () => unknown[];
}

class AsciiDocReader {
  readonly tables: Table[] = [];
  readonly blocks: Block[] = [];
  readonly #text: string;
  readonly #lines: Lines;
  readonly #headings = new HeadingPath();
  #lists = 0;

  constructor(text: string, title: string) {
    this.#text = text;
    this.#lines = new Lines(text);
    if (title) this.#headings.open(0, title);
  }

  read(parent: AbstractBlock, depth: number): void {
    for (const block of parent.getBlocks() as Part[]) {
      const context = block.getContext();
      if (context === "section") this.#readSection(block, depth);
      else if (context === "table") this.#readTable(block);
      else if (context === "dlist") this.#readDefinitions(block);
      else if (context === "ulist" || context === "olist") this.#readList(block, depth + 1);
      else if (context === "paragraph") this.#readParagraph(block);
      else this.read(block, depth);
    }
  }

  #readSection(section: Part, depth: number): void {
    const html = section.getTitle() ?? "";
    const cell = this.#cell(section, html);
    this.#headings.open(section.level, cell.text);
    const isCode = /^<code>[^<]*<\/code>$/.test(html);
    this.blocks.push({ kind: "heading", depth: section.level, ...cell, isCode });
    this.read(section, depth);
  }

  #readTable(block: Part): void {
    const path = this.#headings.texts();
    const section = path.pop() ?? "";
    const rowOf = (cells: Part[]): TableRow => {
      const read = cells.map((cell) => this.#cell(cell, cell.getText?.() ?? ""));
      return { cells: read, start: read[0]?.start ?? 0 };
    };
    const [head] = block.rows?.head ?? [];
    const rows = (block.rows?.body ?? []).map(rowOf);
    const header = head ? rowOf(head).cells.map(({ text }) => text) : [];
    const start = this.#startOf(block);
    this.tables.push({ start, section, path, header, rows });
    this.blocks.push({ kind: "break", text: "", start, end: start });
  }

  #readDefinitions(list: Part): void {
    for (const [terms, definition] of (list.getItems?.() ?? []) as [Part[], Part | null][]) {
      for (const term of terms)
        this.blocks.push({ kind: "term", ...this.#cell(term, term.getText?.() ?? "") });
      if (!definition) continue;
      this.blocks.push({ kind: "definition", ...this.#cell(definition, definition.getText?.() ?? "") });
      this.read(definition, 0);
    }
  }

  #readList(list: Part, depth: number): void {
    const number = this.#lists++;
    for (const item of (list.getItems?.() ?? []) as Part[]) {
      const html = item.getText?.() ?? "";
      const first = /^\s*<(code|strong)>([\s\S]*?)<\/\1>/.exec(html)?.[2];
      const cell = this.#cell(item, html);
      const title = first === undefined ? {} : { title: { ...cell, text: plain(first) } };
      this.blocks.push({ kind: "item", depth, list: number, ...cell, ...title });
      this.read(item, depth);
    }
  }

  #readParagraph(block: Part): void {
    const source = block.getSource?.() ?? "";
    const first = /^\s*([*`]{1,2})(\S(?:[^\n]*?\S)?)\1(?![\w*`])/.exec(source)?.[2];
    const cell = { ...this.#cell(block, ""), text: withoutMarks(source) };
    const title = first === undefined ? {} : { title: { ...cell, text: withoutMarks(first) } };
    this.blocks.push({ kind: "paragraph", ...cell, ...title });
  }

  /** Returns the text of a part that the library has rendered, from where its line begins to the end of the paragraph. */
  #cell(part: Part, html: string): Cell {
    const start = this.#startOf(part);
    const end = this.#text.indexOf("\n\n", start);
    return { text: plain(html), start, end: end < 0 ? this.#text.length : end };
  }

  #startOf(part: Part): number {
    return this.#lines.offsetOf((part.getLineNumber() ?? 1) - 1);
  }
}

/** What the library writes for the marks on the right; messages are read as an API returns them. */
const typeset: readonly (readonly [RegExp, string])[] = [
  [/&#8217;/g, "'"],
  [/&#8230;(?:&#8203;)?/g, "..."],
  [/&#8201;&#8212;&#8201;/g, " -- "],
  [/&#8212;(?:&#8203;)?/g, "--"],
  [/&#8594;/g, "-&gt;"],
  [/&#8592;/g, "&lt;-"],
  [/&#8658;/g, "=&gt;"],
  [/&#8656;/g, "&lt;="],
];

/** Returns the text of HTML. */
function plain(rendered: string): string {
  if (!/[<&]/.test(rendered)) return tidy(rendered);
  const html = typeset.reduce((text, [form, written]) => text.replace(form, written), rendered);
  return tidy(
    parseFragment(html)
      .childNodes.map((node) => textOf(node, html))
      .join(""),
  );
}

/** Returns the text of a paragraph without the marks of bold, code and line breaks, and without what is not included. */
function withoutMarks(source: string): string {
  const own = source.replace(/ \+$/gm, "").replace(/^link:\S+\[role=include\b.*$/gm, "");
  return tidy(own.replace(/(?<![\w*`])([*`_]{1,2})(\S(?:[^\n]*?\S)?)\1(?![\w*`])/g, "$2"));
}
