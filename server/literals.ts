import { Language as Grammar, type Node, Parser, Query, type QueryMatch, type Tree } from "web-tree-sitter";
import { groupBy } from "../catalog/group-by.ts";
import { Excerpt, type Reading, type Region, responseCodesIn, wordsIn } from "./embedded.ts";
import type { Host } from "./host.ts";
import { carried, type Stretch, touched } from "./increment.ts";
import { type Language, languageCalled, languageOf } from "./languages/index.ts";
import type { ParsedLanguage } from "./languages/language.ts";
import type { Change, Source } from "./source.ts";

/** The relations in which a literal can stand to its surroundings, the most telling first. */
const clueOrder = [
  "compared",
  "case",
  "element",
  "value",
  "listed",
  "argument",
  "constant",
  "contained",
  "returned",
] as const;

/** In what relation to its surroundings a literal stands. */
export type ClueKind = (typeof clueOrder)[number];

/** A relation of a literal; `subject` is the text of what it is compared with, the key, the function or the name. */
export interface Clue {
  kind: ClueKind;
  subject: string;
}

/** That a variable stands for an expression: it was assigned it, or is a list that is tested for it. */
export interface Link {
  name: string;
  means: string;
  start: number;
  end: number;
}

/** A string in code or a scalar in config; `start` and `end` are offsets of its content, without quotes, in UTF-16 units. */
export interface Literal {
  text: string;
  start: number;
  end: number;
  clues: Clue[];
}

interface Loaded {
  language: ParsedLanguage;
  parser: Parser;
  query: Query;
}

const clueKinds: ReadonlySet<string> = new Set(clueOrder);

/** Longer texts are generated or data; parsing them would stall the server for no reader's gain. */
const maximumLength = 2_000_000;
/** Longer subjects are whole expressions, whose end is all that names them. */
const maximumSubject = 200;

/** Finds the literals of documents: the one place that knows tree-sitter. */
export class Literals {
  readonly #host: Host;
  readonly #loaded = new Map<Language, Promise<Loaded>>();
  readonly #kept = new Map<Source, { tree: Tree; reading: Reading }>();
  #runtime: Promise<void> | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** The literals of a document in the order of the text, or undefined where its language is not known. */
  async in(source: Source): Promise<Literal[] | undefined> {
    const language = languageOf(source.languageId);
    if (!language || source.text.length > maximumLength) return undefined;
    if ("read" in language) {
      source.takeChanges();
      return this.#withRegions(language.read(source.text));
    }
    const loaded = await this.#load(language);
    const reading = this.#read(loaded, source);
    return reading && follow(await this.#withRegions(reading), reading.links ?? []);
  }

  /** Frees the tree of a closed document: WebAssembly memory is not garbage-collected. */
  forget(source: Source): void {
    this.#kept.get(source)?.tree.delete();
    this.#kept.delete(source);
  }

  /** The literals of a text, with those of its stretches in other languages. */
  async #withRegions({ literals, regions }: Reading): Promise<Literal[]> {
    const all = [literals];
    for (const { language, excerpt } of regions)
      all.push(excerpt.placed(await this.#within(languageCalled(language), excerpt.text)));
    return all.flat().sort((a, b) => a.start - b.start);
  }

  /** The literals of a stretch of a document: its tree is not worth keeping. */
  async #within(language: Language | undefined, text: string): Promise<Literal[]> {
    if (!language) {
      const codes = responseCodesIn(text, 0);
      return codes.length > 0 ? codes : wordsIn(text, 0);
    }
    if ("read" in language) return this.#withRegions(language.read(text));
    const loaded = await this.#load(language);
    const tree = loaded.parser.parse(text);
    if (!tree) return [];
    const reading = readingOf(tree, loaded);
    tree.delete();
    return this.#withRegions(reading);
  }

  /** Parses a document and reads its literals: after a change only those of the statements that it touched. */
  #read(loaded: Loaded, source: Source): Reading | undefined {
    const kept = this.#kept.get(source);
    const changes = source.takeChanges();
    if (kept && changes?.length === 0) return kept.reading;
    if (kept && changes) for (const change of changes) edit(kept.tree, change);
    const tree = loaded.parser.parse(source.text, kept && changes ? kept.tree : null);
    const stretch = kept && tree && changes && touched(kept.tree, tree, changes);
    kept?.tree.delete();
    this.#kept.delete(source);
    if (!tree) return undefined;
    const reading =
      stretch && kept.reading.regions.length === 0
        ? readAgain(tree, loaded, stretch, {
            literals: carried(kept.reading.literals, changes, stretch),
            links: carried(kept.reading.links ?? [], changes, stretch),
          })
        : readingOf(tree, loaded);
    this.#kept.set(source, { tree, reading });
    return reading;
  }

