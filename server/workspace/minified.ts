import type { Language } from "../syntax/languages/index.ts";

/** Longer lines are written by tools. */
const longLine = 400;

/** Languages whose long lines are data or prose. */
const notCode = new Set(["json", "yaml", "toml", "xml", "properties", "markdown", "html", "jupyter"]);

/** Strings, whose content says nothing of the code, or what code consists of: calls, assignments, conditions. */
const stringsAndSigns = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|[()=;&|?!]/g;

/** Documentation that nobody has wrapped. */
const comment = /^\s*(?:\/\/|\*|#)/;

/** The least share of them in minified code, which has twice to four times as many. */
const leastSigns = 0.04;

/**
 * Whether a file holds code that a tool squeezed: most of it stands in long lines, and these are dense with signs.
 * Long strings, tables of data and sentences are not.
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
  return (line.match(stringsAndSigns) ?? []).filter((one) => one.length === 1).length;
}

/** The long lines of a text that are no comments; looks at one place in each stretch of their least length, since few texts have any. */
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
