import { parser, Table } from "@lezer/markdown";
import { codeWordsIn, type EmbeddedRegion, Excerpt, type LiteralSet, toLiteral } from "../embedded.ts";
import type { Language } from "../language.ts";
import type { Literal, Relation } from "../literal.ts";

const withTables = parser.configure(Table);

type Node = ReturnType<typeof withTables.parse>["topNode"];
type NodeType = Pick<Node, "name" | "from" | "to" | "node">;

export const markdown: Language = {
  name: "Markdown",
  ids: ["markdown", "mdx"],
  extensions: [".md", ".markdown", ".mdx"],
  comment: ["<!--", "-->"],
  read,
};

/**
 * Analyzes a document: inline code and table cells of one word are literals, code blocks are regions, the rest is
 * prose.
 */
function read(text: string): LiteralSet {
  const literals: Literal[] = [];
  const regions: EmbeddedRegion[] = [];
  let proseFrom = 0;
  const endProse = (from: number, to: number) => {
    for (const word of codeWordsIn(text.slice(proseFrom, from), proseFrom)) literals.push(word);
    proseFrom = to;
  };
  withTables.parse(text).iterate({
    enter(at) {
      const region = regionOf(at, text);
      if (region) regions.push(region);
      const literal = literalOf(at, text);
      if (literal) literals.push(literal);
      if (!region && !literal && at.name !== "URL") return true;
      endProse(at.from, at.to);
      return false;
    },
  });
  endProse(text.length, text.length);
  return { literals, regions };
}

/** Returns the region of a code block or of a block of HTML; undefined for other nodes. */
function regionOf(at: NodeType, text: string): EmbeddedRegion | undefined {
  if (at.name === "HTMLBlock") return { language: "html", excerpt: excerptOf([at], text) };
  if (at.name !== "FencedCode" && at.name !== "CodeBlock") return undefined;
  const { node } = at;
  const info = node.getChild("CodeInfo");
  const language = info ? /^[\w.#+-]*/.exec(text.slice(info.from, info.to))?.[0] : undefined;
  return { language: language || "text", excerpt: excerptOf(node.getChildren("CodeText"), text) };
}

/** Returns an excerpt of the text that consists of these pieces. */
function excerptOf(pieces: readonly { from: number; to: number }[], text: string): Excerpt {
  const excerpt = new Excerpt();
  for (const { from, to } of pieces) excerpt.add(text.slice(from, to), from);
  return excerpt;
}

/** Returns the literal of inline code or of a table cell that consists of one word; undefined for other nodes. */
function literalOf(at: NodeType, text: string): Literal | undefined {
  if (at.name !== "InlineCode" && at.name !== "TableCell") return undefined;
  const { node } = at;
  const [open, close] = node.getChildren("CodeMark");
  const inside = text.slice(open?.to ?? node.from, close?.from ?? node.to);
  const word = inside.trim();
  if (!/^[\w.-]+$/.test(word)) return undefined;
  const start = (open?.to ?? node.from) + inside.indexOf(word);
  const relations = relationsOf(at.name === "TableCell" ? node : node.parent, text);
  return toLiteral(start, word, ...relations, ...relationsToProse(text, at.from));
}

/** The maximum number of UTF-16 units before inline code that are searched for what names it. */
const maximumLead = 200;
/** Matches prose that calls the inline code behind it an error code, or that before it in the same enumeration. */
const naming =
  /(?:error[ -]codes?|错误代?码)[ \t*_]*(?:(?:is|are|of|returned)\b|[:：(（是为])?[\s*_"“]*(?:`[\w.-]+`[ \t]*(?:[,、，/]|and|or|和|或)[ \t]*)*$/iu;

/** Returns the relation of inline code to the prose before it that calls it an error code: "Error Code: `X`". */
function relationsToProse(text: string, at: number): Relation[] {
  const lead = text.slice(Math.max(0, at - maximumLead), at);
  return naming.test(lead.slice(lead.lastIndexOf("\n") + 1))
    ? [{ kind: "value", subject: "error-code" }]
    : [];
}

/** Returns the relation of a cell to the header of its column, which names the cells as a variable names a list. */
function relationsOf(cell: Node | null, text: string): Relation[] {
  const row = cell?.name === "TableCell" ? cell.parent : null;
  const header = row?.name === "TableRow" ? row.parent?.getChild("TableHeader") : null;
  if (!cell || !row || !header) return [];
  const column = columnOf(cell, row);
  const title = header.getChildren("TableCell").find((one) => columnOf(one, header) === column);
  if (!title) return [];
  const subject = text.slice(title.from, title.to).replace(/[^\p{L}\p{N}]+/gu, "-");
  return [{ kind: "listed", subject }];
}

/** Returns the zero-based column of a cell. Empty cells have no node, so the bars before the cell are counted. */
function columnOf(cell: Node, row: Node): number {
  const bars = row.getChildren("TableDelimiter").filter(({ from }) => from < cell.from);
  return bars.length - (bars[0]?.from === row.from ? 1 : 0);
}
