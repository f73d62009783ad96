import { type LiteralSet, responseCodesIn, splitCodes, toLiteral } from "../embedded.ts";
import { type Literal, type Relation, relationKinds } from "../literal.ts";
import { Lexer } from "./lexer.ts";
import { type RelationFinder, relationFinders } from "./relations.ts";
import { type TokenGrammar, type TokenRange, TokenStream } from "./token-stream.ts";

/** Reads a language by its tokens: the literals of a text, each with its relations. */
export function tokenReader(grammar: TokenGrammar, ...own: RelationFinder[]): (text: string) => LiteralSet {
  return (text) => {
    const lexer = new Lexer(text, grammar);
    lexer.read(0, text.length);
    const literals = lexer.streams.flatMap((tokens) =>
      literalsIn(new TokenStream(tokens, text, grammar), own),
    );
    return { literals: literals.sort((a, b) => a.start - b.start), regions: [] };
  };
}

const order = ({ kind }: Relation) => relationKinds.indexOf(kind);

function literalsIn(stream: TokenStream, own: RelationFinder[]): Literal[] {
  return stream.tokens.flatMap(({ kind, text, start, content }, index) => {
    if (kind !== "string") return [];
    const codes = responseCodesIn(text, start);
    if (codes.length > 0 || !content) return codes;
    const relations = relationsOf(stream, index, own).sort((a, b) => order(a) - order(b));
    const inside = text.slice(content.start - start, content.end - start);
    const sign = stream.grammar.wildcard ?? "";
    const before = inside.startsWith(sign) ? sign.length : 0;
    const after = inside.endsWith(sign) && inside.length > before ? sign.length : 0;
    return splitCodes(
      toLiteral(content.start + before, inside.slice(before, inside.length - after), ...relations),
    );
  });
}

function relationsOf(stream: TokenStream, index: number, own: RelationFinder[]): Relation[] {
  const all = [...own, ...relationFinders];
  let span = unwrapped(stream, { from: index, to: index });
  const relations = all.flatMap((relation) => relation(stream, span, false));
  span = keyed(stream, span);
  const list = stream.parent(span.from);
  const pair = stream.tokens[list]?.pair;
  if (pair === undefined || !isElement(stream, span) || !stream.grammar.lists.test(stream.at(list)))
    return relations;
  const whole = unwrapped(stream, { from: list, to: pair });
  const ofList = all.flatMap((relation) => relation(stream, whole, true));
  // The keys of a map are what it lists under its name; nothing else is said of them.
  const isKey = /^(?::|=>?)$/.test(stream.at(span.to + 1));
  return [...relations, ...ofList.filter(({ kind }) => !isKey || kind === "listed" || kind === "element")];
}

/** Whether a run is an element of a list, or a key of a map, rather than a part of one. */
function isElement(stream: TokenStream, { from, to }: TokenRange): boolean {
  const before = stream.tokens[from - 1];
  const after = stream.at(to + 1);
  return (before?.kind === "open" || before?.text === ",") && /^(?:[,:=)\]}]|=>)$/.test(after);
}

/** A run with the brackets around it, and what makes a collection of a list: `Set(["A", "B"])`. */
function unwrapped(stream: TokenStream, span: TokenRange): TokenRange {
  const { from, to } = span;
  const { pair } = stream.tokens[from - 1] ?? {};
  if (stream.at(from - 1) !== "(" || pair !== to + 1) return span;
  const before = stream.tokens[from - 2];
  const isBare = before?.kind !== "close" && !stream.isName(from - 2) && !stream.grammar.lists.test("(");
  if (isBare) return unwrapped(stream, { from: from - 1, to: pair });
  const called = stream.called(from - 1);
  if (stream.tokens[from]?.kind !== "open" || !called) return span;
  const isCollection = /(?:Set|List|Array|Dictionary|of|from)$/i.test(called.name);
  const isNew = stream.at(called.span.from - 1) === "new";
  return isCollection ? unwrapped(stream, { from: called.span.from - Number(isNew), to: pair }) : span;
}

/** A key with the brackets that a language writes around it: `{ ["X"] = true }`. */
function keyed(stream: TokenStream, { from, to }: TokenRange): TokenRange {
  const { pair } = stream.tokens[from - 1] ?? {};
  const isKey = stream.at(from - 1) === "[" && pair === to + 1 && stream.at(pair + 1) === "=";
  return isKey && /^[{,;]$/.test(stream.at(from - 2)) ? { from: from - 1, to: pair } : { from, to };
}
