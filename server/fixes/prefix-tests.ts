/** The operand of a comparison. */
interface Operand {
  /** The source text. */
  text: string;
  /** The source text in a form on which a method can be called. */
  receiver: string;
  /** Whether it uses safe navigation (`?.`, `&.`), so that it may be null. */
  isSafe: boolean;
}

/** How a language tests whether a string starts with a prefix. */
interface PrefixTest {
  or: string;
  and: string;
  /** The package that has to be imported; `test` receives its name in the file. */
  needs?: string;
  test(operand: Operand, prefix: string, negated: boolean, name: string): string;
}

/**
 * Tests with a method. `safe` is the safe navigation operator; `compares` is set if the result of a safe call may be
 * null, so that it has to be compared with `true`.
 */
function method(name: string, { safe = "?.", compares = false } = {}): PrefixTest["test"] {
  return ({ receiver, isSafe }, prefix, negated) => {
    const call = `${receiver}${isSafe ? safe : "."}${name}(${prefix})`;
    if (isSafe && compares) return `${call} ${negated ? "!=" : "=="} true`;
    return negated ? `!${call}` : call;
  };
}

const symbols = { or: "||", and: "&&" };

/** Prefix tests, by the `name` of the language. */
export const prefixTests: ReadonlyMap<string, PrefixTest> = new Map<string, PrefixTest>([
  ["TypeScript", { ...symbols, test: method("startsWith") }],
  ["TSX", { ...symbols, test: method("startsWith") }],
  ["JavaScript", { ...symbols, test: method("startsWith") }],
  ["Java", { ...symbols, test: method("startsWith") }],
  ["Kotlin", { ...symbols, test: method("startsWith", { compares: true }) }],
  ["C#", { ...symbols, test: method("StartsWith", { compares: true }) }],
  ["Rust", { ...symbols, test: method("starts_with") }],
  ["Ruby", { ...symbols, test: method("start_with?", { safe: "&." }) }],
  ["Swift", { ...symbols, test: method("hasPrefix", { compares: true }) }],
  [
    "PHP",
    {
      ...symbols,
      test: ({ text }, prefix, negated) => `${negated ? "!" : ""}str_starts_with(${text}, ${prefix})`,
    },
  ],
  [
    "Python",
    {
      or: "or",
      and: "and",
      test: ({ receiver }, prefix, negated) => `${negated ? "not " : ""}${receiver}.startswith(${prefix})`,
    },
  ],
  [
    "Go",
    {
      ...symbols,
      needs: "strings",
      test: ({ text }, prefix, negated, name) => `${negated ? "!" : ""}${name}.HasPrefix(${text}, ${prefix})`,
    },
  ],
]);
