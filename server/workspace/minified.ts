import type { Language } from "../syntax/languages/index.ts";

/** The length in UTF-16 units above which a line is assumed to be written by a tool. */
const longLine = 400;

/** Languages whose long lines are data or prose. */
const notCode = new Set(["json", "yaml", "toml", "xml", "properties", "markdown", "html", "jupyter"]);

/** Matches the quotes of strings, whose content does not matter, and the signs of calls, assignments and conditions. */
const quotesAndSigns = /["'`()=;&|?!]/g;
const quotes: ReadonlySet<string> = new Set(['"', "'", "`"]);

/** Matches lines of comments, which may be documentation without line breaks. */
const comment = /^\s*(?:\/\/|\*|#)/;

/** The minimum share of signs in minified code, which has two to four times as many. */
const leastSigns = 0.04;

/**
 * Returns whether a file contains minified code: most of its text is in long lines that are dense with signs, unlike
 * long strings, tables of data and sentences.
 */
export function isMinified(path: string, text: string, language: Language | undefined): boolean {
  if (/[.-]min\.(?:[cm]?js|css)$/i.test(path)) return true;
  if (!language || language.ids.some((id) => notCode.has(id))) return false;
  const lines = longLinesOf(text);
  const length = lines.reduce((sum, line) => sum + line.length, 0);
  if (length <= text.length / 2) return false;
  return lines.reduce((sum, line) => sum + signsIn(line), 0) >= length * leastSigns;
}

function signsIn(line: string): number {
  let signs = 0;
  const unclosed = new Set<string>();
  quotesAndSigns.lastIndex = 0;
  for (let found = quotesAndSigns.exec(line); found; found = quotesAndSigns.exec(line)) {
    const [sign] = found;
    if (!quotes.has(sign)) signs++;
    // Behind a quote that is not closed, all others of its kind are escaped: none of them begins a string.
    else if (!unclosed.has(sign)) {
      const end = endOfString(line, quotesAndSigns.lastIndex, sign);
      if (end === undefined) unclosed.add(sign);
      else quotesAndSigns.lastIndex = end;
    }
  }
  return signs;
}

/** Returns the offset behind the closing quote of a string whose content starts at an offset; undefined if it has none. */
function endOfString(line: string, start: number, quote: string): number | undefined {
  for (let at = start; at < line.length; at++) {
    const char = line[at];
    if (char === "\\") at++;
    else if (char === quote) return at + 1;
  }
  return undefined;
}

/**
 * Returns the long lines of a text except comments. Since few texts have any, it checks only one offset in each span of
 * `longLine` characters.
 */
function longLinesOf(text: string): string[] {
  const found: string[] = [];
  let start = 0;
  while (start + longLine < text.length) {
    const newline = text.lastIndexOf("\n", start + longLine);
    if (newline >= start) {
      start = newline + 1;
      continue;
    }
    const next = text.indexOf("\n", start + longLine);
    const end = next < 0 ? text.length : next;
    const line = text.slice(start, end);
    if (!comment.test(line)) found.push(line);
    start = end + 1;
  }
  return found;
}
