import type { ExcerptSpans, Span } from "../documents/span.ts";
import { go } from "../syntax/languages/go.ts";
import type { Language } from "../syntax/languages/index.ts";

/**
 * What of a text is worth reading; undefined where all of it is. `spotIn` tells where codes can stand in a statement: no
 * relation of a literal reaches beyond its outermost statement, except through variables.
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
  const read = all.filter(({ code, candidate }) => candidate !== undefined || variables?.test(code));
  return {
    statements: read.map(({ code, start }) => ({ start, end: start + code.length })),
    candidates: read.flatMap(({ start, candidate }) =>
      candidate ? { start: start + candidate.start, end: start + candidate.end } : [],
    ),
  };
}

interface Statement {
  code: string;
  start: number;
  /** Where codes can stand in it, from its start on; undefined where there can be none. */
  candidate: Span | undefined;
}

/** The same with all constants, where some can be codes: what one is, the others of its kind tell. */
function withConstants(statements: Statement[]): Statement[] {
  const areConstants = ({ code }: Statement) => code.startsWith("const");
  if (!statements.some((one) => one.candidate && areConstants(one))) return statements;
  return statements.map((one) =>
    areConstants(one) ? { ...one, candidate: { start: 0, end: one.code.length } } : one,
  );
}

/** Matches the variables that some of the statements declare for all: another may say what they hold. */
function variablesIn(statements: readonly string[]): RegExp | undefined {
  const names = statements
    .filter((one) => one.startsWith("var"))
    .flatMap((one) =>
      [...one.matchAll(/^(?:var)?[ \t]+([\p{L}_][\p{L}\p{N}_]*)/gmu)].map(([, name]) => name),
    );
  if (names.length === 0) return undefined;
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${names.join("|")})(?![\\p{L}\\p{N}_])`, "u");
}

const keyword = /(?:func|type|var|const|import)\b/y;
/** The strings of types are tags, those of imports paths. */
const withoutCodes = /type|import/y;

/**
 * The outermost statements of Go in which codes can stand, without the comments behind them; undefined where something
 * in the text does not close.
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
    const behind =
      code === slash ? commentEnd(text, at) : quotes.has(code) ? stringEnd(text, at, code) : at + 1;
    if (behind === undefined) return undefined;
    depth += brackets.get(code) ?? 0;
    if (depth < 0) return undefined;
    if (code !== slash || behind === at + 1) end = behind;
    at = behind - 1;
  }
  if (depth !== 0) return undefined;
  close();
  return found;
}

const [newline, space, slash, backslash, backtick] = [10, 32, 47, 92, 96];
const quotes = new Set([34, 39, backtick]);
const brackets = new Map([..."([{"].map((one) => [one.charCodeAt(0), 1]));
for (const one of ")]}") brackets.set(one.charCodeAt(0), -1);

/** The offset behind a comment, its newline apart; behind the slash where none begins there. */
function commentEnd(text: string, at: number): number | undefined {
  if (text[at + 1] === "/") {
    const end = text.indexOf("\n", at);
    return end < 0 ? text.length : end;
  }
  if (text[at + 1] !== "*") return at + 1;
  const end = text.indexOf("*/", at + 2);
  return end < 0 ? undefined : end + 2;
}

/** The offset behind the quote that closes a string. */
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
