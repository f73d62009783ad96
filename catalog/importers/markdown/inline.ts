import { type InlineContext, type InlineParser, type MarkdownParser, parser } from "@lezer/markdown";
import { parseFragment } from "parse5";
import { breaksLine, isHtmlElement } from "../inline-text.ts";
import type { Node } from "./blocks.ts";
import { type LinkLabels, linksWith } from "./links.ts";

/** A part of inline Markdown: a node of the parser, or the text between two. */
export interface Inline {
  /** The parser's name for the node, `Text` between nodes. */
  name: string;
  /** UTF-16 offsets in the Markdown. */
  from: number;
  to: number;
  /** The text as it is rendered: links, code and emphasis as their text, `<br>` as a line break. */
  text: string;
}

/** Reads the inline Markdown of a document. */
export class InlineMarkdown {
  readonly #parser: MarkdownParser;

  constructor(labels: LinkLabels) {
    this.#parser = inlineParser().configure(linksWith(labels));
  }

  /** Returns the text of inline Markdown as it is rendered. */
  text(markdown: string): string {
    return textOf(this.parts(markdown));
  }

  /** Returns the parts of inline Markdown, which together are all of it. */
  parts(markdown: string): Inline[] {
    if (!/[\\`*_[<&]/.test(markdown)) return [{ name: "Text", from: 0, to: markdown.length, text: markdown }];
    return partsOf(this.#parser.parse(markdown).topNode, markdown, 0, markdown.length);
  }
}

/** Returns the text of parts of inline Markdown. */
export function textOf(parts: readonly Inline[]): string {
  return parts.map(({ text }) => text).join("");
}

/** The numbers of backticks that do not occur together in the rest of a text. */
const absentMarks = new WeakMap<InlineContext, Set<number>>();

const code: InlineParser = {
  name: "InlineCode",
  // The parser's own inline code cannot begin after an escaped backtick.
  parse(cx, next, from) {
    const [marks] = next === 96 ? (/^`+/.exec(cx.slice(from, cx.end)) ?? []) : [];
    if (!marks) return -1;
    const inside = from + marks.length;
    const absent = absentMarks.get(cx) ?? new Set<number>();
    absentMarks.set(cx, absent);
    if (absent.has(marks.length)) return inside;
    const length = cx.slice(inside, cx.end).search(new RegExp(`(?<!\`)${marks}(?!\`)`));
    if (length < 0) {
      absent.add(marks.length);
      return inside;
    }
    const [close, to] = [inside + length, inside + length + marks.length];
    return cx.addElement(
      cx.elt("InlineCode", from, to, [cx.elt("CodeMark", from, inside), cx.elt("CodeMark", close, to)]),
    );
  },
};

const uri: InlineParser = {
  name: "Uri",
  before: "HTMLTag",
  // The parser's own autolinks can be placeholders such as `<Crate_Id:Name>`, which are text.
  parse(cx, next, from) {
    const rest = next === 60 ? cx.slice(from, cx.end) : "";
    if (!/^<[a-z][\w+.-]+:/i.test(rest)) return -1;
    const [link] = /^<[a-z][a-z\d+.-]{1,31}:[^ <>\p{Cc}]*>/iu.exec(rest) ?? [];
    return link ? cx.addElement(cx.elt("Autolink", from, from + link.length)) : from + 1;
  },
};

const blocks =
  "LinkReference IndentedCode FencedCode Blockquote HorizontalRule BulletList OrderedList ATXHeading HTMLBlock SetextHeading";
let configured: MarkdownParser | undefined;

/** Returns the parser for what stands in a block, which is made when it is first needed. */
function inlineParser(): MarkdownParser {
  configured ??= parser.configure({ remove: blocks.split(" "), parseInline: [code, uri] });
  return configured;
}

/** Returns the parts of a node's Markdown between two offsets. */
function partsOf(parent: Node, markdown: string, from: number, to: number): Inline[] {
  const parts: Inline[] = [];
  let at = from;
  const addText = (end: number) => {
    if (end > at) parts.push({ name: "Text", from: at, to: end, text: markdown.slice(at, end) });
  };
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.from < from || node.to > to) continue;
    addText(node.from);
    if (node.name === "Paragraph")
      for (const part of partsOf(node, markdown, node.from, node.to)) parts.push(part);
    else parts.push({ name: node.name, from: node.from, to: node.to, text: nodeText(node, markdown) });
    at = node.to;
  }
  addText(to);
  return parts;
}

function nodeText(node: Node, markdown: string): string {
  const written = markdown.slice(node.from, node.to);
  switch (node.name) {
    case "Escape":
      return written.slice(1);
    case "Entity":
      return entityText(written);
    case "HardBreak":
      return "\n";
    case "InlineCode":
      return codeText(written);
    case "HTMLTag":
    case "Comment":
    case "ProcessingInstruction":
      return htmlText(written);
    case "Autolink":
      return written.slice(1, -1);
    default: {
      const [open, close] = node.getChildren(/Emphasis$/.test(node.name) ? "EmphasisMark" : "LinkMark");
      return open && close ? textOf(partsOf(node, markdown, open.to, close.from)) : written;
    }
  }
}

function codeText(written: string): string {
  const inside = written.replace(/^`+|`+$/g, "");
  const isPadded = /^[ \n].*[^ \n].*[ \n]$/s.test(inside);
  return isPadded ? inside.slice(1, -1) : inside;
}

function htmlText(tag: string): string {
  if (tag.startsWith("<!--")) return "";
  const name = /^<\/?([A-Za-z][\w-]*)/.exec(tag)?.[1];
  if (name === undefined || !isHtmlElement(name)) return tag;
  return breaksLine(name) ? "\n" : "";
}

/** Returns the text that an entity such as `&lt;` stands for; the entity itself if there is none of its name. */
function entityText(entity: string): string {
  const [, decimal, hexadecimal] = /^&#(?:(\d{1,7})|x([\da-f]{1,6}));$/i.exec(entity) ?? [];
  if (decimal !== undefined) return character(Number.parseInt(decimal, 10));
  if (hexadecimal !== undefined) return character(Number.parseInt(hexadecimal, 16));
  const [node] = entity.startsWith("&#") ? [] : parseFragment(entity).childNodes;
  const text = node && "value" in node ? node.value : entity;
  // HTML also knows entities without a semicolon: of `&notes;` it would read the first three letters.
  return text.length > 2 ? entity : text;
}

function character(codePoint: number): string {
  const text = codePoint > 0x10ffff ? "" : String.fromCodePoint(codePoint);
  return /^(?:[\t\n\f\r]|[^\p{Cc}\p{Cs}\p{NChar}])$/u.test(text) ? text : "\ufffd";
}
