import type { Node } from "web-tree-sitter";

// Expressions and patterns that stand for one of several literals: `isGone ? "A" : "B"`, `code ?? "A"`, `"A" | "B"`.
// A relation of the whole expression or pattern is a relation of each of these literals.

/** Chains of alternatives, which the grammars nest: each member is inside the next one. */
const chains = /^(?:or_pattern|alternative_pattern|union_type|union_pattern)$/;
/** The nodes between a chain and a literal that is one of its members. */
const wrappers = /^(?:constant_pattern|literal_type|case_pattern|tuple_struct_pattern)$/;
const conditionals = /^(?:ternary_expression|conditional_expression|conditional|if_expression)$/;
const operations = /^(?:binary_expression|binary|boolean_operator)$/;
/** Operators that return their right side if the left one is null, undefined or false. */
const fallbacks = /^(?:\|\||\?\?|\?:|or)$/;
const calls = /^(?:call_expression|method_invocation)$/;
/** Methods that return their argument if their receiver holds no value. */
const defaultingMethods = /^(?:orElse|getOrElse|unwrap_or|value_or|getOrDefault)$/;
const brackets = /^(?:parenthesized_expression|block|else_clause)$/;

/** The node types that may be a choice, depending on their operator or method. */
const possibleChoices = new RegExp(
  [conditionals, operations, calls, brackets].map(({ source }) => source).join("|"),
);

/** The maximum depth of nested choices: nobody writes deeper ones, except to exhaust the analyzer. */
const maximumDepth = 8;

/**
 * Returns the string nodes that a captured node stands for, in text order: the node itself, or the members of the chain
 * or choice that it is.
 */
export function alternativesOf(node: Node): Node[] {
  // An expression that is no choice, such as `"A" + b`, starts at the same offset as its first operand. Relations are
  // found by offset, so that returning the expression would give its relation to that operand.
  if (!membersOf(node)) return possibleChoices.test(node.type) ? [] : [node];
  const found: Node[] = [];
  const pending = [{ node, depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node: current, depth } = next;
    const members = depth <= maximumDepth ? membersOf(current) : [];
    if (!members && /string/.test(current.type)) found.push(current);
    // A chain is nested as deeply as it has members, so its levels do not count.
    const memberDepth = depth + (chains.test(current.type) ? 0 : 1);
    for (const member of members?.toReversed() ?? [])
      if (member) pending.push({ node: member, depth: memberDepth });
  }
  return found;
}

/** Returns the alternatives of a chain or choice, one level deep; undefined if the node is neither. */
function membersOf(node: Node): (Node | null)[] | undefined {
  const { type } = node;
  if (chains.test(type)) return node.namedChildren.map(unwrap);
  if (brackets.test(type)) return [node.lastNamedChild];
  if (conditionals.test(type)) {
    const condition = node.childForFieldName("condition") ?? node.namedChild(1);
    return node.namedChildren.filter((child) => child?.id !== condition?.id);
  }
  const [left, right] = [node.firstNamedChild, node.lastNamedChild];
  if (operations.test(type))
    return node.children.some((child) => child && fallbacks.test(child.type)) ? [left, right] : undefined;
  if (calls.test(type))
    return defaultingMethods.test(methodNameOf(node)) ? (right?.namedChildren ?? []) : undefined;
  return undefined;
}

/** Returns the literal inside a pattern or type of one literal, or inside an option: `Some("A")`. */
function unwrap(node: Node | null): Node | null {
  if (!node || !wrappers.test(node.type)) return node;
  return node.type === "tuple_struct_pattern" ? node.lastNamedChild : node.namedChild(0);
}

/** Returns the name of the method that a call node calls, whichever fields its grammar uses; empty if there is none. */
function methodNameOf(call: Node): string {
  const callee = call.childForFieldName("name") ?? call.childForFieldName("function");
  return (callee?.childForFieldName("field") ?? callee)?.text ?? "";
}