  #load(language: ParsedLanguage): Promise<Loaded> {
    let loading = this.#loaded.get(language);
    if (!loading) {
      loading = this.#loadGrammar(language);
      this.#loaded.set(language, loading);
    }
    return loading;
  }

  async #loadGrammar(language: ParsedLanguage): Promise<Loaded> {
    this.#runtime ??= this.#host
      .readWasm("web-tree-sitter.wasm")
      .then((wasmBinary) => Parser.init({ wasmBinary }));
    await this.#runtime;
    const grammar = await Grammar.load(await this.#host.readWasm(language.grammar));
    const parser = new Parser();
    parser.setLanguage(grammar);
    return { language, parser, query: new Query(grammar, language.query) };
  }
}

function edit(tree: Tree, { startIndex, oldEndIndex, newEndIndex, start, oldEnd, newEnd }: Change): void {
  const point = ({ line, character }: Change["start"]) => ({ row: line, column: character });
  tree.edit({
    startIndex,
    oldEndIndex,
    newEndIndex,
    startPosition: point(start),
    oldEndPosition: point(oldEnd),
    newEndPosition: point(newEnd),
    // The binding's type asks for these two methods of its class, which it never calls on a plain edit.
  } as Parameters<Tree["edit"]>[0]);
}

/** The reading of a tree of which only a stretch has to be read; the rest was carried over. */
function readAgain(
  tree: Tree,
  loaded: Loaded,
  stretch: Stretch,
  rest: { literals: Literal[]; links: Link[] },
): Reading {
  const { literals, regions, links = [] } = readingOf(tree, loaded, stretch);
  const isFresh = ({ start, end }: Stretch) => start >= stretch.start && end <= stretch.end;
  return {
    literals: [...rest.literals, ...literals.filter(isFresh)].sort((a, b) => a.start - b.start),
    links: [...rest.links, ...links.filter(isFresh)],
    regions,
  };
}

/** Adds to the relations of literals those to what their variables stand for, one step far. */
function follow(literals: Literal[], links: readonly Link[]): Literal[] {
  if (links.length === 0) return literals;
  const meanings = groupBy(links, ({ name }) => name);
  return literals.map((literal) => {
    const more = literal.clues.flatMap(({ kind, subject }) =>
      (meanings.get(subject) ?? []).map(
        ({ means }): Clue => ({ kind: kind === "listed" ? "element" : kind, subject: means }),
      ),
    );
    return more.length > 0 ? { ...literal, clues: [...literal.clues, ...more] } : literal;
  });
}

function readingOf(tree: Tree, { query, language }: Loaded, stretch?: Stretch): Reading {
  const found = new Map<number, Literal>();
  const clues = new Map<number, Clue[]>();
  const regions = new Map<number, Region>();
  const links: Link[] = [];
  // The binding hands these two on as bytes, of which it counts two for each UTF-16 unit.
  const options = stretch && { startIndex: 2 * stretch.start, endIndex: 2 * stretch.end };
  for (const match of query.matches(tree.rootNode, options)) {
    addLink(links, match);
    for (const { name, node } of match.captures) {
      if (name === "string" || name === "scalar") addLiteral(found, node, language, name === "string");
      else if (name === "prose")
        for (const word of wordsIn(node.text, node.startIndex)) found.set(word.start, word);
      else if (name === "content") addRegion(regions, node, match);
      else if (clueKinds.has(name)) addClue(clues, node, name as ClueKind, match);
    }
  }
  const order = (clue: Clue) => clueOrder.indexOf(clue.kind);
  for (const [at, { clues: own }] of found)
    own.push(...(clues.get(at) ?? []).sort((a, b) => order(a) - order(b)));
  const literals = [...found.values()].sort((a, b) => a.start - b.start);
  return { literals, links, regions: [...regions.values()] };
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
  found.set(node.startIndex, { text: content.text, start, end: start + content.text.length, clues: [] });
}

function addLink(links: Link[], { captures }: QueryMatch): void {
  const name = captures.find((one) => one.name === "name")?.node;
  const means = captures.find((one) => one.name === "means")?.node;
  // A list that is tested for a constant is a list of anything.
  if (!name || !means || /^["'`]/.test(means.text)) return;
  const { startIndex: start, endIndex: end } = name;
  links.push({ name: name.text, means: means.text.slice(-maximumSubject), start, end });
}

function addRegion(regions: Map<number, Region>, node: Node, { captures, setProperties }: QueryMatch): void {
  const called = captures.find(({ name }) => name === "language")?.node.text;
  const language = called ?? setProperties?.language;
  if (!language || (!called && regions.has(node.startIndex))) return;
  regions.set(node.startIndex, { language, excerpt: new Excerpt().add(node.text, node.startIndex) });
}

function addClue(clues: Map<number, Clue[]>, node: Node, kind: ClueKind, match: QueryMatch): void {
  const subject = match.captures.find(({ name }) => name === "subject")?.node;
  if (!subject) return;
  const clue = { kind, subject: subject.text.slice(-maximumSubject) };
  const existing = clues.get(node.startIndex);
  if (existing) existing.push(clue);
  else clues.set(node.startIndex, [clue]);
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
