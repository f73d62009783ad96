import type { Span } from "../documents/span.ts";

/** The line of a text that holds an offset: where it begins, how it is indented, where its content ends. */
export interface Line extends Span {
  indent: string;
  /** Where the next line begins. */
  next: number;
}

/** The line that an offset is on. */
export function lineAt(text: string, offset: number): Line {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const feed = text.indexOf("\n", offset);
  const next = feed < 0 ? text.length : feed + 1;
  const end = feed < 0 ? text.length : feed - (text.charAt(feed - 1) === "\r" && feed > start ? 1 : 0);
  return { start, end, next, indent: /^[ \t]*/.exec(text.slice(start, end))?.[0] ?? "" };
}

/** Whether nothing but blanks stands in a stretch. */
export function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === "";
}

/** What a level of indentation is in a text: what its first indented line begins with. */
export function indentUnit(text: string): string {
  return /^(?:\t| {2,8}(?=\S))/m.exec(text)?.[0] ?? "  ";
}

/** Where whole lines go in before something that begins its line; undefined where it does not. */
export function lineBefore(text: string, offset: number): number | undefined {
  const { start } = lineAt(text, offset);
  return isBlank(text, start, offset) ? start : undefined;
}
