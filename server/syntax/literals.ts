import type { Tree } from "web-tree-sitter";
import { groupBy } from "../../catalog/model/group-by.ts";
import type { Host } from "../documents/host.ts";
import type { ExcerptSpans, Span } from "../documents/span.ts";
import type { Change, TrackedDocument } from "../documents/tracked-document.ts";
import { Excerpt, type Reading, responseCodesIn, wordsIn } from "./embedded.ts";
import { Grammars, type Loaded } from "./grammars.ts";
import { carried, touched } from "./incremental.ts";
import { type Language, languageCalled, languageOf } from "./languages/index.ts";
import type { Clue, Link, Literal } from "./literal.ts";
import { type Asked, readingOf } from "./tree-literals.ts";

/** Longer texts are generated or data; parsing them would stall the server for no reader's gain. */
const maximumLength = 2_000_000;

/** Finds the literals of documents, and keeps their trees. */
export class Literals {
  readonly #grammars: Grammars;
  readonly #mayBeCode: (literal: Literal) => boolean;
  readonly #kept = new Map<TrackedDocument, { tree: Tree; reading: Reading; version: number }>();

  /** `mayBeCode` tells the literals that may be error codes: only for these it is worth finding what they stand in. */
  constructor(host: Host, mayBeCode: (literal: Literal) => boolean) {
    this.#grammars = new Grammars(host);
    this.#mayBeCode = mayBeCode;
  }

  /**
   * The literals of a document in the order of the text, with what they stand in where that is asked for; undefined
   * where its language is not known.
   */
  async in(source: TrackedDocument, wantsContext = true): Promise<Literal[] | undefined> {
    const language = languageOf(source.languageId);
    if (!language || source.text.length > maximumLength) return undefined;
    const mayBeCode = wantsContext ? this.#mayBeCode : undefined;
    if ("read" in language) {
      source.takeChanges();
      return this.#withRegions(language.read(source.text), mayBeCode);
    }
    const loaded = await this.#grammars.load(language);
    if (source.excerpt) {
      const { excerpt, candidates } = takeOut(source.text, source.excerpt);
      const { literals, links } = readOnce(excerpt.text, loaded, { mayBeCode, spots: candidates });
      return excerpt.placed(follow(literals, links));
    }
    const reading = this.#read(loaded, source, mayBeCode);
    return reading && follow(await this.#withRegions(reading, mayBeCode), reading.links);
  }

  /** The tree of a document as it is now, lent until the next wait; undefined where that is not parsed. */
  tree(source: TrackedDocument): Tree | undefined {
    const kept = this.#kept.get(source);
    return kept?.version === source.version ? kept.tree : undefined;
  }

  /** Frees the tree of a closed document: WebAssembly memory is not garbage-collected. */
  forget(source: TrackedDocument): void {
    this.#kept.get(source)?.tree.delete();
    this.#kept.delete(source);
  }

  /** The literals of a text, with those of its stretches in other languages. */
  async #withRegions({ literals, regions }: Reading, mayBeCode: Asked["mayBeCode"]): Promise<Literal[]> {
    const all = [literals];
    for (const { language, excerpt } of regions)
      all.push(excerpt.placed(await this.#within(languageCalled(language), excerpt.text, mayBeCode)));
    return all.flat().sort((a, b) => a.start - b.start);
  }

  /** The literals of a stretch of a document: its tree is not worth keeping. */
  async #within(
    language: Language | undefined,
    text: string,
    mayBeCode: Asked["mayBeCode"],
  ): Promise<Literal[]> {
    if (!language) {
      const codes = responseCodesIn(text, 0);
      return codes.length > 0 ? codes : wordsIn(text, 0);
    }
    if ("read" in language) return this.#withRegions(language.read(text), mayBeCode);
    const loaded = await this.#grammars.load(language);
    return this.#withRegions(readOnce(text, loaded, { mayBeCode }), mayBeCode);
  }

  /** Parses a document and reads its literals: after a change only those of the statements that it touched. */
  #read(loaded: Loaded, source: TrackedDocument, mayBeCode: Asked["mayBeCode"]): Reading | undefined {
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
        ? readAgain(
            tree,
            loaded,
            { stretch, mayBeCode: this.#mayBeCode },
            {
              literals: carried(kept.reading.literals, changes, stretch),
              links: carried(kept.reading.links ?? [], changes, stretch),
            },
          )
        : readingOf(tree, loaded, { mayBeCode });
    this.#kept.set(source, { tree, reading, version: source.version });
    return reading;
  }
}

/** Takes some statements out of a text, a line break behind each; the candidates then are spans of the excerpt. */
function takeOut(text: string, { statements, candidates }: ExcerptSpans) {
  const excerpt = new Excerpt();
  const shifted: Span[] = [];
  let next = 0;
  for (const { start, end } of statements) {
    const shift = excerpt.text.length - start;
    for (let one = candidates[next]; one && one.start < end; one = candidates[++next])
      shifted.push({ start: one.start + shift, end: one.end + shift });
    excerpt.add(`${text.slice(start, end)}\n`, start);
  }
  return { excerpt, candidates: shifted };
}

/** What stands in a text whose tree is not worth keeping. */
function readOnce(text: string, loaded: Loaded, asked: Asked): Reading {
  const tree = loaded.parser.parse(text);
  if (!tree) return { literals: [], regions: [] };
  const reading = readingOf(tree, loaded, asked);
  tree.delete();
  return reading;
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
  asked: Asked & { stretch: Span },
  rest: { literals: Literal[]; links: Link[] },
): Reading {
  const { literals, regions, links = [] } = readingOf(tree, loaded, asked);
  const isFresh = ({ start, end }: Span) => start >= asked.stretch.start && end <= asked.stretch.end;
  return {
    literals: [...rest.literals, ...literals.filter(isFresh)].sort((a, b) => a.start - b.start),
    links: [...rest.links, ...links.filter(isFresh)],
    regions,
  };
}

/** Adds to the relations of literals those to what their variables stand for, one step far. */
function follow(literals: Literal[], links: readonly Link[] = []): Literal[] {
  if (links.length === 0) return literals;
  const meanings = groupBy(links, ({ name }) => name);
  return literals.map((literal) => {
    const more = literal.clues.flatMap(({ kind, subject }) =>
      meant(meanings.get(subject) ?? [], kind, literal.start).map(
        ({ means }): Clue => ({ kind: kind === "listed" ? "element" : kind, subject: means }),
      ),
    );
    return more.length > 0 ? { ...literal, clues: [...literal.clues, ...more] } : literal;
  });
}

/** A list is tested for something behind it; of other variables, the same name may stand for something else farther up. */
function meant(links: readonly Link[], kind: Clue["kind"], at: number): readonly Link[] {
  if (kind === "listed") return links;
  const last = links.findLast(({ start }) => start < at);
  return last ? [last] : links;
}
