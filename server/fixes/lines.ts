import type { Span } from "../documents/span.ts";

/** A line of a text, in UTF-16 offsets; `end` is the end of its content, before the line break. */
export interface Line extends Span {
  indent: string;
  /** The offset of the next line; the length of the text for the last one. */
  next: number;
}

/** Returns the line that contains an offset. */
export function lineAt(text: string, offset: number): Line {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const lineFeed = text.indexOf("\n", offset);
  const next = lineFeed < 0 ? text.length : lineFeed + 1;
  const hasReturn = text.charAt(lineFeed - 1) === "\r" && lineFeed > start;
  const end = lineFeed < 0 ? text.length : lineFeed - (hasReturn ? 1 : 0);
  return { start, end, next, indent: /^[ \t]*/.exec(text.slice(start, end))?.[0] ?? "" };
}

/** Whether a span contains only white space. */
export function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === "";
}

/** Returns one level of indentation in a text: that of its first indented line, else two spaces. */
export function indentUnit(text: string): string {
  return /^(?:\t| {2,8}(?=\S))/m.exec(text)?.[0] ?? "  ";
}

/** Returns the start of an offset's line if only white space precedes the offset on it, else undefined. */
export function lineBefore(text: string, offset: number): number | undefined {
  const { start } = lineAt(text, offset);
  return isBlank(text, start, offset) ? start : undefined;
}
