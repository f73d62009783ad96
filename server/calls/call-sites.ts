import type { Node } from "web-tree-sitter";
import type { Span } from "../documents/span.ts";
import { argumentLists, functions } from "../syntax/context/node-types.ts";
import { TreePaths } from "../syntax/context/tree-paths.ts";

// Where names stand in a tree, for all grammars at once, as in `syntax/context/node-types.ts`.

/** Access to a member, the member last. */
const accesses =
  /^(?:selector_expression|member_expression|attribute|member_access_expression|field_expression|navigation_expression|navigation_suffix|member_binding_expression|scoped_identifier|qualified_identifier)$/;
/** Calls of a function that another node names. */
const calls = /^(?:call_expression|call|invocation_expression|function_call_expression)$/;
/** Calls that name the method themselves. */
const methodCalls =
  /^(?:method_invocation|member_call_expression|nullsafe_member_call_expression|scoped_call_expression|call)$/;
/** Nodes around one argument. */
const argumentWrappers = /^(?:argument|value_argument|keyword_argument)$/;
/** Texts, and nodes inside them. */
const texts = /string|heredoc|template|comment|text/;

/** The most arguments of a call that are read: a request stands among the first. */
const maximumArguments = 10;

/** A method, or a function, where it is called or passed on. */
export interface CallSite {
  /** The call; where the method is only passed on, the access to it. */
  span: Span;
  /** The expression before the name; undefined for a function. */
  receiver: Node | undefined;
  isCalled: boolean;
  arguments: readonly Node[];
}

/** The outermost function around a place, with the column at which its line begins. */
export type FunctionScope = Span & { indent: number };

/** Finds where names stand in one tree; fastest in text order. */
export class CallSites {
  readonly #text: string;
  readonly #root: Node;
  readonly #paths = new TreePaths();

  constructor(text: string, root: Node) {
    this.#text = text;
    this.#root = root;
  }

  /** Returns the node of exactly a span; undefined if there is none, or in a text. */
  nodeAt({ start, end }: Span): Node | undefined {
    const node = this.#paths.nodeAround(this.#root, start, end);
    if (!node || node.startIndex !== start || node.endIndex !== end || texts.test(node.type))
      return undefined;
    return node;
  }

  /** Returns the smallest node at an offset. */
  leafAt(offset: number): Node | undefined {
    return this.#paths.nodeAround(this.#root, offset, offset + 1) ?? undefined;
  }

  parentOf(node: Node): Node | undefined {
    return this.#paths.parentOf(node);
  }

  /** Returns the call of the method or function that a node names; undefined if the node does not name one. */
  callOf(name: Node): CallSite | undefined {
    const parent = this.parentOf(name);
    if (!parent) return undefined;
    if (methodCalls.test(parent.type) && isNamedBy(parent, name)) {
      const receiver = childOf(parent, ["object", "receiver", "scope"]);
      return { span: spanOf(parent), receiver, isCalled: true, arguments: argumentsOf(parent) };
    }
    if (calls.test(parent.type) && parent.firstNamedChild?.id === name.id)
      return { span: spanOf(parent), receiver: undefined, isCalled: true, arguments: argumentsOf(parent) };
    if (!accesses.test(parent.type) || parent.endIndex !== name.endIndex) return undefined;
    const access = parent.type === "navigation_suffix" ? this.parentOf(parent) : parent;
    const receiver = access?.firstNamedChild ?? undefined;
    if (!access || !receiver || receiver.id === name.id) return undefined;
    const around = this.parentOf(access);
    if (around && calls.test(around.type) && around.firstNamedChild?.id === access.id)
      return { span: spanOf(around), receiver, isCalled: true, arguments: argumentsOf(around) };
    if (!around || !(argumentLists.test(around.type) || argumentWrappers.test(around.type))) return undefined;
    return { span: spanOf(access), receiver, isCalled: false, arguments: [] };
  }

  /** Returns the outermost function around a node, if there is one; undefined if there is none. */
  scopeOf(node: Node): FunctionScope | undefined {
    let scope: Node | undefined;
    for (let at = this.parentOf(node), depth = 0; at && depth < maximumDepth; depth++, at = this.parentOf(at))
      if (functions.test(at.type)) scope = at;
    return scope && { ...spanOf(scope), indent: this.#indentAt(scope.startIndex) };
  }

  /** Returns the column of the first character of a line that is no blank, by an offset in the line. */
  #indentAt(offset: number): number {
    const before = this.#text.slice(Math.max(0, offset - maximumColumn), offset);
    return `${before.slice(before.lastIndexOf("\n") + 1)}.`.search(/\S/);
  }
}

/** Farther to the right, no line is expected to begin, in UTF-16 units. */
const maximumColumn = 200;

/** The most ancestors of a node that are visited. */
const maximumDepth = 100;

export function spanOf({ startIndex, endIndex }: Node): Span {
  return { start: startIndex, end: endIndex };
}

function isNamedBy(call: Node, name: Node): boolean {
  return childOf(call, ["name", "method"])?.id === name.id;
}

function childOf(node: Node, fields: readonly string[]): Node | undefined {
  for (const field of fields) {
    const child = node.childForFieldName(field);
    if (child) return child;
  }
  return undefined;
}

/** Returns the first arguments of a call, without what wraps or names each. */
function argumentsOf(call: Node): Node[] {
  const last = call.lastNamedChild;
  const suffix = last?.type === "call_suffix" ? last.lastNamedChild : last;
  const list =
    call.childForFieldName("arguments") ?? (suffix && argumentLists.test(suffix.type) ? suffix : undefined);
  const found: Node[] = [];
  for (
    let at = list?.firstNamedChild ?? null;
    at && found.length < maximumArguments;
    at = at.nextNamedSibling
  ) {
    const inner = argumentWrappers.test(at.type) ? (at.childForFieldName("value") ?? at.lastNamedChild) : at;
    if (!/comment/.test(at.type)) found.push(inner ?? at);
  }
  return found;
}
