import { RequiredTexts } from "../globs/required-texts.ts";

/**
 * Patterns of codes in which `*` matches any part. To find those that match a code takes about the same time for any
 * number of patterns.
 */
export class CodePatterns {
  readonly #patterns: readonly string[];
  readonly #required: RequiredTexts;

  constructor(patterns: readonly string[]) {
    this.#patterns = patterns;
    this.#required = new RequiredTexts(patterns.map((pattern) => pattern.split("*")));
  }

  /** Returns the numbers of the patterns that match a code, in ascending order. */
  matching(code: string): number[] {
    return this.#required.candidatesFor(code).filter((number) => matches(code, this.#patterns[number] ?? ""));
  }
}

/** Returns whether a code matches a pattern. Takes linear time for any pattern. */
function matches(code: string, pattern: string): boolean {
  const [first = "", ...parts] = pattern.split(/\*+/);
  const last = parts.pop();
  if (last === undefined) return code === first;
  if (!code.startsWith(first) || !code.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = code.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= code.length - last.length;
}
