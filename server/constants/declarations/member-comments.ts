import { standsAsHeading } from "../../../catalog/importers/headings.ts";
import type { SourceMember } from "../../../catalog/importers/source-group.ts";
import type { Cell } from "../../../catalog/importers/table.ts";
import type { SourceText, TokenRange } from "./source-text.ts";
import { stringValue } from "./string-value.ts";

/** The share of members that must have a comment above for a short one to be said of its member alone. */
const mostMembers = 0.5;

/** Tells the comments that say what a member means from those that begin a part of the group. */
export class CommentsOfMembers {
  readonly #source: SourceText;
  /** Comments that stand above members, and are not marked as their documentation. */
  readonly #above = new Set<SourceMember["comment"]>();

  constructor(source: SourceText) {
    this.#source = source;
  }

  /** Returns the comment of a member, and adds to its values what tags in the comment say. */
  of(
    { from, to }: TokenRange,
    values: Map<string, Cell>,
    name = "",
  ): Pick<SourceMember, "comment" | "heading"> {
    const { comments, tokens } = this.#source;
    const start = tokens[from]?.start ?? 0;
    const cellOf = (text: string): Cell => ({ text: plain(text), start, end: start });
    const isFirst = tokens[from]?.isFirstOnLine ?? false;
    const message = isFirst ? comments.tagAbove(from, "Message") : undefined;
    if (message && !values.has("message")) values.set("message", cellOf(message));
    const heading = isFirst ? comments.headingAbove(from) : "";
    const above = isFirst ? comments.above(from) : "";
    const behind = this.#docstringBehind(to) || comments.behind(to - 1);
    const isDocumentation = isFirst && comments.isDocumentationAbove(from);
    // Of two, the one beside the member is about that alone.
    const isPart = above !== "" && behind !== "" && !isDocumentation && standsAsHeading(above);
    const title = isPart ? above : heading;
    const text = isPart ? behind : above || behind;
    const part = title ? { heading: plain(title) } : {};
    if (!text) return part;
    // “ErrNotFound: there is no such order.”
    const isNamed = name !== "" && text.startsWith(name) && /^\s*[:：–—-]\s/.test(text.slice(name.length));
    const comment = cellOf(isNamed ? text.slice(name.length).replace(/^\s*[:：–—-]\s+/, "") : text);
    if (text === above && !isDocumentation) this.#above.add(comment);
    return { ...part, comment };
  }

  /** Makes headings of short comments above some members, if most have none. */
  divide(members: readonly SourceMember[]): void {
    const above = members.filter(({ comment }) => this.#above.has(comment));
    if (above.length > members.length * mostMembers || members.length < 3) return;
    for (const member of above) {
      if (!member.comment || !standsAsHeading(member.comment.text)) continue;
      member.heading ??= member.comment.text;
      delete member.comment;
    }
  }

  /** Returns the text in quotes below a member of Python. */
  #docstringBehind(index: number): string {
    const { form, tokens } = this.#source;
    const token = tokens[index];
    return form.isIndented && token?.kind === "string" && token.isFirstOnLine
      ? stringValue(token).trim()
      : "";
  }
}

/** Returns a comment without the elements of XML and HTML in it, and without the links of documentation. */
function plain(text: string): string {
  return text
    .replace(/\{@\w+\s+([^{}]*)\}/g, "$1")
    .replace(/<see\s+cref="(?:\w:)?([^"]*)"\s*\/>/g, "$1")
    .replace(/<\/?(?:summary|remarks|p|br|b|i|code|c|para|em|strong|li|ul)\b[^<>]*>/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
}
