import type { Tree } from "web-tree-sitter";
import type { Host } from "../documents/host.ts";
import type { ExcerptSpans, Span } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { resolveAliases, variableName } from "./aliases.ts";
import { carrying, carryOver } from "./changes/incremental.ts";
import { changeOf, type Replacement, replaced, windowAround } from "./changes/replacement.ts";
import { applyChange, DocumentTrees, literalSetOf } from "./document-trees.ts";
import { Excerpt, type LiteralSet } from "./embedded.ts";
import { languageById } from "./languages/index.ts";
import type { Literal } from "./literal.ts";
import { Budget, editorTime, ReadingStopped, type ReadingTime, type Unreadable } from "./parsing/budget.ts";
import { Failures } from "./parsing/failures.ts";
import { Grammars } from "./parsing/grammars.ts";
import { RuntimeLost } from "./parsing/runtime.ts";
import { readWith, withRegions } from "./region-literals.ts";
import type { ReadOptions } from "./tree-literals.ts";

/**
 * The maximum length of a text in UTF-16 units: longer ones are generated or data, and parsing would take too long.
 */
const maximumLength = 2_000_000;

/** How long reading a document with a replacement may take: there are several for a keystroke. */
const replacementTime: ReadingTime = { ...editorTime, total: 300 };

/** Finds the literals of documents, and keeps the syntax trees of open ones for incremental parsing. */
export class Literals {
  readonly #grammars: Grammars;
  readonly #mayBeCode: (literal: Literal) => boolean;
  readonly #failures: Failures;
  readonly #trees = new DocumentTrees();
  /** The budget of the last reading of each document. */
  readonly #budgets = new WeakMap<TrackedDocument, Budget>();
  /** The time that earlier readings of each document took, in milliseconds. */
  readonly #spentBefore = new WeakMap<TrackedDocument, number>();
  /** The last reading of each document that is being read: the next one waits for it, since it parses what has changed since. */
  readonly #readings = new WeakMap<TrackedDocument, Promise<unknown>>();

  /**
   * `mayBeCode` returns whether a literal may be an error code: only such literals get a syntactic context.
   * `time` is what reading one document may take.
   */
  constructor(host: Host, mayBeCode: (literal: Literal) => boolean, time = editorTime) {
    this.#grammars = new Grammars(host);
    this.#mayBeCode = mayBeCode;
    this.#failures = new Failures(time);
  }

