import type { Node, QueryMatch, Tree } from "web-tree-sitter";
import type { Slices } from "../../catalog/model/slices.ts";
import type { Span } from "../documents/span.ts";
import { variableName, withoutBrackets } from "./aliases.ts";
import { alternativesOf } from "./alternatives.ts";
import { ContextFinder } from "./context/syntactic-context.ts";
import {
  codeWordsIn,
  type EmbeddedRegion,
  Excerpt,
  type LiteralSet,
  responseCodesIn,
  splitCodes,
} from "./embedded.ts";
import type { ParsedLanguage } from "./language.ts";
import { type Alias, type Literal, type Relation, type RelationKind, relationKinds } from "./literal.ts";
import type { Budget } from "./parsing/budget.ts";
import type { LoadedGrammar } from "./parsing/grammars.ts";
import { TreeQuery } from "./query-matches.ts";
import { contentOf } from "./string-content.ts";

/** The captures of literals with a relation: each is named after the kind of the relation. */
const relationCaptures: ReadonlySet<string> = new Set(relationKinds);

/**
 * The relations of literals that rules compare with one another: only these literals need a syntactic context, for
 * which the walk up the tree is expensive.
 */
const comparableRelations: ReadonlySet<string> = new Set<RelationKind>([
  "compared",
  "case",
  "element",
  "listed",
  "argument",
  "contained",
]);
/** The form of a text that can be an error code: 3 to 120 characters, among them a capital, a dot or an underscore. */
const codeForm = /^(?=.*[A-Z._])[A-Za-z][\w.-]{2,119}$/;

/** The maximum length of a subject in UTF-16 units: of a longer expression, only the end names something. */
const maximumSubject = 200;

/** The maximum length of the text around a literal in UTF-16 units: its beginning shows what it contains. */
const maximumWithin = 1000;

/** Which literals of a tree are needed. */
export interface ReadOptions {
  /** The only span of the tree that is queried; the whole tree if undefined. */
  span?: Span;
  /** The spans of the literals that are needed, in text order; others may be returned too. */
  candidateSpans?: readonly Span[];
  /** The aliases outside the span. */
  otherAliases?: readonly Alias[];
  /** Returns whether a literal may be an error code and gets a syntactic context. If undefined, no literal gets one. */
  mayBeCode: ((literal: Literal) => boolean) | undefined;
}

/**
 * Returns the literals, aliases and embedded regions that the query of a language finds in a tree. Throws
 * `ReadingStopped` if that takes too long.
 */
export function* literalsInTree(
  tree: Tree,
  { query, language }: LoadedGrammar,
  { span, candidateSpans, otherAliases = [], mayBeCode }: ReadOptions,
  budget: Budget,
): Slices<LiteralSet> {
  const treeQuery = new TreeQuery(tree, query, budget);
  const found: Found = {
    literals: new Map(),
    nodes: new Map(),
    relations: new Map(),
    regions: new Map(),
    aliases: [],
  };
  const batches = candidateSpans ? treeQuery.matchesAround(candidateSpans) : treeQuery.matchesIn(span);
  for (const matches of batches) {
    for (const match of matches) {
      if (!candidateSpans) addAlias(found.aliases, match);
      addMatch(found, match, language, mayBeCode !== undefined);
      if (budget.isSliceOver) yield;
    }
    if (budget.isSliceOver) yield;
  }
  const order = (relation: Relation) => relationKinds.indexOf(relation.kind);
  for (const [at, literal] of found.literals)
    for (const one of (found.relations.get(at) ?? []).sort((a, b) => order(a) - order(b)))
      literal.relations.push(one);
  const literals = [...found.literals.values()].flatMap(splitCodes).sort((a, b) => a.start - b.start);
  // The variables that these literals are compared with are assigned in other places than the candidates.
  for (const matches of candidateSpans ? treeQuery.matchesAround(variablesIn(tree, literals)) : []) {
    for (const match of matches) addAlias(found.aliases, match);
    if (budget.isSliceOver) yield;
  }
  // Matches come in the order of their beginnings, which is not always that of the names.
  found.aliases.sort((a, b) => a.start - b.start);
  if (mayBeCode) yield* addContexts(found, otherAliases, mayBeCode, budget);
  return { literals, aliases: found.aliases, regions: [...found.regions.values()] };
}

/** What the matches of a query contain, by the offsets of the nodes. */
interface Found {
  literals: Map<number, Literal>;
  /** The nodes of the literals that rules compare with one another. */
  nodes: Map<number, Node>;
  relations: Map<number, Relation[]>;
  regions: Map<number, EmbeddedRegion>;
  aliases: Alias[];
}

/** Adds what a match captures, except its alias. */
function addMatch(
  { literals, nodes, relations, regions }: Found,
  match: QueryMatch,
  language: ParsedLanguage,
  wantsContext: boolean,
): void {
  for (const { name, node } of match.captures) {
    if (name === "string" || name === "scalar") addLiteral(literals, node, language, name === "string");
    else if (name === "prose")
      for (const word of codeWordsIn(node.text, node.startIndex)) literals.set(word.start, word);
    else if (name === "content") addRegion(regions, node, match);
    else if (relationCaptures.has(name)) {
      for (const alternative of alternativesOf(node)) {
        addRelation(relations, alternative, name as RelationKind, match);
        if (wantsContext && comparableRelations.has(name)) nodes.set(alternative.startIndex, alternative);
      }
    }
  }
}

