import type { Tree } from "web-tree-sitter";
import type { Host } from "../documents/host.ts";
import type { ExcerptSpans, Span } from "../documents/span.ts";
import type { TextChange, TrackedDocument } from "../documents/tracked-document.ts";
import { resolveAliases } from "./aliases.ts";
import { codeWordsIn, Excerpt, type LiteralSet, responseCodesIn } from "./embedded.ts";
import { Grammars, type LoadedGrammar } from "./grammars.ts";
import { carryOver, changedSpan } from "./incremental.ts";
import { type Language, languageById, languageByName } from "./languages/index.ts";
import type { Alias, Literal } from "./literal.ts";
import { changeOf, type Replacement, replaced, windowAround } from "./replacement.ts";
import { literalsInTree, type ReadOptions } from "./tree-literals.ts";

/**
 * The maximum length of a text in UTF-16 units: longer ones are generated or data, and parsing would block the server.
 */
const maximumLength = 2_000_000;

/** Finds the literals of documents, and keeps the syntax trees of open ones for incremental parsing. */
export class Literals {
  readonly #grammars: Grammars;
  readonly #mayBeCode: (literal: Literal) => boolean;
  readonly #parsed = new Map<TrackedDocument, { tree: Tree; literalSet: LiteralSet; version: number }>();

  /** `mayBeCode` returns whether a literal may be an error code: only such literals get a syntactic context. */
  constructor(host: Host, mayBeCode: (literal: Literal) => boolean) {
    this.#grammars = new Grammars(host);
    this.#mayBeCode = mayBeCode;
  }

