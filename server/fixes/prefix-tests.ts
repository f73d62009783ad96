/** What is compared: as it is written, as something whose methods can be called, and whether it may be absent. */
interface Operand {
  text: string;
  receiver: string;
  isSafe: boolean;
}

/** How a language asks whether a text begins with another. */
interface PrefixTest {
  or: string;
  and: string;
  /** The package that has to be imported; its name in the file is then given. */
  needs?: string;
  test(operand: Operand, prefix: string, negated: boolean, name: string): string;
}

/** A method, called on what may be absent where the operand says so; `compares` where the answer may be absent too. */
function method(name: string, { safe = "?.", compares = false } = {}): PrefixTest["test"] {
  return ({ receiver, isSafe }, prefix, negated) => {
    const call = `${receiver}${isSafe ? safe : "."}${name}(${prefix})`;
    if (isSafe && compares) return `${call} ${negated ? "!=" : "=="} true`;
    return negated ? `!${call}` : call;
  };
}

const symbols = { or: "||", and: "&&" };

/** Tests of prefixes by the names of languages. */
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
