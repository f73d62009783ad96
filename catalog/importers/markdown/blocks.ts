import { type MarkdownParser, parser } from "@lezer/markdown";
import type { Slices } from "../../model/slices.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { lazyLists } from "./lazy-lines.ts";
import { pipeTables } from "./pipe-tables.ts";

/** Leaves inline Markdown unread: most of it is prose, of which nothing is needed. */
const unreadInlines = { parseInline: [{ name: "Escape", parse: ({ end }: { end: number }) => end }] };

/** Made when a document is first read. */
let blockParser: MarkdownParser | undefined;

/** A tree of Markdown, and its nodes. */
export type Tree = ReturnType<MarkdownParser["parse"]>;
export type Node = Tree["topNode"];

/** Parses the blocks of a Markdown document whose lines end with `\n`. */
export function* markdownBlocks(text: string): Slices<Tree> {
  blockParser ??= parser.configure([htmlBlocks, lazyLists, pipeTables, unreadInlines]);
  const parse = blockParser.startParse(text);
  for (;;) {
    const tree = parse.advance();
    if (tree) return tree;
    yield;
  }
}
