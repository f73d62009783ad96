import type { SourceText, TokenRange } from "./source-text.ts";
import { numberValue } from "./string-value.ts";

const precedence: Readonly<Record<string, number>> = { "|": 1, "^": 1, "+": 2, "-": 2, "<<": 3, "*": 4 };

/** In tokens: what is longer computes no code. */
const longest = 12;

/** Computes a number from numbers and names of numbers, such as `iota + 1000`; undefined if a range is anything else. */
export function computed(
  source: SourceText,
  { from, to }: TokenRange,
  numberOf: (name: string) => number | undefined,
): number | undefined {
  if (to - from > longest) return undefined;
  let at = from;
  const operand = (): number | undefined => {
    if (source.at(at) === "-") {
      at++;
      const value = operand();
      return value === undefined ? undefined : -value;
    }
    if (source.at(at) === "(" && source.after(at) <= to) {
      const value = computed(source, source.inside(at), numberOf);
      at = source.after(at);
      return value;
    }
    const text = source.at(at++);
    return numberValue(text)?.value ?? (source.isWord(at - 1) ? numberOf(text) : undefined);
  };
  const sum = (least: number): number | undefined => {
    let left = operand();
    while (left !== undefined && at < to) {
      // The lexer takes two signs for two marks.
      const isShift = source.at(at) === "<" && source.at(at + 1) === "<";
      const sign = isShift ? "<<" : source.at(at);
      const rank = precedence[sign] ?? 0;
      if (rank < least || rank === 0) break;
      at += isShift ? 2 : 1;
      const right = sum(rank + 1);
      left = right === undefined ? undefined : applied(left, sign, right);
    }
    return left;
  };
  const value = sum(1);
  return at === to && value !== undefined && Number.isSafeInteger(value) ? value : undefined;
}

function applied(left: number, sign: string, right: number): number {
  if (sign === "+") return left + right;
  if (sign === "-") return left - right;
  if (sign === "*") return left * right;
  if (sign === "<<") return left * 2 ** right;
  return sign === "^" ? left ^ right : left | right;
}
