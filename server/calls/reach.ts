import type { Node } from "web-tree-sitter";
import type { Span } from "../documents/span.ts";
import { argumentLists, boundaries, functions } from "../syntax/context/node-types.ts";
import { TreePaths } from "../syntax/context/tree-paths.ts";
import { spanOf } from "./call-sites.ts";
import { assignmentBefore, errorNamesIn } from "./error-assignments.ts";
import { callsOthers } from "./other-calls.ts";
import type { HandledCalls, ReachKind, RecognizedCall } from "./recognized-call.ts";

/** Clauses that handle what a `try` throws. */
const handlers = /^(?:catch_clause|except_clause|except_group_clause|rescue|catch_block)$/;
/** Methods of promises that take the function which handles a failure. */
const promiseHandlers =
  /\.\s*(?:catch|then|exceptionally|handle|whenComplete|onFailure|recover|recoverCatching|getOrElse|map_err|or_else|unwrap_or_else)\s*$/;

/** Functions that only some grammars name so, and what stands in place of an argument list around one. */
const closures = /^closure_expression$/;
const trailingLambdas = /^(?:annotated_lambda|call_suffix)$/;

/** Statements, and pipelines of shells, of which one part handles what another returned. */
const statements = /^(?:if|switch|match|expression_switch|when|case|pipeline|list)/;
/** A step of a workflow, which states what is called and which errors are caught. */
const mappings = /^(?:block_mapping|flow_mapping|object)$/;

/** The most ancestors of a place that are visited. */
const maximumDepth = 100;

/** What some code can handle: the failure of the calls in a span. */
interface Scope {
  kind: ReachKind;
  span: Span;
}

/** Finds out which calls of one tree the code at a place handles the failure of; fastest in text order. */
export class Reach {
  readonly #root: Node;
  readonly #text: string;
  readonly #calls: readonly RecognizedCall[];
  readonly #paths = new TreePaths();
  /** What is handled in each scope that was found, by its kind and span. */
  readonly #handled = new Map<string, HandledCalls | undefined>();

  /** `calls` are those of the text, in text order. */
  constructor(root: Node, text: string, calls: readonly RecognizedCall[]) {
    this.#root = root;
    this.#text = text;
    this.#calls = calls;
  }

