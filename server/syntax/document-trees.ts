import type { Tree } from "web-tree-sitter";
import type { Span } from "../documents/span.ts";
import type { TextChange, TrackedDocument } from "../documents/tracked-document.ts";
import type { LiteralSet } from "./embedded.ts";
import { carryOver, changedSpan, haveAliasesChanged, treeToParseAgainWith } from "./incremental.ts";
import type { Budget, Slices } from "./parsing/budget.ts";
import { isDeepAt } from "./parsing/depth.ts";
import type { LoadedGrammar } from "./parsing/grammars.ts";
import { refuseDeepNesting } from "./parsing/nesting.ts";
import { parse } from "./parsing/parse.ts";
import { literalsInTree, type ReadOptions } from "./tree-literals.ts";

/** The syntax tree of one version of a document, and what was found in it. */
interface ParsedDocument {
  tree: Tree;
  literalSet: LiteralSet;
  version: number;
  loaded: LoadedGrammar;
}

/** Keeps the syntax trees of open documents for incremental parsing. */
export class DocumentTrees {
  readonly #parsed = new Map<TrackedDocument, ParsedDocument>();
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
  ): Promise<LiteralSet> {
    this.#closed.delete(document);
    const changes = document.takeChanges();
    const { text, version } = document;
    const parsed = this.#parsed.get(document);
    const isOld = parsed && changes && parsed.loaded === loaded;
    if (isOld && changes.length === 0) return parsed.literalSet;
    this.#parsed.delete(document);
    if (isOld) for (const change of changes) applyChange(parsed.tree, change);
    let tree: Tree | undefined;
    try {
      refuseDeepNesting(text, loaded.language.grammar);
      tree = await budget.spend(parse(loaded, text, budget, isOld ? parsed.tree : null));
      const reused = isOld ? treeToParseAgainWith(parsed.tree, tree, changes) : undefined;
      if (reused !== undefined) {
        tree.delete();
        tree = undefined;
        tree = await budget.spend(parse(loaded, text, budget, reused));
      }
      const span =
        isOld && !areDeep(parsed.tree, tree, changes) ? changedSpan(parsed.tree, tree, changes) : undefined;
      const ofSpan =
        isOld && span && parsed.literalSet.regions.length === 0
          ? literalSetOfSpan(tree, loaded, { span, mayBeCode }, parsed.literalSet, changes, budget)
          : undefined;
      const literalSet =
        (ofSpan && (await budget.spend(ofSpan))) ??
        (await budget.spend(literalsInTree(tree, loaded, { mayBeCode }, budget)));
      if (!this.#closed.has(document)) this.#parsed.set(document, { tree, literalSet, version, loaded });
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
    return this.#parsed.get(document)?.loaded.runtime.isDead === true;
  }

  /** Deletes the tree of a closed document: WebAssembly memory is not garbage-collected. */
  forget(document: TrackedDocument): void {
    this.#closed.add(document);
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

/** Returns whether changes are so deep in one of two trees that comparing the trees would take long. */
function areDeep(before: Tree, after: Tree, changes: readonly TextChange[]): boolean {
  return changes.some(({ newEndIndex }) => isDeepAt(before, newEndIndex) || isDeepAt(after, newEndIndex));
}

/**
 * Finds the literal set of a tree of which only a span is queried; the rest is carried over from the set before the
 * changes. Returns undefined if the changes affect the rest too.
 */
function* literalSetOfSpan(
  tree: Tree,
  loaded: LoadedGrammar,
  options: ReadOptions & { span: Span },
  before: LiteralSet,
  changes: readonly TextChange[],
  budget: Budget,
): Slices<LiteralSet | undefined> {
  const carried = carryOver(before.literals, changes, options.span);
  const otherAliases = carryOver(before.aliases ?? [], changes, options.span);
  const found = yield* literalsInTree(tree, loaded, { ...options, otherAliases }, budget);
  const isFresh = ({ start, end }: Span) => start >= options.span.start && end <= options.span.end;
  const aliases = inOrder([...otherAliases, ...(found.aliases ?? []).filter(isFresh)]);
  if (haveAliasesChanged(carried, before.aliases ?? [], aliases)) return undefined;
  const literals = inOrder([...carried, ...found.literals.filter(isFresh)]);
  return { literals, aliases, regions: found.regions };
}

function inOrder<T extends Span>(spans: T[]): T[] {
  return spans.sort((a, b) => a.start - b.start);
}
