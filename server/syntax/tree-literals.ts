import type { Node, Query, QueryMatch, QueryOptions, Tree } from "web-tree-sitter";
import type { Span } from "../documents/span.ts";
import { alternativesOf } from "./alternatives.ts";
import {
  codeWordsIn,
  type EmbeddedRegion,
  Excerpt,
  type LiteralSet,
  responseCodesIn,
  splitCodes,
} from "./embedded.ts";
import type { LoadedLanguage } from "./grammars.ts";
import type { ParsedLanguage } from "./language.ts";
import { type Alias, type Literal, type Relation, type RelationKind, relationKinds } from "./literal.ts";
import { ContextFinder } from "./syntactic-context.ts";

const clueKinds: ReadonlySet<string> = new Set(relationKinds);

/** The relations in which literals are compared with one another: only these are worth the walk up the tree. */
const compared: ReadonlySet<string> = new Set<RelationKind>([
  "compared",
  "case",
  "element",
  "listed",
  "argument",
  "contained",
]);
const codeForm = /^(?=.*[A-Z._])[A-Za-z][\w.-]{2,119}$/;

/** Longer subjects are whole expressions, whose end is all that names them. */
const maximumSubject = 200;

/** What is asked of a tree. */
export interface ReadOptions {
  /** The only stretch of it that is read. */
  span?: Span;
  /** Where the literals are that are asked for, in their order; others may be found too. */
  candidateSpans?: readonly Span[];
  /** Tells the literals that may be codes: of these alone it is told what they stand in. Undefined for none of them. */
  mayBeCode: ((literal: Literal) => boolean) | undefined;
}

/** What the query of a language finds in a tree. */
export function literalsInTree(
  tree: Tree,
  loaded: LoadedLanguage,
  { span, candidateSpans, mayBeCode }: ReadOptions,
): LiteralSet {
  const { query, language } = loaded;
  const found = new Map<number, Literal>();
  const nodes = new Map<number, Node>();
  const relations = new Map<number, Relation[]>();
  const regions = new Map<number, EmbeddedRegion>();
  const aliases: Alias[] = [];
  const matches = candidateSpans
    ? matchesAt(tree, query, candidateSpans)
    : query.matches(tree.rootNode, within(span));
  for (const match of matches) {
    if (!candidateSpans) addAlias(aliases, match);
    for (const { name, node } of match.captures) {
      if (name === "string" || name === "scalar") addLiteral(found, node, language, name === "string");
      else if (name === "prose")
        for (const word of codeWordsIn(node.text, node.startIndex)) found.set(word.start, word);
      else if (name === "content") addRegion(regions, node, match);
      else if (clueKinds.has(name)) {
        for (const end of alternativesOf(node)) {
          addRelation(relations, end, name as RelationKind, match);
          if (mayBeCode && compared.has(name)) nodes.set(end.startIndex, end);
        }
      }
    }
  }
  const order = (relation: Relation) => relationKinds.indexOf(relation.kind);
  for (const [at, { relations: own }] of found)
    own.push(...(relations.get(at) ?? []).sort((a, b) => order(a) - order(b)));
  const literals = [...found.values()].flatMap(splitCodes).sort((a, b) => a.start - b.start);
  // What the variables mean that these are compared with is told elsewhere.
  if (candidateSpans)
    for (const match of matchesAt(tree, query, variablesOf(literals, tree))) addAlias(aliases, match);
  if (mayBeCode) addContexts(found, nodes, aliases, mayBeCode);
  return { literals, aliases, regions: [...regions.values()] };
}

/** How many patterns may be half matched at once. Statements nested by the thousand would keep them all open. */
const matchLimit = 1024;

/** How a query is to be run; the binding hands the two ends on as bytes, of which it counts two for each UTF-16 unit. */
function within(span: Span | undefined): QueryOptions {
  return span ? { matchLimit, startIndex: 2 * span.start, endIndex: 2 * span.end } : { matchLimit };
}

/** What is found at some spots, in their order: in each outermost statement, from the first of its spots to the last. */
function* matchesAt(tree: Tree, query: Query, spots: readonly Span[]): Generator<QueryMatch> {
  let next = 0;
  for (const statement of spots.length > 0 ? tree.rootNode.children : []) {
    while ((spots[next]?.end ?? Number.POSITIVE_INFINITY) <= statement.startIndex) next++;
    const start = spots[next]?.start ?? Number.POSITIVE_INFINITY;
    let end = -1;
    for (let at = next; (spots[at]?.start ?? Number.POSITIVE_INFINITY) < statement.endIndex; at++)
      end = Math.max(end, spots[at]?.end ?? end);
    if (end >= 0) yield* query.matches(statement, within({ start, end }));
  }
}

