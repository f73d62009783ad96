import type { Tree } from "web-tree-sitter";
import type { Slices } from "../../catalog/model/slices.ts";
import type { Span } from "../documents/span.ts";
import type { TextChange, TrackedDocument } from "../documents/tracked-document.ts";
import { exclude, isCovered, type Reuse, reusable } from "./changes/broken-statements.ts";
import { changedSpan } from "./changes/changed-span.ts";
import {
  carrying,
  carryOver,
  finalSpans,
  mergeSpan,
  type ResolvedSet,
  withResolved,
} from "./changes/incremental.ts";
import { around } from "./changes/statements.ts";
import type { LiteralSet } from "./embedded.ts";
import type { Alias } from "./literal.ts";
import type { Budget } from "./parsing/budget.ts";
import type { LoadedGrammar } from "./parsing/grammars.ts";
import { refuseDeepNesting } from "./parsing/nesting.ts";
import { parse } from "./parsing/parse.ts";
import { literalsInTree, type ReadOptions } from "./tree-literals.ts";

/** The syntax tree of one version of a document, and what was found in it. */
interface ParsedDocument {
  tree: Tree;
  literalSet: ResolvedSet;
  version: number;
  revision: number;
  loaded: LoadedGrammar;
  /** At least as many brackets as are open at once. */
  brackets: number;
}

/** The old tree of a document after `Tree.edit` with the changes since, and the span from the first of them to the last. */
interface EditedDocument extends ParsedDocument {
  changes: readonly TextChange[];
  edited: Span;
}

/** Keeps the syntax trees of open documents for incremental parsing. */
export class DocumentTrees {
  readonly #parsed = new Map<TrackedDocument, ParsedDocument>();
  /** The documents whose trees are lost, since another text made the parser fail. */
  readonly #lost = new WeakSet<TrackedDocument>();
  readonly #closed = new WeakSet<TrackedDocument>();

