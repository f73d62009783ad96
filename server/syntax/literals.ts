import type { Tree } from "web-tree-sitter";
import { groupBy } from "../../catalog/model/group-by.ts";
import type { Host } from "../documents/host.ts";
import type { ExcerptSpans, Span } from "../documents/span.ts";
import type { TextChange, TrackedDocument } from "../documents/tracked-document.ts";
import { codeWordsIn, Excerpt, type LiteralSet, responseCodesIn } from "./embedded.ts";
import { Grammars, type LoadedLanguage } from "./grammars.ts";
import { carryOver, changedSpan } from "./incremental.ts";
import { type Language, languageNamed, languageOfId } from "./languages/index.ts";
import type { Alias, Literal, Relation } from "./literal.ts";
import { literalsInTree, type ReadOptions } from "./tree-literals.ts";

/** Longer texts are generated or data; parsing them would stall the server for no reader's gain. */
const maximumLength = 2_000_000;

/** Finds the literals of documents, and keeps their trees. */
export class Literals {
  readonly #grammars: Grammars;
  readonly #mayBeCode: (literal: Literal) => boolean;
  readonly #kept = new Map<TrackedDocument, { tree: Tree; reading: LiteralSet; version: number }>();

  /** `mayBeCode` tells the literals that may be error codes: only for these it is worth finding what they stand in. */
  constructor(host: Host, mayBeCode: (literal: Literal) => boolean) {
    this.#grammars = new Grammars(host);
    this.#mayBeCode = mayBeCode;
  }

  /**
   * The literals of a document in the order of the text, with what they stand in where that is options for; undefined
   * where its language is not known.
   */
  async in(document: TrackedDocument, wantsContext = true): Promise<Literal[] | undefined> {
    const language = languageOfId(document.languageId);
    if (!language || document.text.length > maximumLength) return undefined;
    const mayBeCode = wantsContext ? this.#mayBeCode : undefined;
    if ("read" in language) {
      document.takeChanges();
      return this.#withRegions(language.read(document.text), mayBeCode);
    }
    const loaded = await this.#grammars.load(language);
    if (document.excerpt) {
      const { excerpt, candidates } = takeOut(document.text, document.excerpt);
      const { literals, aliases } = readOnce(excerpt.text, loaded, { mayBeCode, candidateSpans: candidates });
      return excerpt.toOriginal(follow(literals, aliases));
    }
    const reading = this.#read(loaded, document, mayBeCode);
    return reading && follow(await this.#withRegions(reading, mayBeCode), reading.aliases);
  }

  /** The tree of a document as it is now, lent until the next wait; undefined where that is not parsed. */
  tree(document: TrackedDocument): Tree | undefined {
    const kept = this.#kept.get(document);
    return kept?.version === document.version ? kept.tree : undefined;
  }

  /** Frees the tree of a closed document: WebAssembly memory is not garbage-collected. */
  forget(document: TrackedDocument): void {
    this.#kept.get(document)?.tree.delete();
    this.#kept.delete(document);
  }

  /** The literals of a text, with those of its stretches in other languages. */
  async #withRegions(
    { literals, regions }: LiteralSet,
    mayBeCode: ReadOptions["mayBeCode"],
  ): Promise<Literal[]> {
    const all = [literals];
    for (const { language, excerpt } of regions)
      all.push(excerpt.toOriginal(await this.#within(languageNamed(language), excerpt.text, mayBeCode)));
    return all.flat().sort((a, b) => a.start - b.start);
  }

  /** The literals of a stretch of a document: its tree is not worth keeping. */
  async #within(
    language: Language | undefined,
    text: string,
    mayBeCode: ReadOptions["mayBeCode"],
  ): Promise<Literal[]> {
    if (!language) {
      const codes = responseCodesIn(text, 0);
      return codes.length > 0 ? codes : codeWordsIn(text, 0);
    }
    if ("read" in language) return this.#withRegions(language.read(text), mayBeCode);
    const loaded = await this.#grammars.load(language);
    return this.#withRegions(readOnce(text, loaded, { mayBeCode }), mayBeCode);
  }

  /** Parses a document and reads its literals: after a change only those of the statements that it touched. */
  #read(
    loaded: LoadedLanguage,
    document: TrackedDocument,
    mayBeCode: ReadOptions["mayBeCode"],
  ): LiteralSet | undefined {
    const kept = this.#kept.get(document);
    const changes = document.takeChanges();
    if (kept && changes?.length === 0) return kept.reading;
    if (kept && changes) for (const change of changes) edit(kept.tree, change);
    const tree = loaded.parser.parse(document.text, kept && changes ? kept.tree : null);
    const span = kept && tree && changes && changedSpan(kept.tree, tree, changes);
    kept?.tree.delete();
    this.#kept.delete(document);
    if (!tree) return undefined;
    const reading =
      span && kept.reading.regions.length === 0
        ? readAgain(
            tree,
            loaded,
            { span, mayBeCode: this.#mayBeCode },
            {
              literals: carryOver(kept.reading.literals, changes, span),
              aliases: carryOver(kept.reading.aliases ?? [], changes, span),
            },
          )
        : literalsInTree(tree, loaded, { mayBeCode });
    this.#kept.set(document, { tree, reading, version: document.version });
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
function readOnce(text: string, loaded: LoadedLanguage, options: ReadOptions): LiteralSet {
  const tree = loaded.parser.parse(text);
  if (!tree) return { literals: [], regions: [] };
  const reading = literalsInTree(tree, loaded, options);
  tree.delete();
  return reading;
}

function edit(tree: Tree, { startIndex, oldEndIndex, newEndIndex, start, oldEnd, newEnd }: TextChange): void {
  const point = ({ line, character }: TextChange["start"]) => ({ row: line, column: character });
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
  loaded: LoadedLanguage,
  options: ReadOptions & { span: Span },
  rest: { literals: Literal[]; aliases: Alias[] },
): LiteralSet {
  const { literals, regions, aliases = [] } = literalsInTree(tree, loaded, options);
  const isFresh = ({ start, end }: Span) => start >= options.span.start && end <= options.span.end;
  return {
    literals: [...rest.literals, ...literals.filter(isFresh)].sort((a, b) => a.start - b.start),
    aliases: [...rest.aliases, ...aliases.filter(isFresh)],
    regions,
  };
}

/** Adds to the relations of literals those to what their variables stand for, one step far. */
function follow(literals: Literal[], aliases: readonly Alias[] = []): Literal[] {
  if (aliases.length === 0) return literals;
  const meanings = groupBy(aliases, ({ name }) => name);
  return literals.map((literal) => {
    const more = literal.relations.flatMap(({ kind, subject }) =>
      meant(meanings.get(subject) ?? [], kind, literal.start).map(
        ({ expression }): Relation => ({ kind: kind === "listed" ? "element" : kind, subject: expression }),
      ),
    );
    return more.length > 0 ? { ...literal, relations: [...literal.relations, ...more] } : literal;
  });
}

/** A list is tested for something behind it; of other variables, the same name may stand for something else farther up. */
function meant(aliases: readonly Alias[], kind: Relation["kind"], at: number): readonly Alias[] {
  if (kind === "listed") return aliases;
  const last = aliases.findLast(({ start }) => start < at);
  return last ? [last] : aliases;
}
