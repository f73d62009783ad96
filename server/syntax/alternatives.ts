import type { Node } from "web-tree-sitter";

// Expressions and patterns that come to one of several texts: each of these stands where the whole stands.

/** Chains of alternatives, each in the one behind it. */
const chains = /^(?:or_pattern|alternative_pattern|union_type|union_pattern)$/;
/** What a member of a chain is in, where it is one literal. */
const wrappers = /^(?:constant_pattern|literal_type|case_pattern|tuple_struct_pattern)$/;
const conditionals = /^(?:ternary_expression|conditional_expression|conditional|if_expression)$/;
const operations = /^(?:binary_expression|binary|boolean_operator)$/;
/** What gives its right side where the left one is nothing. */
const fallbacks = /^(?:\|\||\?\?|\?:|or)$/;
const calls = /^(?:call_expression|method_invocation)$/;
/** Methods that give their argument where there is nothing else. */
const defaulting = /^(?:orElse|getOrElse|unwrap_or|value_or|getOrDefault)$/;
const brackets = /^(?:parenthesized_expression|block|else_clause)$/;

const choosers = new RegExp(
  [conditionals, operations, calls, brackets].map(({ source }) => source).join("|"),
);

/** Deeper nesting is nobody's, or a trap. */
const maximumDepth = 8;

/** The nodes that one stands for: itself, or those that a chain or a choice can come to. */
export function alternativesOf(node: Node): Node[] {
  // Any other expression begins where its first part begins, which is not the whole.
  if (!membersOf(node)) return choosers.test(node.type) ? [] : [node];
  const found: Node[] = [];
  const open = [{ node, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node: one, depth } = next;
    const members = depth <= maximumDepth ? membersOf(one) : [];
    if (!members && /string/.test(one.type)) found.push(one);
    // A chain is as deep as it has members.
    const below = depth + (chains.test(one.type) ? 0 : 1);
    for (const member of members?.toReversed() ?? []) if (member) open.push({ node: member, depth: below });
  }
  return found;
}

/** What a chain or choice can come to; undefined where a node is neither. */
function membersOf(node: Node): (Node | null)[] | undefined {
  const { type } = node;
  if (chains.test(type)) return node.namedChildren.map(unwrapped);
  if (brackets.test(type)) return [node.lastNamedChild];
  if (conditionals.test(type)) {
    const condition = node.childForFieldName("condition") ?? node.namedChild(1);
    return node.namedChildren.filter((one) => one?.id !== condition?.id);
  }
  const [left, right] = [node.firstNamedChild, node.lastNamedChild];
  if (operations.test(type))
    return node.children.some((one) => one && fallbacks.test(one.type)) ? [left, right] : undefined;
  if (calls.test(type)) return defaulting.test(calledIn(node)) ? (right?.namedChildren ?? []) : undefined;
  return undefined;
}

/** A pattern or a type of one literal is no more than it, and an option holds one. */
function unwrapped(node: Node | null): Node | null {
  if (!node || !wrappers.test(node.type)) return node;
  return node.type === "tuple_struct_pattern" ? node.lastNamedChild : node.namedChild(0);
}

/** The name of the method that is called, in whatever way its language has it. */
function calledIn(node: Node): string {
  const called = node.childForFieldName("name") ?? node.childForFieldName("function");
  return (called?.childForFieldName("field") ?? called)?.text ?? "";
}
