import type { Node } from "web-tree-sitter";

// What the grammars call the things that hold literals. They agree well enough for one table; what a grammar calls
// otherwise goes without a place, and the rules that need one are silent there.

export const switches =
  /^(?:(?:expression_|type_)?switch_(?:statement|expression)|match_(?:statement|expression)|when_expression|case_(?:statement|expression|match)|case)$/;
export const clauses =
  /^(?:switch_(?:case|section|rule|entry|clause|block_statement_group|expression_arm)|(?:expression|type|default)_case|case_(?:clause|item|statement)|match_(?:arm|conditional_expression)|when(?:_entry)?|in_clause)$/;
/** Nodes between a label and its clause: alternatives, and what grammars wrap a label in. */
export const labels =
  /^(?:case_pattern|union_pattern|or_pattern|alternative_pattern|constant_pattern|match_pattern|pattern|switch_label|match_condition_list|expression_list|string_literal|string_content)$/;
export const lists =
  /^(?:array(?:_expression|_creation_expression|_literal|_initializer|_literal_expression)?|list(?:_literal|_expression)?|tuple(?:_expression)?|set(?:_literal)?|string_array|literal_value|initializer_(?:list|expression)|collection_(?:literal|expression)|(?:block|flow)_sequence)$/;
/** Tuples of languages in which lists are written otherwise. */
export const tuples = /^tuple_expression$/;
export const maps =
  /^(?:object|dictionary|hash(?:_literal_body)?|literal_value|block_mapping|flow_mapping|initializer_expression|array_creation_expression)$/;
export const pairs = /^(?:pair|keyed_element|block_mapping_pair|flow_pair|hash_entry)$/;
export const calls = /^(?:arguments|argument_list|value_arguments|method_arguments)$/;
/** Nodes between a literal and the list that holds it. */
export const wrappers =
  /^(?:literal_element|argument|value_argument|array_element_initializer|array_element|block_sequence_item|flow_node|string_lit|template_expr|block_node|plain_scalar|collection_element|string_scalar|expression|argument_expression_list)$/;
export const ifs =
  /^(?:if(?:_statement|_expression|_modifier)?|elsif|elif_clause|else_?if_clause|elif|unless(?:_modifier)?)$/;
export const functions =
  /^(?:function|method|constructor|func|arrow_function|lambda|singleton_method|local_function|getter|setter)(?:_(?:declaration|definition|item|expression|statement|literal))?$/;
export const boundaries =
  /^(?:block|statement_block|compound_statement|program|source_file|module|class_body|declaration_list)$/;
const guards = /guard|^when_clause$|^if_clause$/;
const jumps =
  /^(?:(?:return|throw|raise|break|continue|goto)(?:_statement|_expression)?|next|redo|retry|jump_expression|flow_control_statement)$/;
const bodies =
  /^(?:block|statement_block|statement_list|compound_statement|then|expression_statement|control_structure_body|indented_block|else_clause)$/;

/** The words and signs that stand between a node's children, its operator among them. */
export function signsOf(children: readonly Node[]): string[] {
  return children.flatMap((child) => {
    if (!child.isNamed) return [child.type];
    return /operator/.test(child.type) && child.namedChildCount === 0 ? [child.text.toLowerCase()] : [];
  });
}

/** The expression that a call of these children calls, as it is written; undefined of what is no call. */
export function calledBy(children: readonly Node[]): string | undefined {
  const at = children.findIndex(({ type }) => calls.test(type) || type === "token_tree");
  if (at < 1) return undefined;
  return children
    .slice(0, at)
    .map(({ text }) => text)
    .join("");
}

/** The nearest node of some types a few steps up, of the same statement. */
export function ancestor(node: Node, types: RegExp): Node | undefined {
  for (let at = node.parent, depth = 0; at && depth < 4; at = at.parent, depth++) {
    if (types.test(at.type)) return at;
    if (boundaries.test(at.type) && !/block/.test(at.type)) return undefined;
  }
  return undefined;
}

/** Whether a child of a clause or a branch is what is done, rather than what is asked. */
export function isBody(clause: Node, child: Node): boolean {
  const body = clause.childForFieldName("body") ?? clause.childForFieldName("consequence");
  if (body) return body.startIndex <= child.startIndex;
  const sign = clause.children.find(
    (one) =>
      one && !one.isNamed && /^(?::|=>|->|\)|then)$/.test(one.type) && one.startIndex > clause.startIndex,
  );
  if (sign) return sign.startIndex < child.startIndex;
  return /statement|block|body/.test(child.type);
}

/** Whether a clause asks for more than its labels: `case "X" if …`. */
export function isGuarded(clause: Node): boolean {
  for (const child of clause.namedChildren) {
    if (!child || isBody(clause, child)) return false;
    if (guards.test(child.type)) return true;
    const isMore = child.type === "match_pattern" && child.childForFieldName("condition") !== null;
    if (isMore || child.namedChildren.some((one) => one && guards.test(one.type))) return true;
  }
  return false;
}

/** Whether what is done ends in leaving: a return, a throw, a break. */
export function leaves(body: Node | null | undefined): boolean {
  for (let at = body; at; ) {
    if (jumps.test(at.type)) return true;
    if (at.type === "command") return /^(?:return|exit|continue|break)\b/.test(at.text);
    if (!bodies.test(at.type)) return false;
    at = at.namedChildren.findLast((one) => one && !/comment/.test(one.type));
  }
  return false;
}
