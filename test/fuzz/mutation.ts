import fc, { type Arbitrary } from "fast-check";

/** A change of a text. `at` may be beyond the end: it is taken modulo the length. */
export interface Mutation {
  at: number;
  removed: number;
  /** The text that is inserted, or the place in the text from which it is copied. */
  inserted: string | { from: number; length: number };
}

/** Pieces that texts of any format may break on: delimiters, control and odd characters, names of prototypes. */
const oddPieces = [
  ..."\"'`\\\n\r\t {}[]()<>|#:,*&!=%@-?/.0a错😀",
  ...[
    "\r\n",
    "//",
    "/*",
    "*/",
    "<!--",
    "-->",
    "${",
    "%w[",
    "'''",
    '"""',
    "```",
    "- ",
    "  ",
    "&a ",
    "*a",
    "<<: ",
  ],
  ...["\0", "\x1b[31m", "\u2028", "\u202e", "\ufeff", "\ud83d", "\ude00"],
  ...["__proto__", "constructor", "toString", "null", "-1", "1e999", "9".repeat(30), "x".repeat(300)],
  ...["Throttling", "AuthFailure.SignatureExpire", "AuthFailure.SignatureExpired", "NoSuchBuckett"],
  ...["https://example.com/a)b", "[x](command:y)", "$(icon)", "<b>"],
];

/** An offset or an index; without bias, since small numbers would change the beginning only. */
export const anywhere: Arbitrary<number> = fc.noBias(fc.nat(1_000_000));

/** Mutations that insert odd pieces, some of a kind's own, or copies of other parts of the text. */
export function mutationWith(...pieces: string[]): Arbitrary<Mutation> {
  return fc.record({
    at: anywhere,
    removed: fc.oneof({ arbitrary: fc.constant(0), weight: 2 }, fc.nat(40)),
    inserted: fc.oneof(
      { arbitrary: fc.constantFrom("", ...oddPieces, ...pieces), weight: 3 },
      fc.record({ from: anywhere, length: fc.nat(80) }),
    ),
  });
}

/** Returns where a mutation changes a text, and what it inserts there. */
export function changeBy(
  { at, removed, inserted }: Mutation,
  text: string,
): { start: number; end: number; inserted: string } {
  const start = at % (text.length + 1);
  const end = Math.min(text.length, start + removed);
  if (typeof inserted === "string") return { start, end, inserted };
  const from = inserted.from % (text.length + 1);
  return { start, end, inserted: text.slice(from, from + inserted.length) };
}

/** One of several texts, or some lines of it, with a few mutations. */
export function mutated(texts: readonly string[], ...pieces: string[]): Arbitrary<string> {
  const mutations = fc.array(mutationWith(...pieces), { maxLength: 6 });
  return fc.tuple(fc.constantFrom(...texts), lines, mutations).map(([text, some, all]) =>
    all.reduce(
      (changed, one) => {
        const { start, end, inserted } = changeBy(one, changed);
        return changed.slice(0, start) + inserted + changed.slice(end);
      },
      takeLines(text, some),
    ),
  );
}

/** Some consecutive lines of a text, the first taken modulo their number. */
interface Lines {
  first: number;
  count: number;
}

export const lines: Arbitrary<Lines> = fc.record({
  first: anywhere,
  count: fc.integer({ min: 1, max: 60 }),
});

export function takeLines(text: string, { first, count }: Lines): string {
  const all = text.split("\n");
  return all
    .slice(first % all.length)
    .slice(0, count)
    .join("\n");
}
