import type { DelimiterType, InlineContext, InlineParser, MarkdownConfig } from "@lezer/markdown";

/** The link references that a document defines, by which `[text]` is a link or just text. */
export class LinkLabels {
  readonly #labels = new Set<string>();

  add(label: string): void {
    this.#labels.add(normalized(label));
  }

  has(label: string): boolean {
    return this.#labels.size > 0 && label.length <= 999 && this.#labels.has(normalized(label));
  }
}

/** Labels are compared without regard to case and to the kind and number of blanks. */
function normalized(label: string): string {
  return label
    .replace(/[\t\n ]+/g, " ")
    .trim()
    .toLowerCase()
    .toUpperCase();
}

/** A bracket that may begin a link or an image, by itself a type of delimiter. */
interface Bracket extends DelimiterType {
  isImage: boolean;
  from: number;
  to: number;
  /** Whether a link inside keeps it from beginning one. */
  isInactive: boolean;
}

/** Links and images. For the parser itself, everything in brackets is one, whether or not a document defines its label. */
export function linksWith(labels: LinkLabels): MarkdownConfig {
  const open = new WeakMap<InlineContext, Bracket[]>();
  const link: InlineParser = {
    name: "Link",
    parse(cx, next, from) {
      const isImage = next === 33 && cx.char(from + 1) === 91;
      if (!isImage && next !== 91) return -1;
      const bracket: Bracket = { isImage, from, to: from + (isImage ? 2 : 1), isInactive: false };
      const brackets = open.get(cx) ?? [];
      open.set(cx, brackets);
      brackets.push(bracket);
      return cx.addDelimiter(bracket, from, bracket.to, true, false);
    },
  };
  const linkEnd: InlineParser = {
    name: "LinkEnd",
    parse(cx, next, at) {
      const brackets = next === 93 ? (open.get(cx) ?? []) : [];
      const bracket = brackets.pop();
      if (!bracket || bracket.isInactive) return -1;
      const to = endOfLink(cx, cx.slice(bracket.to, at), at + 1, labels);
      const index = to === undefined ? null : cx.findOpeningDelimiter(bracket);
      if (to === undefined || index === null) return -1;
      const { isImage, from } = bracket;
      if (!isImage) deactivate(brackets);
      const marks = [cx.elt("LinkMark", from, bracket.to), cx.elt("LinkMark", at, at + 1)] as const;
      const content = [marks[0], ...cx.takeContent(index), marks[1]];
      return cx.addElement(cx.elt(isImage ? "Image" : "Link", from, to, content));
    },
  };
  return { remove: ["Image"], parseInline: [link, linkEnd] };
}

/** Keeps brackets around a link from beginning one. Those around a bracket that was kept from it before were so too. */
function deactivate(brackets: readonly Bracket[]): void {
  for (let at = brackets.length - 1; at >= 0; at--) {
    const bracket = brackets[at];
    if (!bracket || bracket.isInactive) return;
    if (!bracket.isImage) bracket.isInactive = true;
  }
}

const blank = "[ \\t\\n]";
const punctuation = "[!-/:-@[-`{-~]";
const plain = `[^ \\p{Cc}()\\\\]|\\\\${punctuation}|\\\\(?!${punctuation})`;
const target = `(?:<(?:[^<>\\n\\\\]|\\\\.)*>|(?![<) ]|\\p{Cc})${balanced(4)})`;
const title = `(?:"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'|\\((?:[^()\\\\]|\\\\.)*\\))`;
const resource = new RegExp(`^\\(${blank}*(?:${target}(?:${blank}+${title})?${blank}*)?\\)`, "su");
const reference = /^\[((?:[^[\]\\]|\\.){0,999})\]/s;

/** Returns a pattern of text in which parentheses are balanced, and nested up to some depth. */
function balanced(depth: number): string {
  return depth === 0 ? `(?:${plain})*` : `(?:${plain}|\\(${balanced(depth - 1)}\\))*`;
}

/** Returns the end of a link whose text has been closed before `from`; undefined if it is no link. */
function endOfLink(cx: InlineContext, text: string, from: number, labels: LinkLabels): number | undefined {
  const rest = cx.slice(from, cx.end);
  const [inParentheses] = resource.exec(rest) ?? [];
  if (inParentheses) return from + inParentheses.length;
  const [inBrackets = "", label = ""] = reference.exec(rest) ?? [];
  return labels.has(label.trim() === "" ? text : label) ? from + inBrackets.length : undefined;
}
