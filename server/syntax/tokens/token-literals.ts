import type { Slices } from "../../../catalog/model/slices.ts";
import { type LiteralSet, responseCodesIn, splitCodes, toLiteral } from "../embedded.ts";
import { type Alias, type Literal, type Relation, relationKinds } from "../literal.ts";
import type { Budget } from "../parsing/budget.ts";
import { aliasesIn } from "./assignments.ts";
import { Lexer } from "./lexer.ts";
import { type RelationFinder, relationFinders } from "./relations.ts";
import { type TokenGrammar, type TokenRange, TokenStream } from "./token-stream.ts";

/**
 * Returns a function that finds the literals of a text, with their relations, by the tokens of a language, in slices. `finders`
 * are those that the language needs besides the finders of all languages.
 */
export function tokenReader(
  grammar: TokenGrammar,
  ...finders: RelationFinder[]
): (text: string, budget?: Budget) => Slices<LiteralSet> {
  return function* (text, budget) {
    const lexer = new Lexer(text, grammar);
    for (const _ of lexer.read()) if (budget?.isSliceOver) yield;
    const literals: Literal[] = [];
    const aliases: Alias[] = [];
    for (const tokens of lexer.streams) {
      const stream = new TokenStream(tokens, text, grammar);
      for (const [index, { kind }] of tokens.entries()) {
        if (kind === "string") literals.push(...literalsAt(stream, index, finders));
        if (budget?.isSliceOver) yield;
      }
      for (const alias of yield* aliasesIn(stream, budget)) aliases.push(alias);
    }
    return { literals: literals.sort((a, b) => a.start - b.start), aliases, regions: [] };
  };
}

const order = ({ kind }: Relation) => relationKinds.indexOf(kind);

/** Returns the literals of the string at an index of a stream, without the wildcards at its ends. */
function literalsAt(stream: TokenStream, index: number, finders: RelationFinder[]): Literal[] {
  const { text = "", start = 0, content } = stream.tokens[index] ?? {};
  const codes = responseCodesIn(text, start);
  if (codes.length > 0 || !content) return codes;
  const relations = relationsOf(stream, index, finders).sort((a, b) => order(a) - order(b));
  const inside = text.slice(content.start - start, content.end - start);
  const wildcard = stream.grammar.wildcard ?? "";
  const before = inside.startsWith(wildcard) ? wildcard.length : 0;
  const after = inside.endsWith(wildcard) && inside.length > before ? wildcard.length : 0;
  return splitCodes(
    toLiteral(content.start + before, inside.slice(before, inside.length - after), ...relations),
  );
}

/** Returns the relations of the string at an index: its own, and those of the list of which it is an element. */
function relationsOf(stream: TokenStream, index: number, finders: RelationFinder[]): Relation[] {
  const all = [...finders, ...relationFinders];
  let span = withBrackets(stream, { from: index, to: index });
  const relations = all.flatMap((find) => find(stream, span, false));
  span = withKeyBrackets(stream, span);
  const list = stream.parent(span.from);
  const pair = stream.tokens[list]?.pair;
  if (pair === undefined || !isElement(stream, span) || !stream.grammar.lists.test(stream.at(list)))
    return relations;
  const wholeList = withBrackets(stream, { from: typeArgumentsBefore(stream, list), to: pair });
  const ofList = all.flatMap((find) => find(stream, wholeList, true));
  // Of the relations of a map, only those of its name and of tests apply to its keys.
  const isKey = /^(?::|=>?)$/.test(stream.at(span.to + 1));
  return [...relations, ...ofList.filter(({ kind }) => !isKey || kind === "listed" || kind === "element")];
}

/** Returns whether a range is a whole element of a list, or a whole key of a map. */
function isElement(stream: TokenStream, { from, to }: TokenRange): boolean {
  const before = stream.tokens[from - 1];
  const after = stream.at(to + 1);
  return (before?.kind === "open" || before?.text === ",") && /^(?:[,:=)\]}]|=>)$/.test(after);
}

/**
 * Returns a range with the brackets around it, and with the function that creates a collection of it: `Set(["A",
 * "B"])`.
 */
function withBrackets(stream: TokenStream, span: TokenRange): TokenRange {
  const { from, to } = span;
  const { pair } = stream.tokens[from - 1] ?? {};
  if (stream.at(from - 1) !== "(" || pair !== to + 1) return span;
  const before = stream.tokens[from - 2];
  const isBare = before?.kind !== "close" && !stream.isName(from - 2) && !stream.grammar.lists.test("(");
  if (isBare) return withBrackets(stream, { from: from - 1, to: pair });
  const called = stream.calleeOf(from - 1);
  if (stream.tokens[from]?.kind !== "open" || !called) return span;
  const isCollection = /(?:Set|List|Array|Dictionary|of|from)$/i.test(called.name);
  const isNew = stream.at(called.span.from - 1) === "new";
  return isCollection ? withBrackets(stream, { from: called.span.from - Number(isNew), to: pair }) : span;
}

/** The maximum number of tokens in the type arguments of a collection. */
const maximumTypeArguments = 8;

/** Returns the index of the first of the type arguments before the bracket of a list, `<String>{"A"}`; else the bracket. */
function typeArgumentsBefore(stream: TokenStream, list: number): number {
  if (stream.at(list - 1) !== ">") return list;
  for (let at = list - 2; at > list - maximumTypeArguments; at--) if (stream.at(at) === "<") return at;
  return list;
}

/** Returns the range of a key with its brackets in languages that have them: `{ ["X"] = true }`. */
function withKeyBrackets(stream: TokenStream, { from, to }: TokenRange): TokenRange {
  const { pair } = stream.tokens[from - 1] ?? {};
  const isKey = stream.at(from - 1) === "[" && pair === to + 1 && stream.at(pair + 1) === "=";
  return isKey && /^[{,;]$/.test(stream.at(from - 2)) ? { from: from - 1, to: pair } : { from, to };
}
