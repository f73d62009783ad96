import { parser } from "@lezer/markdown";
import { htmlBlocks } from "./html-blocks.ts";
import { lazyLists } from "./lazy-lines.ts";
import { pipeTables } from "./pipe-tables.ts";

/** Leaves inline Markdown unread: most of it is prose, of which nothing is needed. */
const unreadInlines = { parseInline: [{ name: "Escape", parse: ({ end }: { end: number }) => end }] };

const blockParser = parser.configure([htmlBlocks, lazyLists, pipeTables, unreadInlines]);

/** A tree of Markdown, and its nodes. */
export type Tree = ReturnType<typeof blockParser.parse>;
export type Node = Tree["topNode"];

/** Parses the blocks of a Markdown document whose lines end with `\n`. */
export function markdownBlocks(text: string): Tree {
  return blockParser.parse(text);
}
