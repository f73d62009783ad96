import type { ExcerptSpans, Span } from "../documents/span.ts";
import { go } from "../syntax/languages/go.ts";
import type { Language } from "../syntax/languages/index.ts";

/**
 * Returns the parts of a Go file that have to be parsed; undefined if that is the whole text, as in all other languages.
 * A literal has no relations outside its outermost statement, except through variables. `candidateSpanIn` returns the
 * span of a statement that can contain codes, relative to its start.
 */
export function excerptOf(
  text: string,
  language: Language | undefined,
  candidateSpanIn: (statement: string) => Span | undefined,
): ExcerptSpans | undefined {
  const statements = language === go ? goStatementsIn(text) : undefined;
  if (!statements) return undefined;
  const all = withConstants(
    statements.map(({ start, end }): Statement => {
      const code = text.slice(start, end);
      return { code, start, candidate: candidateSpanIn(code) };
    }),
  );
  const variables = variablesIn(all.flatMap(({ code, candidate }) => (candidate ? code : [])));
  const read = all.filter(({ code, candidate }) => candidate !== undefined || namesAny(code, variables));
  return {
    statements: read.map(({ code, start }) => ({ start, end: start + code.length })),
    candidates: read.flatMap(({ start, candidate }) =>
      candidate ? { start: start + candidate.start, end: start + candidate.end } : [],
    ),
  };
}

/** An outermost statement; `start` is its offset in the text, in UTF-16 units. */
interface Statement {
  code: string;
  start: number;
  /** Where it can contain codes, relative to its start; undefined if it cannot. */
  candidate: Span | undefined;
}

/**
 * Returns the statements with all constants as candidates if any constant can be a code: sibling constants can be
 * evidence for each other.
 */
function withConstants(statements: Statement[]): Statement[] {
  const areConstants = ({ code }: Statement) => code.startsWith("const");
  if (!statements.some((one) => one.candidate && areConstants(one))) return statements;
  return statements.map((one) =>
    areConstants(one) ? { ...one, candidate: { start: 0, end: one.code.length } } : one,
  );
}

/** Returns the variables that some statements declare, since other statements may show what these contain. */
function variablesIn(statements: readonly string[]): ReadonlySet<string> {
  const names = statements
    .filter((one) => one.startsWith("var"))
    .flatMap((one) =>
      [...one.matchAll(/^(?:var)?[ \t]+([\p{L}_][\p{L}\p{N}_]*)/gmu)].map(([, name = ""]) => name),
    );
  return new Set(names);
}

/** Returns whether a statement contains any of some names. */
function namesAny(statement: string, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  for (const [name] of statement.matchAll(/[\p{L}\p{N}_]+/gu)) if (names.has(name)) return true;
  return false;
}

const keyword = /(?:func|type|var|const|import)\b/y;
/** Matches statements whose strings are no codes: in types they are tags, in imports paths. */
const withoutCodes = /type|import/y;

/**
 * Returns the outermost statements of a Go text that can contain codes, without the comments behind them; undefined if
 * a bracket, string or comment is not closed.
 */
function goStatementsIn(text: string): Span[] | undefined {
  const found: Span[] = [];
  let [start, end, depth] = [-1, 0, 0];
  const close = () => {
    withoutCodes.lastIndex = start;
    if (start >= 0 && !withoutCodes.test(text)) found.push({ start, end });
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === newline && depth === 0) {
      keyword.lastIndex = at + 1;
      if (!keyword.test(text)) continue;
      close();
      start = at + 1;
    }
    if (code <= space) continue;
    const next =
      code === slash ? commentEnd(text, at) : quotes.has(code) ? stringEnd(text, at, code) : at + 1;
    if (next === undefined) return undefined;
    depth += brackets.get(code) ?? 0;
    if (depth < 0) return undefined;
    if (code !== slash || next === at + 1) end = next;
    at = next - 1;
  }
  if (depth !== 0) return undefined;
  close();
  return found;
}

const [newline, space, slash, backslash, backtick] = [10, 32, 47, 92, 96];
const quotes = new Set([34, 39, backtick]);
const brackets = new Map([..."([{"].map((one) => [one.charCodeAt(0), 1]));
for (const one of ")]}") brackets.set(one.charCodeAt(0), -1);

/**
 * Returns the offset behind a comment, without its newline; the offset behind the slash if it begins no comment;
 * undefined if the comment is not closed.
 */
function commentEnd(text: string, at: number): number | undefined {
  if (text[at + 1] === "/") {
    const end = text.indexOf("\n", at);
    return end < 0 ? text.length : end;
  }
  if (text[at + 1] !== "*") return at + 1;
  const end = text.indexOf("*/", at + 2);
  return end < 0 ? undefined : end + 2;
}

/** Returns the offset behind the closing quote of a string; undefined if it is not closed. */
function stringEnd(text: string, at: number, quote: number): number | undefined {
  if (quote === backtick) {
    const end = text.indexOf("`", at + 1);
    return end < 0 ? undefined : end + 1;
  }
  for (let index = at + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === quote) return index + 1;
    if (code === newline) return undefined;
    if (code === backslash) index++;
  }
  return undefined;
}
