import type { Node } from "web-tree-sitter";
import type { TreePaths } from "./tree-paths.ts";

// The types of the nodes around literals, by their role, for all grammars at once: the grammars agree well enough for
// one table. A literal in a construct that its grammar names differently gets no syntactic context, and the rules that
// need one do not report it.

/** Constructs that compare one subject with the labels of several clauses. */
export const switches =
  /^(?:(?:expression_|type_)?switch_(?:statement|expression)|match_(?:statement|expression)|when_expression|case_(?:statement|expression|match)|case)$/;
/** One clause of a switch: its labels, its guard if there is one, and its body. */
export const clauses =
  /^(?:switch_(?:case|section|rule|entry|clause|block_statement_group|expression_arm)|(?:expression|type|default)_case|case_(?:clause|item|statement)|match_(?:arm|conditional_expression)|when(?:_entry)?|in_clause)$/;
/** Nodes between the literal of a label and its clause: alternatives, and nodes in which a grammar wraps each label. */
export const labels =
  /^(?:case_pattern|union_pattern|tuple_pattern|or_pattern|alternative_pattern|constant_pattern|match_pattern|pattern|switch_label|match_condition_list|expression_list|string_literal|string_content)$/;
/** Lists, arrays, sets and tuples; in some grammars also maps, see `maps`. */
export const lists =
  /^(?:array(?:_expression|_creation_expression|_literal|_initializer|_literal_expression)?|list(?:_literal|_expression)?|tuple(?:_expression)?|set(?:_literal)?|string_array|literal_value|initializer_(?:list|expression)|collection_(?:literal|expression)|(?:block|flow)_sequence)$/;
/** Tuples of languages that have another syntax for lists: the members are a row of different things, not a list. */
export const tuples = /^tuple_expression$/;
/** Maps, dictionaries and objects; some grammars use the same type for lists. */
export const maps =
  /^(?:object|dictionary|hash(?:_literal_body)?|literal_value|block_mapping|flow_mapping|initializer_expression|array_creation_expression)$/;
/** One key with its value. */
export const pairs = /^(?:pair|keyed_element|block_mapping_pair|flow_pair|hash_entry)$/;
/** The argument list of a call. */
export const argumentLists = /^(?:arguments|argument_list|value_arguments|method_arguments)$/;
/** Nodes between a literal and the list that contains it, which add nothing to it. */
export const wrappers =
  /^(?:literal_element|argument|value_argument|array_element_initializer|array_element|block_sequence_item|flow_node|string_lit|template_expr|block_node|plain_scalar|collection_element|string_scalar|expression|argument_expression_list)$/;
/** Nodes that enclose a condition and add nothing to it. */
export const conditionWrappers =
  /^(?:parenthesized_expression|condition_clause|test_command|expression_statement|subshell|when_subject|statement_list)$/;
/** Branches: `if`, `else if`, `unless`, and the same as modifiers of a statement. */
export const ifs =
  /^(?:if(?:_statement|_expression|_modifier)?|elsif|elif_clause|else_?if_clause|elif|unless(?:_modifier)?)$/;
/** Functions, methods and lambdas. */
export const functions =
  /^(?:function|method|constructor|func|arrow_function|lambda|singleton_method|local_function|getter|setter)(?:_(?:declaration|definition|item|expression|statement|literal))?$/;
/** Nodes that contain statements: no condition reaches beyond them. */
export const boundaries =
  /^(?:block|statement_block|compound_statement|program|source_file|module|class_body|declaration_list)$/;
/** A condition besides the labels of a clause: `case "X" if …`. */
export const guards = /guard|^when_clause$|^if_clause$/;
/** Statements after which the next statement of the block is not reached. */
const jumps =
  /^(?:(?:return|throw|raise|break|continue|goto)(?:_statement|_expression)?|next|redo|retry|jump_expression|flow_control_statement)$/;
/** Nodes between a branch and the last statement of its body. */
const bodies =
  /^(?:block|statement_block|statement_list|compound_statement|then|expression_statement|control_structure_body|indented_block|else_clause)$/;

/**
 * Returns the operators, keywords and punctuation among the children of a node, in text order. Operators that are named
 * nodes, as in PowerShell, are returned in lower case.
 */
export function signsOf(children: readonly Node[]): string[] {
  return children.flatMap((child) => {
    if (!child.isNamed) return [child.type];
    return /operator/.test(child.type) && child.namedChildCount === 0 ? [child.text.toLowerCase()] : [];
  });
}

/**
 * Returns the source text of the function that a call with these children calls: everything before the argument list.
 * Returns undefined if the children are not those of a call.
 */
export function calleeOf(children: readonly Node[]): string | undefined {
  const at = children.findIndex(({ type }) => argumentLists.test(type) || type === "token_tree");
  if (at < 1) return undefined;
  return children
    .slice(0, at)
    .map(({ text }) => text)
    .join("");
}

/**
 * Returns the nearest ancestor of the given types, at most four levels up; undefined if there is none. The search
 * passes blocks but no other boundary.
 */
export function ancestor(node: Node, types: RegExp, paths: TreePaths): Node | undefined {
  for (let at = paths.parentOf(node), depth = 0; at && depth < 4; at = paths.parentOf(at), depth++) {
    if (types.test(at.type)) return at;
    if (boundaries.test(at.type) && !/block/.test(at.type)) return undefined;
  }
  return undefined;
}

/** Returns whether a body ends in a jump, so that what follows it is not reached: a return, a throw, a break. */
export function endsInJump(body: Node | null | undefined): boolean {
  for (let at = body; at; ) {
    if (jumps.test(at.type)) return true;
    if (at.type === "command") return /^(?:return|exit|continue|break)\b/.test(at.text);
    if (!bodies.test(at.type)) return false;
    at = at.namedChildren.findLast((one) => one && !/comment/.test(one.type));
  }
  return false;
}
