import type { BlockContext, Line, MarkdownConfig } from "@lezer/markdown";

/** Whether a line lacks the marks of the lists and quotes that are open: all it can continue is a paragraph. */
export function isLazy(cx: BlockContext, line: Line): boolean {
  // The parser counts the containers that a line continues, but does not declare it.
  return (line as Line & { depth: number }).depth < cx.depth;
}

/** Whether a line begins with the mark of a list item. */
export function isListItem(line: string): boolean {
  return /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/.test(line);
}

/**
 * Lists may begin on every lazy line. For the parser itself, those that may not interrupt a paragraph in the same
 * container, such as one whose first number is 2, continue the paragraph.
 */
export const lazyLists: MarkdownConfig = {
  parseBlock: [
    {
      name: "LazyList",
      endLeaf: (cx, line) => isLazy(cx, line) && isListItem(line.text.slice(line.pos)),
    },
  ],
};
