import type { Node } from "web-tree-sitter";
import { type Binding, Bindings } from "./bindings.ts";
import { CallSites, type FunctionScope } from "./call-sites.ts";

/** How much of an expression shows what it is, in UTF-16 units. */
const maximumExpression = 400;

/** The source text that an expression stands for. */
export interface SourceValue {
  text: string;
  offset: number;
  /** Whether it is the value or the type of a variable rather than the expression itself. */
  isBound: boolean;
}

/** A text with its tree, and with what its variables stand for. */
export class Source {
  readonly text: string;
  readonly sites: CallSites;
  /** The name of the language. */
  readonly language: string;
  #bindings: Bindings | undefined;

  constructor(text: string, root: Node, language: string) {
    this.text = text;
    this.sites = new CallSites(text, root);
    this.language = language;
  }

  /** Returns the beginning of the source text of a node. */
  textOf({ startIndex, endIndex }: Node): string {
    return this.text.slice(startIndex, Math.min(endIndex, startIndex + maximumExpression));
  }

  /** Returns what a variable stands for where a node names it; undefined if the node is more than a name, or unknown. */
  bindingOf(node: Node, scope: FunctionScope | undefined): Binding | undefined {
    const name = /^[&*$@]*[\w$]+(?:(?:\.|->|::)[\w$]+)*$/.exec(this.textOf(node))?.[0];
    return name === undefined ? undefined : this.bindingAt(name, node.startIndex, scope);
  }

  /** Returns what a name stands for at an offset; undefined if that is unknown. */
  bindingAt(name: string, offset: number, scope: FunctionScope | undefined): Binding | undefined {
    this.#bindings ??= new Bindings(this.text);
    return this.#bindings.of(name, offset, scope);
  }

  /** Returns the source text that an expression stands for: its own, or the value or type of the variable that it names. */
  valueOf(node: Node, scope: FunctionScope | undefined): SourceValue {
    const binding = this.bindingOf(node, scope);
    if (!binding) return { text: this.textOf(node), offset: node.startIndex, isBound: false };
    return binding.value === ""
      ? { text: binding.type, offset: binding.offset, isBound: true }
      : { text: binding.value, offset: binding.valueOffset, isBound: true };
  }
}