  /**
   * Returns the calls whose failure the code at an offset handles: those in the `try` of the handler around it, those
   * that assigned the error which it tests, or else those of the function. Returns undefined where the code handles the
   * failure of something else.
   */
  at(offset: number): HandledCalls | undefined {
    const scope = this.#calls.length > 0 ? this.#scopeAt(offset) : undefined;
    if (!scope) return undefined;
    const key = `${scope.kind} ${scope.span.start} ${scope.span.end}`;
    if (!this.#handled.has(key)) this.#handled.set(key, this.#handledIn(scope));
    return this.#handled.get(key);
  }

  #handledIn({ kind, span }: Scope): HandledCalls | undefined {
    const inside = [...callsIn(this.#calls, span)];
    const calls = kind === "callback" ? inside.filter((call) => isSameSpan(call.span, span)) : inside;
    if (calls.length === 0) return undefined;
    if (kind === "callback") return { kind, calls, certain: calls.every((call) => call.certain) };
    const isOnly = kind !== "function" || new Set(calls.map(actionKeyOf)).size === 1;
    const certain = isOnly && calls.every((call) => call.certain) && !callsOthers(this.#text, span, calls);
    return { kind, calls, certain };
  }

  /** Walks from a place up the tree to what it handles the failure of. */
  #scopeAt(offset: number): Scope | undefined {
    let child = this.#paths.nodeAround(this.#root, offset, offset + 1) ?? undefined;
    let at = child && this.#paths.parentOf(child);
    // The names of variables that hold the error, as far as the walk has seen them.
    const names = new Set<string>();
    for (let depth = 0; child && at && depth < maximumDepth; depth++) {
      const found = this.#step({ at, child, offset, names });
      if (found) return found === "none" ? undefined : found;
      [child, at] = [at, this.#paths.parentOf(at)];
    }
    return { kind: "function", span: spanOf(this.#root) };
  }

  /** Returns the scope if an ancestor decides on it, "none" if something else fails there. */
  #step({ at, child, offset, names }: Step): Scope | "none" | undefined {
    if (handlers.test(child.type)) return { kind: "try", span: bodyOfTry(at, child) };
    if (functions.test(at.type) || closures.test(at.type)) return this.#ofFunction(at);
    if (!boundaries.test(at.type) && !/^(?:statement_list|suite|switch_body|then)$/.test(at.type))
      return this.#inStatement(at, child);
    errorNamesIn(this.#text, child.startIndex, offset, names);
    if (names.size === 0) return undefined;
    const isCall = (span: Span) => this.#hasCallIn(span);
    const assigned = assignmentBefore({ text: this.#text, paths: this.#paths, child, names, isCall });
    if (!assigned) return undefined;
    return isCall(assigned) ? { kind: "error", span: assigned } : "none";
  }

  /** Returns the part of a statement before the place, if it makes a call: `if err := call(); …`, `match call() { … }`. */
  #inStatement(at: Node, child: Node): Scope | undefined {
    if (mappings.test(at.type)) {
      const span = spanOf(at);
      return this.#isCall(span) ? { kind: "try", span } : undefined;
    }
    if (!statements.test(at.type)) return undefined;
    const span = { start: at.startIndex, end: child.startIndex };
    return this.#hasCallIn(span) ? { kind: "error", span } : undefined;
  }

  #hasCallIn(span: Span): boolean {
    return callsIn(this.#calls, span).next().done === false;
  }

  /** Whether a call has exactly a span. */
  #isCall(span: Span): boolean {
    for (const call of callsIn(this.#calls, span)) {
      if (call.span.start > span.start) return false;
      if (isSameSpan(call.span, span)) return true;
    }
    return false;
  }

  /** Returns the scope of a callback: the call that it was passed to, the promise, or the function itself. */
  #ofFunction(at: Node): Scope | undefined {
    const list = this.#paths.parentOf(at);
    const isArgument = list && (argumentLists.test(list.type) || trailingLambdas.test(list.type));
    const call = isArgument ? this.#paths.parentOf(list) : undefined;
    if (call && list) {
      const span = spanOf(call);
      if (this.#isCall(span)) return { kind: "callback", span };
      const callee = { start: call.startIndex, end: list.startIndex };
      const isPromise = promiseHandlers.test(
        this.#text.slice(Math.max(callee.start, callee.end - 30), callee.end),
      );
      if (isPromise && this.#hasCallIn(callee)) return { kind: "promise", span: callee };
    }
    return call && !this.#hasCallIn(spanOf(at)) ? undefined : { kind: "function", span: spanOf(at) };
  }
}

function isSameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** A step of the walk up the tree: a node, its child on the way, and the place where the walk began. */
interface Step {
  at: Node;
  child: Node;
  offset: number;
  names: Set<string>;
}

function actionKeyOf({ provider, service, action }: RecognizedCall): string {
  return `${provider} ${service} ${action}`;
}

/** Yields the calls inside a span; `calls` are in text order. */
function* callsIn(calls: readonly RecognizedCall[], { start, end }: Span): Generator<RecognizedCall> {
  let [low, high] = [0, calls.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((calls[middle]?.span.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  for (let call = calls[low]; call && call.span.start < end; call = calls[++low])
    if (call.span.end <= end) yield call;
}

/** Returns what a `try` runs: everything before its first handler. */
function bodyOfTry(statement: Node, handler: Node): Span {
  const first = statement.namedChildren.find((one) => one && handlers.test(one.type)) ?? handler;
  return { start: statement.startIndex, end: first.startIndex };
}
