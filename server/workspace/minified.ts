import type { Language } from "../syntax/languages/index.ts";

/** The length in UTF-16 units above which a line is assumed to be written by a tool. */
const longLine = 400;

/** Languages whose long lines are data or prose. */
const notCode = new Set(["json", "yaml", "toml", "xml", "properties", "markdown", "html", "jupyter"]);

/** Matches the quotes of strings, whose content does not matter, and the signs of calls, assignments and conditions. */
const quotesAndSigns = /["'`()=;&|?!]/g;

/** Matches the content of a string and its closing quote, by the quote. */
const restOfString: Readonly<Record<string, RegExp>> = {
  '"': /(?:[^"\\]|\\.)*"/y,
  "'": /(?:[^'\\]|\\.)*'/y,
  "`": /(?:[^`\\]|\\.)*`/y,
};

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
    const rest = restOfString[sign];
    if (!rest) signs++;
    // Behind a quote that is not closed, all others of its kind are escaped: none of them begins a string.
    if (!rest || unclosed.has(sign)) continue;
    rest.lastIndex = quotesAndSigns.lastIndex;
    if (rest.test(line)) quotesAndSigns.lastIndex = rest.lastIndex;
    else unclosed.add(sign);
  }
  return signs;
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
