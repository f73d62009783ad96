import type { HandlingPlace } from "../../catalog/rendering/snippets/handling-block.ts";
import type { Span } from "../documents/span.ts";

// Read from the lines around the cursor rather than from the tree: a block that is still empty is often no syntax yet.

/** The lines with which the handling of an error begins, with the variable of the error as their group, by language. */
const caught =
  /\bcatch\s*\(\s*(?:final\s+)?(?:[\w.$\\|<>?\s]+\s)?(\$?\w+)\s*(?::[^)]*)?\)\s*(?:when\s*\(.*\)\s*)?\{?$/;
const ecmascript: readonly RegExp[] = [
  caught,
  /\.catch\(\s*(?:async\s+)?(?:function\b[^(]*)?\(?\s*(\w+)[^()]*\)?\s*(?:=>\s*)?\{$/,
  /^(?:\}\s*else\s+)?if\s*\(\s*(e|\w*err(?:or)?)\s*\)\s*\{$/i,
];
const headers: Readonly<Record<string, readonly RegExp[]>> = {
  TypeScript: ecmascript,
  TSX: ecmascript,
  JavaScript: ecmascript,
  Go: [/\bif\s+(?:.*;\s*)?(\w*err\w*)\s*!=\s*nil\s*\{$/i],
  Python: [/^except\b.*\bas\s+(\w+)\s*:$/],
  Java: [caught],
  Kotlin: [/\bcatch\s*\(\s*(\w+)\s*:[^)]*\)\s*\{$/, /\.onFailure\s*\{\s*(\w+)\s*->$/],
  "C#": [caught],
  PHP: [caught],
  Ruby: [/^rescue\b.*=>\s*(\w+)$/],
  Rust: [/\bErr\(\s*(?:mut\s+)?(\w+)\s*\)\s*=>\s*\{$/, /\bif\s+let\s+Err\(\s*(?:mut\s+)?(\w+)\s*\)\s*=.*\{$/],
};

/** Lines with which a loop begins that sends again: it counts attempts, or ends only by what is inside. */
const loop = /^(?:\w+:\s*)?(?:for|while|loop|do|until)\b/;
const endless = /^(?:\w+:\s*)?(?:for\s*\(\s*;\s*;\s*\)|for\s*\{|while\s*\(?\s*(?:true|True|1)\b|loop\b)/;
const counter = /(?<![\w$])(\$?(?:attempts?|retr(?:y|ies)|tries|try|attempt_?(?:no|number|count)))(?!\w)/i;
/** Lines at which the function around ends the search for a loop. */
const functionLine = /\b(?:func|function|def|fn|fun)\b|=>\s*\{$/;

/** How many lines before the cursor are read, and how much of one, in UTF-16 units. */
const [maximumLines, maximumLine] = [200, 400];

/** A place where a statement is begun in code that handles an error. */
export interface StatementPlace extends HandlingPlace {
  /** The word that is typed. */
  span: Span;
  /** The blanks before it. */
  indent: string;
  /** The offset of the last character of the line with which the handling begins. */
  header: number;
}

/** Returns the place at an offset if a statement is begun there directly in the handling of an error; else undefined. */
export function handlingPlaceAt(text: string, offset: number, language: string): StatementPlace | undefined {
  const patterns = headers[language];
  if (!patterns) return undefined;
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const typed = /^([ \t]*)(\w*)$/.exec(text.slice(lineStart, offset));
  const rest = text.slice(offset, offset + maximumLine).split("\n")[0] ?? "";
  if (!typed || rest.trim() !== "") return undefined;
  const [, indent = "", word = ""] = typed;
  const lines = linesAround(text, lineStart, widthOf(indent));
  const { value: header } = lines.next();
  const [error] = header ? patterns.flatMap((one) => one.exec(header.text)?.[1] ?? []) : [];
  if (!header || error === undefined) return undefined;
  const span = { start: offset - word.length, end: offset };
  return { error, attempt: attemptIn(lines), span, indent, header: header.end - 1 };
}

/** A line with which a block begins, without blanks around it, and where it ends. */
interface Header {
  text: string;
  end: number;
}

/** Yields the lines with which the blocks around a place begin, without blanks, from the inside out. */
function* linesAround(text: string, lineStart: number, width: number): Generator<Header, undefined> {
  let inside = width;
  let end = lineStart - 1;
  for (let count = 0; end > 0 && inside > 0 && count < maximumLines; count++) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const line = text.slice(Math.max(start, end - maximumLine), end).replace(/\s*(?:\/\/.*)?\r?$/, "");
    const length = line.length;
    end = start - 1;
    const at = line.search(/\S/);
    if (at < 0 || widthOf(line.slice(0, at)) >= inside) continue;
    // A brace on its own line belongs to the line before.
    if (line.trim() === "{") continue;
    inside = widthOf(line.slice(0, at));
    yield { text: line.trim(), end: start + length };
  }
  return undefined;
}

/** Returns the variable that counts attempts in the loop among some lines; undefined if none of them begins such a loop. */
function attemptIn(lines: Iterable<Header>): string | undefined {
  for (const { text: line } of lines) {
    if (loop.test(line)) {
      const name = counter.exec(line)?.[1];
      return name ?? (endless.test(line) ? "attempt" : undefined);
    }
    if (functionLine.test(line)) return undefined;
  }
  return undefined;
}

/** Returns the width of some blanks; that of a tab only has to be the same everywhere. */
function widthOf(blanks: string): number {
  return blanks.replace(/\t/g, "    ").length;
}
