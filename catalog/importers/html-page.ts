import { type DefaultTreeAdapterTypes, parse } from "parse5";
import type { Slices } from "../model/slices.ts";
import { HeadingPath } from "./headings.ts";
import { readHtmlTable, textOf } from "./html-tables.ts";
import { tidy } from "./inline-text.ts";
import type { Block } from "./outline.ts";
import { recordTables } from "./records.ts";
import type { Cell, Table } from "./table.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Returns the tables of an HTML page, and the errors that it describes without one. */
export function* readHtmlPage(source: string): Slices<Table[]> {
  const page = parse(source, { sourceCodeLocationInfo: true });
  yield;
  const reader = new PageReader(source);
  yield* reader.read(page.childNodes as Node[], 0);
  const described = yield* recordTables(reader.blocks);
  return [...reader.tables, ...described].sort((one, other) => one.start - other.start);
}

/** What is not part of a page's text. */
const unread = /^(?:script|style|template|noscript|svg|nav|footer|head)$/;

const codes = /^(?:code|kbd|samp|tt)$/;
const titles = /^(?:strong|b|code|kbd|samp|tt)$/;

class PageReader {
  readonly tables: Table[] = [];
  readonly blocks: Block[] = [];
  readonly #source: string;
  readonly #headings = new HeadingPath();
  #lists = 0;

  constructor(source: string) {
    this.#source = source;
  }

  *read(nodes: readonly Node[], depth: number): Slices<void> {
    for (const node of nodes) {
      yield;
      if (!("tagName" in node) || unread.test(node.tagName)) continue;
      const level = /^h([1-6])$/.exec(node.tagName)?.[1];
      if (level) this.#readHeading(node, Number(level));
      else if (node.tagName === "table") this.#readTable(node);
      else if (node.tagName === "dl") yield* this.#readDefinitions(node, depth);
      else if (/^[uo]l$/.test(node.tagName)) yield* this.#readList(node, depth + 1);
      else if (node.tagName === "p") this.blocks.push({ kind: "paragraph", ...this.#titled(node) });
      else yield* this.read(node.childNodes, depth);
    }
  }

  #readHeading(node: Element, depth: number): void {
    const cell = this.#cell(node);
    this.#headings.open(depth, cell.text);
    const [first, ...others] = node.childNodes.filter(
      (child) => !("value" in child) || child.value.trim() !== "",
    );
    const isCode = first !== undefined && codes.test(first.nodeName) && others.length === 0;
    this.blocks.push({ kind: "heading", depth, ...cell, isCode });
  }

  #readTable(node: Element): void {
    const at = node.sourceCodeLocation;
    if (!at) return;
    const path = this.#headings.texts();
    const section = path.pop() ?? "";
    const grid = readHtmlTable(this.#source, at.startOffset, at.endOffset);
    this.tables.push({ start: at.startOffset, ...grid, section, path });
    this.blocks.push({ kind: "break", text: "", start: at.startOffset, end: at.endOffset });
  }

  *#readDefinitions(list: Element, depth: number): Slices<void> {
    for (const node of list.childNodes) {
      yield;
      if (!("tagName" in node)) continue;
      if (node.tagName === "dt") this.blocks.push({ kind: "term", ...this.#cell(node) });
      else if (node.tagName === "dd") this.blocks.push({ kind: "definition", ...this.#cell(node) });
      // Terms and their definitions may stand in groups.
      else if (node.tagName === "div") yield* this.#readDefinitions(node, depth);
    }
  }

  *#readList(list: Element, depth: number): Slices<void> {
    const number = this.#lists++;
    for (const item of list.childNodes) {
      yield;
      if (!("tagName" in item) || item.tagName !== "li") continue;
      this.blocks.push({ kind: "item", depth, list: number, ...this.#titled(item) });
      for (const node of item.childNodes)
        if ("tagName" in node && /^[uo]l$/.test(node.tagName)) yield* this.#readList(node, depth + 1);
    }
  }

  /** Returns the text of an element, with what stands in bold or in code at its start as its title. */
  #titled(node: Element): Cell & { title?: Cell } {
    const cell = this.#cell(node);
    const first = firstText(node);
    return first ? { ...cell, title: { ...cell, text: tidy(textOf(first, this.#source)) } } : cell;
  }

  /** Returns the text of an element without that of the lists in it. */
  #cell(node: Element): Cell {
    const at = node.sourceCodeLocation;
    const start = at?.startTag?.endOffset ?? at?.startOffset ?? 0;
    const own = node.childNodes.filter((child) => !/^[uo]l$/.test(child.nodeName));
    const text = tidy(own.map((child) => textOf(child, this.#source)).join(""));
    return { text, start, end: at?.endTag?.startOffset ?? at?.endOffset ?? start };
  }
}

/** Returns the element in bold or in code that an element begins with, if there is one. */
function firstText(node: Element): Element | undefined {
  const first = node.childNodes.find((child) => !("value" in child) || child.value.trim() !== "");
  if (!first || !("tagName" in first)) return undefined;
  if (titles.test(first.tagName)) return first;
  return /^(?:p|span|a|div)$/.test(first.tagName) ? firstText(first) : undefined;
}
