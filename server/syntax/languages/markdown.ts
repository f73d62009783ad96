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

/** Inline code and cells of one word are literals, code blocks are regions, and the rest is prose. */
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

function regionOf(at: NodeType, text: string): EmbeddedRegion | undefined {
  if (at.name === "HTMLBlock") return { language: "html", excerpt: excerptOf([at], text) };
  if (at.name !== "FencedCode" && at.name !== "CodeBlock") return undefined;
  const { node } = at;
  const info = node.getChild("CodeInfo");
  const language = info ? /^[\w.#+-]*/.exec(text.slice(info.from, info.to))?.[0] : undefined;
  return { language: language || "text", excerpt: excerptOf(node.getChildren("CodeText"), text) };
}

function excerptOf(pieces: readonly { from: number; to: number }[], text: string): Excerpt {
  const excerpt = new Excerpt();
  for (const { from, to } of pieces) excerpt.add(text.slice(from, to), from);
  return excerpt;
}

function literalOf(at: NodeType, text: string): Literal | undefined {
  if (at.name !== "InlineCode" && at.name !== "TableCell") return undefined;
  const { node } = at;
  const [open, close] = node.getChildren("CodeMark");
  const inside = text.slice(open?.to ?? node.from, close?.from ?? node.to);
  const word = inside.trim();
  if (!/^[\w.-]+$/.test(word)) return undefined;
  const start = (open?.to ?? node.from) + inside.indexOf(word);
  return toLiteral(start, word, ...cluesIn(at.name === "TableCell" ? node : node.parent, text));
}

/** The head of a cell's column names what stands in it, as the name of a list does. */
function cluesIn(cell: Node | null, text: string): Relation[] {
  const row = cell?.name === "TableCell" ? cell.parent : null;
  const header = row?.name === "TableRow" ? row.parent?.getChild("TableHeader") : null;
  if (!cell || !row || !header) return [];
  const column = columnOf(cell, row);
  const head = header.getChildren("TableCell").find((one) => columnOf(one, header) === column);
  if (!head) return [];
  const subject = text.slice(head.from, head.to).replace(/[^\p{L}\p{N}]+/gu, "-");
  return [{ kind: "listed", subject }];
}

/** An empty cell has no node: the bars before a cell count its column. */
function columnOf(cell: Node, row: Node): number {
  const bars = row.getChildren("TableDelimiter").filter(({ from }) => from < cell.from);
  return bars.length - (bars[0]?.from === row.from ? 1 : 0);
}