  /**
   * Returns the literals of the current version of a document in text order, with their syntactic contexts if
   * `wantsContext` is set, or why the document cannot be read. Returns undefined if the language is not known or the
   * text is too long. Other work gets in while a long text is read.
   */
  literalsOf(document: TrackedDocument, wantsContext = true): Promise<Literal[] | Unreadable | undefined> {
    const reading = this.#readAfter(this.#readings.get(document), document, wantsContext).finally(() => {
      if (this.#readings.get(document) === reading) this.#readings.delete(document);
    });
    this.#readings.set(document, reading);
    return reading;
  }

  async #readAfter(previous: Promise<unknown> | undefined, document: TrackedDocument, wantsContext: boolean) {
    await previous?.catch(() => {});
    for (;;) {
      const { version } = document;
      const read = await this.#tryToRead(document, wantsContext ? this.#mayBeCode : undefined);
      if (read !== "again" && document.version === version) return read;
    }
  }

  /** Reads a document; returns "again" if that failed because of another document. */
  async #tryToRead(document: TrackedDocument, mayBeCode: ReadOptions["mayBeCode"]) {
    const time = this.#failures.timeFor(document);
    if (!time) return "crash" as const;
    try {
      const budget = new Budget(time);
      this.#spentBefore.set(document, this.timeSpentOn(document));
      this.#budgets.set(document, budget);
      const literals = await this.#read(document, mayBeCode, budget);
      this.#failures.clear(document);
      return literals;
    } catch (error) {
      this.#dropDead();
      if (error instanceof RuntimeLost) return "again" as const;
      if (!(error instanceof ReadingStopped)) throw error;
      this.#failures.add(document, error.reason);
      return error.reason;
    }
  }

  async #read(document: TrackedDocument, mayBeCode: ReadOptions["mayBeCode"], budget: Budget) {
    const language = languageById(document.languageId);
    if (!language || document.text.length > maximumLength) return undefined;
    if ("read" in language) {
      const literalSet = await readWith(language, document.text, budget);
      return resolveAliases(
        await withRegions(literalSet, { grammars: this.#grammars, mayBeCode, budget }),
        literalSet.aliases,
      );
    }
    const loaded = await this.#grammars.load(language);
    if (!loaded) return undefined;
    if (document.excerpt) {
      const { excerpt, candidates } = excerptOf(document.text, document.excerpt);
      const options = { mayBeCode, candidateSpans: candidates };
      const { literals, aliases } = await literalSetOf(excerpt.text, loaded, options, budget);
      return excerpt.toOriginal(resolveAliases(literals, aliases));
    }
    const literalSet = await this.#trees.literalSetOf(document, loaded, mayBeCode, budget);
    if (literalSet.regions.length === 0) return literalSet.resolved;
    return resolveAliases(
      await withRegions(literalSet, { grammars: this.#grammars, mayBeCode, budget }),
      literalSet.aliases,
    );
  }

  /**
   * Returns the literals near a replacement as they would be if it were made, with their offsets in the changed text;
   * none if that takes too long. Only the part of the text that it touches is parsed again and queried, from a copy of
   * the tree.
   */
  async literalsIf(document: TrackedDocument, replacement: Replacement): Promise<Literal[]> {
    try {
      return await this.#readIf(document, replacement, new Budget(replacementTime));
    } catch (error) {
      this.#dropDead();
      if (error instanceof ReadingStopped || error instanceof RuntimeLost) return [];
      throw error;
    }
  }

  /** Gives back the memory of a runtime that failed. */
  #dropDead(): void {
    this.#grammars.dropDead();
    this.#trees.dropDead();
  }

  async #readIf(document: TrackedDocument, replacement: Replacement, budget: Budget): Promise<Literal[]> {
    const language = languageById(document.languageId);
    if (!language || document.text.length > maximumLength) return [];
    const loaded = "read" in language ? undefined : await this.#grammars.load(language);
    const text = replaced(document.text, replacement);
    if ("read" in language) {
      const literalSet = await readWith(language, text, budget);
      return resolveAliases(await this.#near(literalSet, replacement, budget), literalSet.aliases);
    }
    if (!loaded) return [];
    const { tree, literalSet } = this.#trees.current(document) ?? {};
    const change = changeOf(document.textDocument, replacement);
    const before = tree?.copy();
    if (before) applyChange(before, change);
    const span = windowAround(replacement);
    const options = { span, mayBeCode: this.#mayBeCode };
    const fresh = await literalSetOf(text, loaded, options, budget, before).finally(() => before?.delete());
    const literals = await this.#near(fresh, replacement, budget);
    // Few of the variables of a long text are subjects of these literals.
    const names = new Set(
      literals.flatMap(({ relations }) => relations.map(({ subject }) => variableName(subject))),
    );
    const known = literalSet?.aliases?.filter(({ name }) => names.has(variableName(name))) ?? [];
    return resolveAliases(literals, [
      ...carryOver(known, carrying([change], span)),
      ...(fresh.aliases ?? []),
    ]);
  }

  /** Returns the literals of a text and of those of its embedded regions that contain the start of a span. */
  #near({ literals, regions }: LiteralSet, { start }: Span, budget: Budget): Promise<Literal[]> {
    const around = regions.filter(({ excerpt }) => excerpt.contains(start));
    const reading = { grammars: this.#grammars, mayBeCode: this.#mayBeCode, budget };
    return withRegions({ literals, regions: around }, reading);
  }

  /**
   * Returns the tree of the current version of a document; undefined if that version is not parsed. The tree must not
   * be used after the next `await`, since it may be deleted then.
   */
  tree(document: TrackedDocument): Tree | undefined {
    return this.#trees.current(document)?.tree;
  }

  /** Returns how long all readings of a document have taken so far, in milliseconds, without the work between slices. */
  timeSpentOn(document: TrackedDocument): number {
    return (this.#spentBefore.get(document) ?? 0) + (this.#budgets.get(document)?.spent ?? 0);
  }

  /** Returns whether the tree of a document is lost, since another text made the parser fail. */
  hasLostTree(document: TrackedDocument): boolean {
    return this.#trees.isLost(document);
  }

  /** Drops the tree of an open document, which is parsed again when it is asked for. */
  drop(document: TrackedDocument): void {
    this.#trees.drop(document);
  }

  /** Releases what is kept of a closed document. */
  forget(document: TrackedDocument): void {
    this.#budgets.get(document)?.cancel();
    this.#trees.forget(document);
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
