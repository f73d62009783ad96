import type { BlockContext, Line, MarkdownConfig } from "@lezer/markdown";
import { isLazy } from "./lazy-lines.ts";

const attribute = /\s+[a-z:_][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?/.source;
const onlyTag = new RegExp(`^<(?:/[a-z][a-z\\d-]*|[a-z][a-z\\d-]*(?:${attribute})*\\s*/?)\\s*>\\s*$`, "i");

const blockElements =
  "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|" +
  "fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|" +
  "menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|" +
  "track|ul";

/** How HTML blocks begin and end, by their kinds in CommonMark; a blank line ends those that have no end. */
const kinds: readonly { begin: RegExp; end?: RegExp }[] = [
  { begin: /^<(?:script|pre|style|textarea)(?:\s|>|$)/i, end: /<\/(?:script|pre|style|textarea)>/i },
  { begin: /^<!--/, end: /-->/ },
  { begin: /^<\?/, end: /\?>/ },
  { begin: /^<![a-z]/i, end: />/ },
  { begin: /^<!\[CDATA\[/, end: /\]\]>/ },
  { begin: new RegExp(`^</?(?:${blockElements})(?:\\s|/?>|$)`, "i") },
  { begin: onlyTag },
];

/**
 * HTML blocks of Markdown. Those of the parser itself do not begin with a tag that closes itself, and do not end at the
 * blank lines of a quote.
 */
export const htmlBlocks: MarkdownConfig = {
  parseBlock: [
    {
      name: "HTMLBlock",
      parse(cx, line) {
        if (line.next !== 60) return false;
        const text = line.text.slice(line.pos);
        const kind = kinds.find(({ begin }) => begin.test(text));
        if (!kind) return false;
        const from = cx.lineStart + line.pos;
        skip(cx, line, kind.end);
        cx.addElement(cx.elt(text.startsWith("<!--") ? "CommentBlock" : "HTMLBlock", from, cx.prevLineEnd()));
        return true;
      },
    },
  ],
};

/** Whether a line is nothing but a tag, which begins an HTML block except in a paragraph. */
export function isOnlyTag(line: string): boolean {
  return onlyTag.test(line);
}

/** Moves to the line after an HTML block. */
function skip(cx: BlockContext, line: Line, end: RegExp | undefined): void {
  const isEnd = () => (end ? end.test(line.text.slice(line.pos)) : line.pos === line.text.length);
  while (!isEnd()) if (!cx.nextLine() || isLazy(cx, line)) return;
  if (end) cx.nextLine();
}
