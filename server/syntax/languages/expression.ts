import { Excerpt, type LiteralSet } from "../embedded.ts";
import type { Language } from "../language.ts";
import type { StringForm } from "../tokens/lexer.ts";
import { tokenReader } from "../tokens/token-literals.ts";
import type { TokenGrammar } from "../tokens/token-stream.ts";

const grammar = (...strings: StringForm[]): TokenGrammar => ({
  skipped: /\s+/y,
  strings,
  word: /[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}_][\p{L}\p{N}_]*)*/uy,
  equals: /^[!=]=$/,
  contains: /^(?:contains|startsWith|endsWith|search|match|regex|find|=~)$/i,
  within: /^in$/,
  assigns: /(?!)/,
  chains: /^\.$/,
  lists: /^[[(]$/,
  keywords: /^(?:and|or|not|in|is|if|else|then|when)$/,
});

const single = { open: /'/y, close: "'" };
const double = { open: /"/y, close: '"' };
const plain = tokenReader(grammar(single, double));
const inSingle = tokenReader(grammar({ open: /''/y, close: "''" }, double));
const inDouble = tokenReader(grammar({ open: /\\"/y, close: '\\"' }, single));

/** The expressions of conditions in YAML, with the quotes of their scalar: `r.error.code == 'X'`, `"'X' in r.msg"`. */
export const expression: Language = {
  name: "Expression",
  ids: ["expression"],
  extensions: [],
  read,
};

function read(text: string): LiteralSet {
  const quote = /^(?<quote>["'])[\s\S]*\k<quote>$/.exec(text)?.groups?.quote;
  if (!quote) return { literals: tests(plain(text)), regions: [] };
  const inside = new Excerpt().add(text.slice(1, -1), 1);
  const reading = (quote === "'" ? inSingle : inDouble)(inside.text);
  return { literals: inside.toOriginal(tests(reading)), regions: [] };
}

/** A condition gives no values: what looks like one belongs to a text in the scalar, which is read with it. */
function tests({ literals }: LiteralSet): LiteralSet["literals"] {
  return literals.filter(({ relations }) => relations.every(({ kind }) => kind !== "value"));
}