/**
 * Returns the spans of all occurrences of the variables that are subjects of literals, in text order. Variables that
 * occur only once are left out, since nothing else can tell what they stand for.
 */
function variablesIn({ rootNode }: Tree, literals: readonly Literal[]): Span[] {
  const subjects = literals.flatMap(({ relations }) => relations.map(({ subject }) => subject));
  const names = new Set(subjects.map(variableName).filter((name) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)));
  if (names.size === 0) return [];
  const occurrences = new Map<string, Span[]>();
  for (const { 0: name, index } of rootNode.text.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)) {
    if (!names.has(name)) continue;
    const span = { start: index, end: index + name.length };
    const earlier = occurrences.get(name);
    if (earlier) earlier.push(span);
    else occurrences.set(name, [span]);
  }
  const repeated = [...occurrences.values()].filter((spans) => spans.length > 1);
  return repeated.flat().sort((a, b) => a.start - b.start);
}

/** Adds the syntactic contexts of the literals that may be codes: the walk up the tree costs more than all the rest. */
function* addContexts(
  { literals, nodes, aliases }: Found,
  otherAliases: readonly Alias[],
  mayBeCode: (literal: Literal) => boolean,
  budget: Budget,
): Slices<void> {
  const contexts = new ContextFinder();
  let names: Set<string> | undefined;
  // After a change, few literals are asked about, but nearly all aliases are those of before.
  const isAlias = (subject: string) => {
    names ??= new Set([...aliases, ...otherAliases].map(({ name }) => name));
    return names.has(subject);
  };
  for (const [at, node] of nodes) {
    if (budget.isSliceOver) yield;
    const literal = literals.get(at);
    if (!literal || !codeForm.test(literal.text)) continue;
    // A test for a family of codes may end with a separator: `startsWith("AuthFailure.")`.
    const text = literal.text.replace(/[._-]+$/, "");
    const isRelevant =
      mayBeCode({ ...literal, text }) || literal.relations.some(({ subject }) => isAlias(subject));
    if (isRelevant) literal.syntax = contexts.contextOf(node, literal);
  }
}

/** Adds the literal of a node, by the offset of the node; the codes in it if it contains an error response. */
function addLiteral(
  found: Map<number, Literal>,
  node: Node,
  language: ParsedLanguage,
  quoted: boolean,
): void {
  const codes = responseCodesIn(node.text, node.startIndex);
  for (const code of codes) found.set(code.start, code);
  if (codes.length > 0) return;
  if (language.interpolation?.length && node.descendantsOfType(language.interpolation).length > 0) return;
  const content = contentOf(node.text, quoted);
  if (!content) return;
  const start = node.startIndex + content.start;
  found.set(node.startIndex, { text: content.text, start, end: start + content.text.length, relations: [] });
}

/** Adds the alias of a match, if it has one. */
function addAlias(aliases: Alias[], { captures }: QueryMatch): void {
  const nodeOf = (capture: string) => captures.find((one) => one.name === capture)?.node;
  const name = nodeOf("name");
  if (!name) return;
  const [fn, object] = [nodeOf("takes"), nodeOf("of")];
  const member = (nodeOf("member") ?? name).text;
  const expression = object ? `${object.text}.${member}` : (fn ?? nodeOf("means"))?.text;
  // A list that is tested for a string literal can be a list of anything.
  if (expression === undefined || /^["'`]/.test(expression)) return;
  const { startIndex: start, endIndex: end } = name;
  const alias: Alias = { name: name.text, expression: expression.slice(-maximumSubject), start, end };
  if (fn) alias.within = nodeOf("within")?.text.slice(0, maximumWithin) ?? "";
  aliases.push(alias);
}

/** Adds an embedded region. A language that the text names takes precedence over one that the query sets. */
function addRegion(
  regions: Map<number, EmbeddedRegion>,
  node: Node,
  { captures, setProperties }: QueryMatch,
): void {
  const named = captures.find(({ name }) => name === "language")?.node.text;
  const language = named ?? setProperties?.language;
  if (!language || (!named && regions.has(node.startIndex))) return;
  regions.set(node.startIndex, { language, excerpt: new Excerpt().add(node.text, node.startIndex) });
}

/** Adds a relation of the literal of a node, by the offset of the node, if the match has a subject. */
function addRelation(
  relations: Map<number, Relation[]>,
  node: Node,
  kind: RelationKind,
  match: QueryMatch,
): void {
  const capture = match.captures.find(({ name }) => name === "subject" || name === "type");
  if (!capture) return;
  const subject = withoutBrackets(capture.node.text.slice(-maximumSubject));
  const relation: Relation = capture.name === "type" ? { kind, subject, isType: true } : { kind, subject };
  const within = match.captures.find(({ name }) => name === "within");
  if (within) relation.within = within.node.text.slice(0, maximumWithin);
  const existing = relations.get(node.startIndex);
  if (existing) existing.push(relation);
  else relations.set(node.startIndex, [relation]);
}
