import { Language as Grammar, type Node, Parser, Query, type QueryMatch, type Tree } from "web-tree-sitter";
import type { Host } from "./host.ts";
import { type Language, languageOf } from "./languages/index.ts";
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

/** A string in code or a scalar in config; `start` and `end` are offsets of its content, without quotes, in UTF-16 units. */
export interface Literal {
  text: string;
  start: number;
  end: number;
  clues: Clue[];
}

interface Loaded {
  language: Language;
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
  readonly #loaded = new Map<string, Promise<Loaded>>();
  readonly #trees = new Map<Source, Tree>();
  #runtime: Promise<void> | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** The literals of a document in the order of the text, or undefined where no grammar reads it. */
  async in(source: Source): Promise<Literal[] | undefined> {
    const language = languageOf(source.languageId);
    if (!language || source.text.length > maximumLength) return undefined;
    const loaded = await this.#load(language);
    const tree = this.#parse(loaded, source);
    return tree ? literalsOf(tree, loaded) : undefined;
  }

  /** Frees the tree of a closed document: WebAssembly memory is not garbage-collected. */
  forget(source: Source): void {
    this.#trees.get(source)?.delete();
    this.#trees.delete(source);
  }

  #parse({ parser }: Loaded, source: Source): Tree | undefined {
    const previous = this.#trees.get(source);
    const changes = source.takeChanges();
    const reusable = changes && previous;
    if (reusable) for (const change of changes) edit(previous, change);
    const tree = parser.parse(source.text, reusable ? previous : null);
    previous?.delete();
    if (tree) this.#trees.set(source, tree);
    else this.#trees.delete(source);
    return tree ?? undefined;
  }

  #load(language: Language): Promise<Loaded> {
    let loading = this.#loaded.get(language.grammar);
    if (!loading) {
      loading = this.#loadGrammar(language);
      this.#loaded.set(language.grammar, loading);
    }
    return loading;
  }

  async #loadGrammar(language: Language): Promise<Loaded> {
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

function literalsOf(tree: Tree, { query, language }: Loaded): Literal[] {
  const found = new Map<number, Literal>();
  const clues = new Map<number, Clue[]>();
  for (const match of query.matches(tree.rootNode)) {
    for (const { name, node } of match.captures) {
      if (name === "string" || name === "scalar") addLiteral(found, node, language, name === "string");
      else if (clueKinds.has(name)) addClue(clues, node, name as ClueKind, match);
    }
  }
  const order = (clue: Clue) => clueOrder.indexOf(clue.kind);
  for (const [at, literal] of found)
    literal.clues = (clues.get(at) ?? []).sort((a, b) => order(a) - order(b));
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function addLiteral(found: Map<number, Literal>, node: Node, language: Language, quoted: boolean): void {
  if (language.interpolation?.length && node.descendantsOfType(language.interpolation).length > 0) return;
  const content = contentOf(node.text, quoted);
  if (!content) return;
  const start = node.startIndex + content.start;
  found.set(node.startIndex, { text: content.text, start, end: start + content.text.length, clues: [] });
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
  const match = /^(?<open>[A-Za-z]{0,3}(?<quote>"""|'''|"|'|`))(?<content>[^\r\n]*)\k<quote>$/.exec(text);
  if (!match?.groups) return undefined;
  return { text: match.groups.content ?? "", start: (match.groups.open ?? "").length };
}