/** Where the variables stand again that literals are compared with. */
function variablesOf(literals: readonly Literal[], { rootNode }: Tree): Span[] {
  const subjects = literals.flatMap(({ relations }) => relations.map(({ subject }) => subject));
  const names = new Set(subjects.filter((one) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(one)));
  if (names.size === 0) return [];
  const places = new Map<string, Span[]>();
  for (const { 0: name, index } of rootNode.text.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)) {
    if (!names.has(name)) continue;
    const place = { start: index, end: index + name.length };
    const known = places.get(name);
    if (known) known.push(place);
    else places.set(name, [place]);
  }
  const again = [...places.values()].filter((one) => one.length > 1);
  return again.flat().sort((a, b) => a.start - b.start);
}

/** Adds what literals stand in, where they can be codes at all: the walk up the tree costs more than the rest. */
function addContexts(
  found: Map<number, Literal>,
  nodes: Map<number, Node>,
  aliases: readonly Alias[],
  mayBeCode: (literal: Literal) => boolean,
): void {
  const structure = new ContextFinder();
  const names = new Set(aliases.map(({ name }) => name));
  for (const [at, node] of nodes) {
    const literal = found.get(at);
    if (!literal || !codeForm.test(literal.text)) continue;
    // A family that is tested for may end with its dot.
    const text = literal.text.replace(/[._-]+$/, "");
    const speaks =
      mayBeCode({ ...literal, text }) || literal.relations.some(({ subject }) => names.has(subject));
    if (speaks) literal.syntax = structure.contextOf(node, literal);
  }
}

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

function addAlias(aliases: Alias[], { captures }: QueryMatch): void {
  const name = captures.find((one) => one.name === "name")?.node;
  const means = captures.find((one) => one.name === "means")?.node;
  // A list that is tested for a constant is a list of anything.
  if (!name || !means || /^["'`]/.test(means.text)) return;
  const { startIndex: start, endIndex: end } = name;
  aliases.push({ name: name.text, expression: means.text.slice(-maximumSubject), start, end });
}

function addRegion(
  regions: Map<number, EmbeddedRegion>,
  node: Node,
  { captures, setProperties }: QueryMatch,
): void {
  const called = captures.find(({ name }) => name === "language")?.node.text;
  const language = called ?? setProperties?.language;
  if (!language || (!called && regions.has(node.startIndex))) return;
  regions.set(node.startIndex, { language, excerpt: new Excerpt().add(node.text, node.startIndex) });
}

function addRelation(
  relations: Map<number, Relation[]>,
  node: Node,
  kind: RelationKind,
  match: QueryMatch,
): void {
  const captured = match.captures.find(({ name }) => name === "subject" || name === "type");
  if (!captured) return;
  const subject = captured.node.text.slice(-maximumSubject);
  const relation: Relation = captured.name === "type" ? { kind, subject, isType: true } : { kind, subject };
  const existing = relations.get(node.startIndex);
  if (existing) existing.push(relation);
  else relations.set(node.startIndex, [relation]);
}

/** The content of a string between its quotes, whatever its prefix; undefined where it is broken or spans lines. */
function contentOf(text: string, quoted: boolean): { text: string; start: number } | undefined {
  if (!quoted) return text.includes("\n") ? undefined : { text, start: 0 };
  // In a pattern of a shell, stars stand where quotes would.
  const glob = /^(?=.*\*)(?<star>\*?)(?<content>[^*\s"'`]+)\*?$/.exec(text)?.groups;
  if (glob) return { text: glob.content ?? "", start: (glob.star ?? "").length };
  const match =
    /^(?<open>[\w@$]{0,3}(?<hashes>#*)(?<quote>"""|'''|"|'|`))(?<content>[^\r\n]*)\k<quote>\k<hashes>[ \t]*$/.exec(
      text,
    );
  const { open = "", content } = match?.groups ?? {};
  if (content === undefined) return undefined;
  const between = /^\*(?<word>[^*\s]+)\*$/.exec(content)?.groups?.word;
  return between ? { text: between, start: open.length + 1 } : { text: content, start: open.length };
}
