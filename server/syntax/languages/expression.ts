import { atOnce } from "../../../catalog/model/slices.ts";
import { Excerpt, type LiteralSet } from "../embedded.ts";
import type { Language } from "../language.ts";
import type { StringForm } from "../tokens/lexical-grammar.ts";
import { tokenReader } from "../tokens/token-literals.ts";
import type { TokenGrammar } from "../tokens/token-stream.ts";

/** The grammar of expressions with strings of these forms; operators and functions are those of several languages. */
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
const readPlain = tokenReader(grammar(single, double));
const readSingleQuoted = tokenReader(grammar({ open: /''/y, close: "''" }, double));
const readDoubleQuoted = tokenReader(grammar({ open: /\\"/y, close: '\\"' }, single));

/** The conditions in YAML scalars, including the quotes of the scalar: `r.error.code == 'X'`, `"'X' in r.msg"`. */
export const expression: Language = {
  name: "Expression",
  ids: ["expression"],
  extensions: [],
  read,
};

/** Analyzes an expression; in a quoted scalar, its own quotes are escaped or doubled. */
function read(text: string): LiteralSet {
  const quote = /^(?<quote>["'])[\s\S]*\k<quote>$/.exec(text)?.groups?.quote;
  if (!quote) return { literals: testedLiterals(atOnce(readPlain(text))), regions: [] };
  const content = new Excerpt().add(text.slice(1, -1), 1);
  const literalSet = atOnce((quote === "'" ? readSingleQuoted : readDoubleQuoted)(content.text));
  return { literals: content.toOriginal(testedLiterals(literalSet)), regions: [] };
}

/**
 * Returns the literals without a relation `value`: conditions assign nothing, so such a literal is part of other text.
 */
function testedLiterals({ literals }: LiteralSet): LiteralSet["literals"] {
  return literals.filter(({ relations }) => relations.every(({ kind }) => kind !== "value"));
}
