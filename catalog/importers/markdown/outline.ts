import type { Slices } from "../../model/slices.ts";
import { tidy } from "../inline-text.ts";
import type { Block } from "../outline.ts";
import type { Cell } from "../table.ts";
import type { Node } from "./blocks.ts";
import type { Inline } from "./inline.ts";

/** What is needed of a document to read its outline. */
export interface MarkdownSource {
  text: string;
  /** Returns the inline Markdown of a block, at the same length. */
  contentOf: (node: Node) => string;
  /** Returns the parts of inline Markdown. */
  partsOf: (markdown: string) => Inline[];
}

/** Returns the blocks of a Markdown document, in text order. */
export function* markdownOutline(root: Node, source: MarkdownSource): Slices<Block[]> {
  const reader = new OutlineReader(source);
  yield* reader.read(root, 0);
  return reader.blocks;
}

class OutlineReader {
  readonly blocks: Block[] = [];
  readonly #source: MarkdownSource;
  #lists = 0;

  constructor(source: MarkdownSource) {
    this.#source = source;
  }

  *read(parent: Node, depth: number): Slices<void> {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      yield;
      const level = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name)?.[1];
      if (level) this.blocks.push({ kind: "heading", depth: Number(level), ...this.#heading(node) });
      else if (node.name === "Paragraph") this.#readParagraph(node);
      else if (/^(?:Bullet|Ordered)List$/.test(node.name)) yield* this.#readList(node, depth + 1);
      else if (node.name === "Blockquote") yield* this.read(node, depth);
      else if (node.name === "FencedCode") this.#readCode(node);
      else if (!node.name.endsWith("Mark")) this.blocks.push({ kind: "break", ...emptyAt(node) });
    }
  }

  *#readList(list: Node, depth: number): Slices<void> {
    const number = this.#lists++;
    for (const item of list.getChildren("ListItem")) {
      const [paragraph] = item.getChildren("Paragraph");
      if (paragraph && isFirstIn(item, paragraph)) {
        const titled = this.#titled(paragraph);
        this.blocks.push({ kind: "item", depth, list: number, ...titled });
      }
      for (let node = item.firstChild; node; node = node.nextSibling) {
        yield;
        if (/^(?:Bullet|Ordered)List$/.test(node.name)) yield* this.#readList(node, depth + 1);
        else if (node.name === "FencedCode") this.#readCode(node);
        else if (node.name === "Paragraph" && node.from !== paragraph?.from) this.#readParagraph(node);
      }
    }
  }

  #readParagraph(node: Node): void {
    this.blocks.push({ kind: "paragraph", ...this.#titled(node) });
  }

  #readCode(node: Node): void {
    const [info] = node.getChildren("CodeInfo");
    const { text } = this.#source;
    const code = node.getChildren("CodeText");
    const [start, end] = [code[0]?.from ?? node.to, code.at(-1)?.to ?? node.to];
    const language = info ? text.slice(info.from, info.to).trim().toLowerCase() : "";
    this.blocks.push({ kind: "code", language, text: text.slice(start, end), start, end });
  }

  #heading(node: Node): Cell & { isCode: boolean } {
    const parts = this.#source.partsOf(this.#source.contentOf(node));
    const [first, ...others] = parts.filter(({ text }) => text.trim() !== "");
    const isCode = first?.name === "InlineCode" && others.length === 0;
    return { text: textIn(parts), start: node.from, end: node.to, isCode };
  }

  /** Returns the text of a paragraph, with what stands in bold or in code at its start as its title. */
  #titled(node: Node): Cell & { title?: Cell } {
    const parts = this.#source.partsOf(this.#source.contentOf(node));
    const cell = { text: textIn(parts), start: node.from, end: node.to };
    const first = parts.find(({ text }) => text.trim() !== "");
    const isSetOff = first && /^(?:StrongEmphasis|InlineCode)$/.test(first.name);
    return isSetOff ? { ...cell, title: { ...cell, text: tidy(first.text) } } : cell;
  }
}

function textIn(parts: readonly Inline[]): string {
  return tidy(parts.map(({ text }) => text).join(""));
}

function isFirstIn(item: Node, paragraph: Node): boolean {
  let first = item.firstChild;
  while (first?.name.endsWith("Mark")) first = first.nextSibling;
  return first?.from === paragraph.from;
}

function emptyAt({ from }: Node): Cell {
  return { text: "", start: from, end: from };
}