  /**
   * Parses the current version of a document and returns its literal set. After a change, only the statements that the
   * change touched are queried again. Must not be called again for the document before it has finished.
   */
  async literalSetOf(
    document: TrackedDocument,
    loaded: LoadedGrammar,
    mayBeCode: ReadOptions["mayBeCode"],
    budget: Budget,
  ): Promise<ResolvedSet> {
    this.#closed.delete(document);
    this.#lost.delete(document);
    const { text, version, revision } = document;
    const parsed = this.#parsed.get(document);
    const changes = parsed?.loaded === loaded ? document.changesSince(parsed.revision) : undefined;
    if (parsed && changes?.length === 0) return parsed.literalSet;
    this.#parsed.delete(document);
    const before = parsed && changes && withChanges(parsed, changes);
    let tree: Tree | undefined;
    try {
      const brackets = refuseDeepNesting(text, loaded.language.grammar, before?.brackets);
      tree = await parseAfter(before, loaded, text, budget);
      const ofSpan = before && literalSetAfter(before, tree, mayBeCode, budget);
      const literalSet =
        (ofSpan && (await budget.spend(ofSpan))) ??
        withResolved(await budget.spend(literalsInTree(tree, loaded, { mayBeCode }, budget)));
      if (!this.#closed.has(document))
        this.#parsed.set(document, { tree, literalSet, version, revision, loaded, brackets });
      return literalSet;
    } finally {
      parsed?.tree.delete();
      if (this.#parsed.get(document)?.tree !== tree) tree?.delete();
    }
  }

  /**
   * Returns the tree of the current version of a document and what was found in it; undefined if that version is not
   * parsed. The tree must not be used after the next `await`, since it may be deleted then.
   */
  current(document: TrackedDocument): ParsedDocument | undefined {
    const parsed = this.#parsed.get(document);
    return parsed?.version === document.version && !parsed.loaded.runtime.isDead ? parsed : undefined;
  }

  /** Returns whether a document was parsed, but its tree is lost, since another text made the parser fail. */
  isLost(document: TrackedDocument): boolean {
    return this.#lost.has(document) || this.#parsed.get(document)?.loaded.runtime.isDead === true;
  }

  /** Forgets the trees of a runtime that failed, which would keep its memory. */
  dropDead(): void {
    for (const [document, { loaded }] of this.#parsed) {
      if (!loaded.runtime.isDead) continue;
      this.#parsed.delete(document);
      this.#lost.add(document);
    }
  }

  /** Deletes the tree of a closed document. */
  forget(document: TrackedDocument): void {
    this.#closed.add(document);
    this.drop(document);
  }

  /** Deletes the tree of a document: WebAssembly memory is not garbage-collected. */
  drop(document: TrackedDocument): void {
    this.#parsed.get(document)?.tree.delete();
    this.#parsed.delete(document);
  }
}

/**
 * Returns the literal set of a text without keeping its tree; `before` is the old tree after `Tree.edit`, if there is
 * one.
 */
export async function literalSetOf(
  text: string,
  loaded: LoadedGrammar,
  options: ReadOptions,
  budget: Budget,
  before?: Tree,
): Promise<LiteralSet> {
  refuseDeepNesting(text, loaded.language.grammar);
  const tree = await budget.spend(parse(loaded, text, budget, before));
  try {
    return await budget.spend(literalsInTree(tree, loaded, options, budget));
  } finally {
    tree.delete();
  }
}

/** Shifts the nodes of a tree as a change shifted the text, as tree-sitter requires before it parses incrementally. */
export function applyChange(
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

/** Changes a tree as its text was changed. */
function withChanges(parsed: ParsedDocument, changes: readonly TextChange[]): EditedDocument {
  let { brackets } = parsed;
  for (const change of changes) {
    applyChange(parsed.tree, change);
    // Opening brackets may have been inserted, and closing ones removed.
    brackets += change.newEndIndex - change.startIndex + change.oldEndIndex - change.startIndex;
  }
  return { ...parsed, brackets, changes, edited: around(finalSpans(changes)) };
}

/**
 * Parses a text, reusing what may be reused of the tree before some changes. Errors that the changes bring about are
 * seen only afterwards: the text is then parsed once more.
 */
async function parseAfter(
  before: EditedDocument | undefined,
  loaded: LoadedGrammar,
  text: string,
  budget: Budget,
): Promise<Tree> {
  const parseReusing = (reuse: Reuse) => {
    if (before && typeof reuse === "object") exclude(before.tree, reuse);
    return budget.spend(parse(loaded, text, budget, reuse === "nothing" ? null : before?.tree));
  };
  const reuse = before ? reusable(before.tree, before.edited) : "nothing";
  const tree = await parseReusing(reuse);
  const wanted = before ? reusable(tree, before.edited) : reuse;
  if (isCovered(wanted, reuse)) return tree;
  tree.delete();
  return parseReusing(wanted);
}

/**
 * Finds the literal set of a tree of which only what the changes touched is queried; the rest is carried over from the
 * set before. Returns undefined if the changes affect the rest too.
 */
function literalSetAfter(
  before: EditedDocument,
  tree: Tree,
  mayBeCode: ReadOptions["mayBeCode"],
  budget: Budget,
): Slices<ResolvedSet | undefined> | undefined {
  const { literalSet, changes, edited, loaded } = before;
  if (literalSet.regions.length > 0) return undefined;
  const span = changedSpan(before.tree, tree, changes, edited);
  if (!span) return undefined;
  const carry = carrying(changes, span);
  return (function* () {
    const lost: Alias[] = [];
    const otherAliases = carryOver(literalSet.aliases, carry, lost);
    const found = yield* literalsInTree(tree, loaded, { span, mayBeCode, otherAliases }, budget);
    return mergeSpan(literalSet, found, { span, carry, otherAliases, lost });
  })();
}
