import type { Cell } from "./table.ts";

/** A block of a document that reads from top to bottom, whatever its format; offsets are UTF-16 units. */
export type Block = Heading | Paragraph | ListItem | Term | Definition | CodeBlock | Break;

/** `isCode` says that nothing but code stands in it. */
interface Heading extends Cell {
  kind: "heading";
  depth: number;
  isCode?: boolean;
}

/** `title` is the text in bold or in code that it consists of, or begins with. */
interface Paragraph extends Cell {
  kind: "paragraph";
  title?: Cell;
}

/** An item of a list without the lists in it; the items of a list have the same `list`, a number. */
export interface ListItem extends Cell {
  kind: "item";
  depth: number;
  list: number;
  title?: Cell;
}

/** What a list of definitions defines. */
interface Term extends Cell {
  kind: "term";
}

interface Definition extends Cell {
  kind: "definition";
}

/** `language` is the word behind the fence, "" without one. */
interface CodeBlock extends Cell {
  kind: "code";
  language: string;
}

/** A table, a line, or anything else behind which a list of fields does not go on. */
interface Break extends Cell {
  kind: "break";
}
