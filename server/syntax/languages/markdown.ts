import { type MarkdownParser, parser, Table } from "@lezer/markdown";
import type { Slices } from "../../../catalog/model/slices.ts";
import { codeWordsIn, type EmbeddedRegion, Excerpt, type LiteralSet, toLiteral } from "../embedded.ts";
import type { Language } from "../language.ts";
import type { Literal, Relation } from "../literal.ts";
import { type MarkdownPiece, piecesOf } from "../markdown-pieces.ts";
import type { Budget } from "../parsing/budget.ts";

/** Made when a document is first read. */
let withTables: MarkdownParser | undefined;

type Node = ReturnType<MarkdownParser["parse"]>["topNode"];
type NodeType = Pick<Node, "name" | "from" | "to" | "node">;

export const markdown: Language = {
  name: "Markdown",
  ids: ["markdown", "mdx"],
  extensions: [".md", ".markdown", ".mdx"],
  comment: ["<!--", "-->"],
  read,
};

/**
 * Analyzes a document, in slices: inline code and table cells of one word are literals, code blocks are regions, the rest
 * is prose.
 */
function* read(text: string, budget?: Budget): Slices<LiteralSet> {
  const set: LiteralSet = { literals: [], regions: [] };
  withTables ??= parser.configure(Table);
  for (const piece of piecesOf(withTables, text)) {
    addPiece(set, piece);
    if (budget?.isSliceOver) yield;
  }
  return set;
}

function addPiece({ literals, regions }: LiteralSet, { tree, text, from, to, shift }: MarkdownPiece): void {
  const tables = new TableColumns(text);
  let proseFrom = from;
  const endProse = (start: number, end: number) => {
    for (const word of codeWordsIn(text.slice(proseFrom, start), proseFrom + shift)) literals.push(word);
    proseFrom = end;
  };
  tree.iterate({
    enter(at) {
      if (at.from >= to || at.to <= from) return false;
      const region = regionOf(at, text, shift);
      if (region) regions.push(region);
      const literal = literalOf(at, text, tables);
      if (literal) literals.push({ ...literal, start: literal.start + shift, end: literal.end + shift });
      if (!region && !literal && at.name !== "URL") return true;
      endProse(at.from, at.to);
      return false;
    },
  });
  endProse(to, to);
}

/** Returns the region of a code block or of a block of HTML, with offsets shifted; undefined for other nodes. */
function regionOf(at: NodeType, text: string, shift: number): EmbeddedRegion | undefined {
  if (at.name === "HTMLBlock") return { language: "html", excerpt: excerptOf([at], text, shift) };
  if (at.name !== "FencedCode" && at.name !== "CodeBlock") return undefined;
  const { node } = at;
  const info = node.getChild("CodeInfo");
  const language = info ? /^[\w.#+-]*/.exec(text.slice(info.from, info.to))?.[0] : undefined;
  return { language: language || "text", excerpt: excerptOf(node.getChildren("CodeText"), text, shift) };
}

/** Returns an excerpt of the text that consists of these pieces. */
function excerptOf(pieces: readonly { from: number; to: number }[], text: string, shift: number): Excerpt {
  const excerpt = new Excerpt();
  for (const { from, to } of pieces) excerpt.add(text.slice(from, to), from + shift);
  return excerpt;
}

/** Returns the literal of inline code or of a table cell that consists of one word; undefined for other nodes. */
function literalOf(at: NodeType, text: string, tables: TableColumns): Literal | undefined {
  if (at.name !== "InlineCode" && at.name !== "TableCell") return undefined;
  const { node } = at;
  const [open, close] = node.getChildren("CodeMark");
  const inside = text.slice(open?.to ?? node.from, close?.from ?? node.to);
  const word = inside.trim();
  if (!/^[\w.-]+$/.test(word)) return undefined;
  const start = (open?.to ?? node.from) + inside.indexOf(word);
  const relations = tables.relationsOf(at.name === "TableCell" ? node : node.parent);
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

/** The columns of the tables of one document; each row is read once, however many cells it has. */
class TableColumns {
  readonly #text: string;
  /** The columns of the cells of each row, by the start of the row and of the cell. */
  readonly #columns = new Map<number, ReadonlyMap<number, number>>();
  /** The titles of the columns of each table, by the start of its header. */
  readonly #titles = new Map<number, ReadonlyMap<number, Node>>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Returns the relation of a cell to the header of its column, which names the cells as a variable names a list. */
  relationsOf(cell: Node | null): Relation[] {
    const row = cell?.name === "TableCell" ? cell.parent : null;
    const header = row?.name === "TableRow" ? row.parent?.getChild("TableHeader") : null;
    if (!cell || !row || !header) return [];
    const column = this.#columnsOf(row).get(cell.from);
    const title = column === undefined ? undefined : this.#titlesOf(header).get(column);
    if (!title) return [];
    const subject = this.#text.slice(title.from, title.to).replace(/[^\p{L}\p{N}]+/gu, "-");
    return [{ kind: "listed", subject }];
  }

  #titlesOf(header: Node): ReadonlyMap<number, Node> {
    let titles = this.#titles.get(header.from);
    if (!titles) {
      const columns = this.#columnsOf(header);
      const cells = header.getChildren("TableCell").reverse();
      titles = new Map(cells.map((cell) => [columns.get(cell.from) ?? -1, cell]));
      this.#titles.set(header.from, titles);
    }
    return titles;
  }

  /** Returns the zero-based columns of the cells of a row. Empty cells have no node, so the bars before are counted. */
  #columnsOf(row: Node): ReadonlyMap<number, number> {
    let columns = this.#columns.get(row.from);
    if (!columns) {
      columns = columnsIn(row);
      this.#columns.set(row.from, columns);
    }
    return columns;
  }
}

function columnsIn(row: Node): ReadonlyMap<number, number> {
  const columns = new Map<number, number>();
  let bars = 0;
  for (let node = row.firstChild; node; node = node.nextSibling) {
    // A bar at the start of the row is before its first column.
    if (node.name === "TableDelimiter") bars += node.from === row.from ? 0 : 1;
    else if (node.name === "TableCell") columns.set(node.from, bars);
  }
  return columns;
}
