import type { MarkdownParser } from "@lezer/markdown";

type Tree = ReturnType<MarkdownParser["parse"]>;
type Node = Tree["topNode"];

/** So many UTF-16 units are parsed in some milliseconds, whatever they are. */
const usualLength = 8192;
/** By how many UTF-16 units a piece may be longer to end with a line. */
const maximumRest = 2048;
/** The length up to which lists and quotes are whole: the time for nested ones can grow with its square. */
const maximumContainer = 32_768;

/** Blocks that are not divided: what is in them is no Markdown, and takes little time. */
const verbatim = /^(?:FencedCode|CodeBlock|HTMLBlock|CommentBlock|ProcessingInstructionBlock)$/;
const containers = /^(?:BulletList|OrderedList|Blockquote)$/;

/** A part of a Markdown document that can be parsed by itself. */
export interface MarkdownPiece {
  tree: Tree;
  /** The text of the tree. It may begin and end with text that belongs to other pieces. */
  text: string;
  /** The offsets in `text` between which the piece is. */
  from: number;
  to: number;
  /** What is added to an offset in `text` to get the one in the document. */
  shift: number;
}

/**
 * Parses a document piece by piece, since the parser cannot be interrupted. A piece ends where one of the outermost
 * blocks does. Of blocks that are longer, tables, lists and paragraphs are divided, and what stands on a very long line.
 */
export function* piecesOf(parser: MarkdownParser, document: string): Generator<MarkdownPiece> {
  let length = usualLength;
  let repeated = "";
  for (let start = 0; start < document.length; ) {
    const end = pieceEnd(document, start + length);
    const text = repeated + document.slice(start, end);
    const tree = parser.parse(text);
    const from = repeated.length;
    const cut = end < document.length ? cutIn(tree.topNode, text, from) : { to: text.length };
    if (!cut) {
      length *= 2;
      continue;
    }
    const shift = start - from;
    yield { tree, text, from, to: cut.to, shift };
    start = cut.to + shift;
    length = usualLength;
    repeated = cut.repeated ?? "";
  }
}

/** Where a piece ends, and the lines that the next one begins with: those that make a table of its rows. */
interface Cut {
  to: number;
  repeated?: string;
}

/** Returns where a text behind which the document goes on can be cut; undefined if only farther on. */
function cutIn(document: Node, text: string, from: number): Cut | undefined {
  const last = document.lastChild;
  if (!last) return { to: text.length };
  const start = lineStart(text, last.from);
  if (start > from) return { to: start };
  if (endsVerbatim(last)) return undefined;
  const endsWithLine = text.endsWith("\n");
  if (last.name === "Table" && endsWithLine) return { to: text.length, repeated: headOf(last, text) };
  if (!containers.test(last.name)) return { to: text.length };
  const item = lineStart(text, last.lastChild?.from ?? 0);
  if (last.name !== "Blockquote" && item > from) return { to: item };
  return endsWithLine && text.length < maximumContainer ? undefined : { to: text.length };
}

/** Returns whether a block, or the last one in it, is verbatim. */
function endsVerbatim(block: Node): boolean {
  for (let node: Node | null = block; node; node = node.lastChild) if (verbatim.test(node.name)) return true;
  return false;
}

/** Returns the first two lines of a table; none if they are long. */
function headOf({ from }: Node, text: string): string {
  const end = lineEnd(text, lineEnd(text, from));
  return end - from > usualLength / 2 ? "" : text.slice(lineStart(text, from), end);
}

/** Returns the end of the line at an offset; of a long line, that of a word in it. */
function pieceEnd(document: string, offset: number): number {
  const end = lineEnd(document, offset);
  if (end - offset <= maximumRest) return end;
  const space = document.indexOf(" ", offset);
  return space < 0 || space - offset > maximumRest ? offset + maximumRest : space + 1;
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** Returns the offset behind the line break at or behind an offset, or the end of the text. */
function lineEnd(text: string, offset: number): number {
  const at = text.indexOf("\n", offset);
  return at < 0 ? text.length : at + 1;
}