  /**
   * Returns the literals of a document in text order, with their syntactic contexts if `wantsContext` is set. Returns
   * undefined if the language is not known, or the text is too long or cannot be parsed.
   */
  async literalsOf(document: TrackedDocument, wantsContext = true): Promise<Literal[] | undefined> {
    const language = languageById(document.languageId);
    if (!language || document.text.length > maximumLength) return undefined;
    const mayBeCode = wantsContext ? this.#mayBeCode : undefined;
    if ("read" in language) {
      document.takeChanges();
      return this.#withRegions(language.read(document.text), mayBeCode);
    }
    const loaded = await this.#grammars.load(language);
    if (!loaded) return undefined;
    if (document.excerpt) {
      const { excerpt, candidates } = excerptOf(document.text, document.excerpt);
      const { literals, aliases } = analyzeOnce(excerpt.text, loaded, {
        mayBeCode,
        candidateSpans: candidates,
      });
      return excerpt.toOriginal(resolveAliases(literals, aliases));
    }
    const literalSet = this.#analyze(loaded, document, mayBeCode);
    return literalSet && resolveAliases(await this.#withRegions(literalSet, mayBeCode), literalSet.aliases);
  }

  /**
   * Returns the literals near a replacement as they would be if it were made, with their offsets in the changed text.
   * Only the part of the text that it touches is parsed again and queried, from a copy of the tree.
   */
  async literalsIf(document: TrackedDocument, replacement: Replacement): Promise<Literal[]> {
    const language = languageById(document.languageId);
    if (!language || document.text.length > maximumLength) return [];
    const text = replaced(document.text, replacement);
    if ("read" in language) return this.#near(language.read(text), replacement);
    const loaded = await this.#grammars.load(language);
    if (!loaded) return [];
    const { tree, literalSet } = this.#parsed.get(document) ?? {};
    const change = changeOf(document.textDocument, replacement);
    const before = this.tree(document) ? tree?.copy() : undefined;
    if (before) applyChange(before, change);
    const after = loaded.parser.parse(text, before);
    before?.delete();
    if (!after) return [];
    const span = windowAround(replacement);
    const fresh = literalsInTree(after, loaded, { span, mayBeCode: this.#mayBeCode });
    after.delete();
    const literals = await this.#near(fresh, replacement);
    // Few of the variables of a long text are subjects of these literals.
    const names = new Set(literals.flatMap(({ relations }) => relations.map(({ subject }) => subject)));
    const known = literalSet?.aliases?.filter(({ name }) => names.has(name)) ?? [];
    return resolveAliases(literals, [...carryOver(known, [change], span), ...(fresh.aliases ?? [])]);
  }

  /** Returns the literals of a text and of those of its embedded regions that contain the start of a span. */
  #near({ literals, regions }: LiteralSet, { start }: Span): Promise<Literal[]> {
    const around = regions.filter(({ excerpt }) => excerpt.contains(start));
    return this.#withRegions({ literals, regions: around }, this.#mayBeCode);
  }

  /**
   * Returns the tree of the current version of a document; undefined if that version is not parsed. The tree must not
   * be used after the next `await`, since it may be deleted then.
   */
  tree(document: TrackedDocument): Tree | undefined {
    const parsed = this.#parsed.get(document);
    return parsed?.version === document.version ? parsed.tree : undefined;
  }

  /** Deletes the tree of a closed document: WebAssembly memory is not garbage-collected. */
  forget(document: TrackedDocument): void {
    this.#parsed.get(document)?.tree.delete();
    this.#parsed.delete(document);
  }

  /** Returns the literals of a text and those of its embedded regions, in text order. */
  async #withRegions(
    { literals, regions }: LiteralSet,
    mayBeCode: ReadOptions["mayBeCode"],
  ): Promise<Literal[]> {
    const all = [literals];
    for (const { language, excerpt } of regions)
      all.push(excerpt.toOriginal(await this.#inRegion(languageByName(language), excerpt.text, mayBeCode)));
    return all.flat().sort((a, b) => a.start - b.start);
  }

  /**
   * Returns the literals of the text of a region; its tree is not kept. An unknown language is prose, or a response.
   */
  async #inRegion(
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
    if (!loaded) return [];
    return this.#withRegions(analyzeOnce(text, loaded, { mayBeCode }), mayBeCode);
  }

  /**
   * Parses a document and returns its literal set; undefined if it cannot be parsed. After a change, only the
   * statements that the change touched are queried again.
   */
  #analyze(
    loaded: LoadedGrammar,
    document: TrackedDocument,
    mayBeCode: ReadOptions["mayBeCode"],
  ): LiteralSet | undefined {
    const previous = this.#parsed.get(document);
    const changes = document.takeChanges();
    if (previous && changes?.length === 0) return previous.literalSet;
    if (previous && changes) for (const change of changes) applyChange(previous.tree, change);
    const tree = loaded.parser.parse(document.text, previous && changes ? previous.tree : null);
    const span = previous && tree && changes && changedSpan(previous.tree, tree, changes);
    previous?.tree.delete();
    this.#parsed.delete(document);
    if (!tree) return undefined;
    const literalSet =
      span && previous.literalSet.regions.length === 0
        ? analyzeSpan(
            tree,
            loaded,
            { span, mayBeCode: this.#mayBeCode },
            {
              literals: carryOver(previous.literalSet.literals, changes, span),
              aliases: carryOver(previous.literalSet.aliases ?? [], changes, span),
            },
          )
        : literalsInTree(tree, loaded, { mayBeCode });
    this.#parsed.set(document, { tree, literalSet, version: document.version });
    return literalSet;
  }
}

/**
 * Returns an excerpt of some statements of a text, a line break after each, and the candidates as spans of the excerpt.
 */
function excerptOf(text: string, { statements, candidates }: ExcerptSpans) {
  const excerpt = new Excerpt();
  const shifted: Span[] = [];
  let next = 0;
  for (const { start, end } of statements) {
    const shift = excerpt.text.length - start;
    for (let span = candidates[next]; span && span.start < end; span = candidates[++next])
      shifted.push({ start: span.start + shift, end: span.end + shift });
    excerpt.add(`${text.slice(start, end)}\n`, start);
  }
  return { excerpt, candidates: shifted };
}

/** Returns the literal set of a text without keeping its tree; an empty one if the text cannot be parsed. */
function analyzeOnce(text: string, loaded: LoadedGrammar, options: ReadOptions): LiteralSet {
  const tree = loaded.parser.parse(text);
  if (!tree) return { literals: [], regions: [] };
  const literalSet = literalsInTree(tree, loaded, options);
  tree.delete();
  return literalSet;
}

/** Shifts the nodes of a tree as a change shifted the text, as tree-sitter requires before it parses incrementally. */
function applyChange(
  tree: Tree,
  { startIndex, oldEndIndex, newEndIndex, start, oldEnd, newEnd }: TextChange,
): void {
  const point = ({ line, character }: TextChange["start"]) => ({ row: line, column: character });
  tree.edit({
    startIndex,
    oldEndIndex,
    newEndIndex,
    startPosition: point(start),
    oldEndPosition: point(oldEnd),
    newEndPosition: point(newEnd),
    // The type of the binding requires two methods of its class, which it never calls on a plain edit.
  } as Parameters<Tree["edit"]>[0]);
}

/** Returns the literal set of a tree of which only a span is queried; `rest` was carried over from the old tree. */
function analyzeSpan(
  tree: Tree,
  loaded: LoadedGrammar,
  options: ReadOptions & { span: Span },
  rest: { literals: Literal[]; aliases: Alias[] },
): LiteralSet {
  const {
    literals,
    regions,
    aliases = [],
  } = literalsInTree(tree, loaded, {
    ...options,
    otherAliases: rest.aliases,
  });
  const isFresh = ({ start, end }: Span) => start >= options.span.start && end <= options.span.end;
  return {
    literals: [...rest.literals, ...literals.filter(isFresh)].sort((a, b) => a.start - b.start),
    aliases: [...rest.aliases, ...aliases.filter(isFresh)],
    regions,
  };
}
