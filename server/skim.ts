import type { Stretch } from "./increment.ts";
import { go } from "./languages/go.ts";
import type { Language } from "./languages/index.ts";

/** Less is not worth a gap: each costs the parser some work at every token. */
const leastGap = 200;

/**
 * The stretches of a text worth parsing: the outermost statements in which not all is idle. No relation of a literal
 * reaches beyond its statement, except through variables. Undefined where the whole text has to be parsed.
 */
export function stretchesWorthParsing(
  text: string,
  language: Language | undefined,
  isIdle: (statement: string) => boolean,
): Stretch[] | undefined {
  const statements = language === go ? goStatementsIn(text) : undefined;
  if (!statements) return undefined;
  const all = statements.map((one) => ({ ...one, code: text.slice(one.start, one.end) }));
  const telling = all.filter(({ code }) => !isIdle(code));
  const variables = variablesIn(telling.map(({ code }) => code));
  const wanted = variables ? all.filter((one) => telling.includes(one) || variables.test(one.code)) : telling;
  return joined(wanted, text);
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

/** Whole lines of statements, near ones together with what stands between them. */
function joined(statements: readonly Stretch[], text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const { start, end } of statements) {
    const newline = text.indexOf("\n", end);
    const lineEnd = newline < 0 ? text.length : newline + 1;
    const last = found.at(-1);
    if (last && start - last.end < leastGap) last.end = lineEnd;
    else found.push({ start, end: lineEnd });
  }
  return found;
}

const keyword = /(?:func|type|var|const|import)\b/y;

/** The outermost statements of Go without the comments behind them; undefined where something in it does not close. */
function goStatementsIn(text: string): Stretch[] | undefined {
  const found: Stretch[] = [];
  let [start, end, depth] = [-1, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === newline && depth === 0) {
      keyword.lastIndex = at + 1;
      if (!keyword.test(text)) continue;
      if (start >= 0) found.push({ start, end });
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
  if (start >= 0) found.push({ start, end });
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
