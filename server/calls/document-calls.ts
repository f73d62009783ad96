import type { Node } from "web-tree-sitter";
import type { Span } from "../documents/span.ts";
import { Reach } from "./reach.ts";
import { type CallInput, Recognition } from "./recognition.ts";
import type { HandledCalls, NamedAction, RecognizedCall } from "./recognized-call.ts";
import type { TypedTest } from "./typed-tests.ts";

/** The calls of actions of APIs in one version of a document. */
export class DocumentCalls {
  /** All calls, in text order. */
  readonly all: readonly RecognizedCall[];
  readonly #text: string;
  readonly #recognition: Recognition;
  readonly #rootOf: () => Node | undefined;
  #typedTests: readonly TypedTest[] | undefined;
  #reach: { root: Node; reach: Reach } | undefined;

  /** `rootOf` returns the root of the tree of this version; undefined when that is no longer kept. */
  constructor(input: CallInput, rootOf: () => Node | undefined) {
    this.#text = input.text;
    this.#rootOf = rootOf;
    this.#recognition = new Recognition(input);
    this.all = this.#recognition.calls();
  }

  /** The tests of errors by types that may stand for codes, in text order. */
  get typedTests(): readonly TypedTest[] {
    this.#typedTests ??= this.#recognition.typedTests();
    return this.#typedTests;
  }

  /**
   * Returns the calls whose failure the code at an offset handles: in the `try` of the handler around it, by the error
   * that it tests, or else in its function. Undefined where there are none, or something else fails.
   */
  around(offset: number): HandledCalls | undefined {
    const root = this.#rootOf();
    if (!root) return undefined;
    if (this.#reach?.root.tree !== root.tree)
      this.#reach = { root, reach: new Reach(root, this.#text, this.all) };
    return this.#reach.reach.at(offset);
  }

  /**
   * Returns the action that is named at an offset, with the span of its name: as the method that is called, as the type
   * of a request, in an import, or as a text that a call takes; undefined if none is.
   */
  nameAt(offset: number): (NamedAction & { span: Span; call: RecognizedCall | undefined }) | undefined {
    for (const call of this.all)
      for (const span of call.nameSpans)
        if (span.start <= offset && offset <= span.end)
          return { provider: call.provider, service: call.service, action: call.action, span, call };
    const named = this.#recognition.requestAt(offset);
    return named && { ...named, call: undefined };
  }
}
