import type { Node } from "web-tree-sitter";
import type { Span } from "../documents/span.ts";
import { quotedLiteralAt } from "./quoted.ts";

/** A comparison of an expression with a literal for equality or inequality; its span is in UTF-16 offsets. */
export interface Comparison extends Span {
  /** The source text of the expression compared with the literal. */
  operand: string;
  /** Whether a method of the operand can be called without parentheses around it. */
  isReceiver: boolean;
  isNegated: boolean;
  /** Whether the operand may be null, so that a method call on it needs a null check. */
  needsNullCheck: boolean;
  /** Whether an `or` in place of the comparison may need parentheses. */
  needsParentheses: boolean;
  /** The quotes of the literal. */
  open: string;
  close: string;
  /** The source text of the parent node. */
  parentText?: string;
}

const comparisons = /^(?:binary_expression|comparison_operator|equality_expression|binary)$/;
/** Operands with side effects, which must not be evaluated twice. */
const sideEffects = /\b(?:await|yield|new|function|func|lambda|do|throw)\b|=>|<-|\+\+|--|(?<![=!<>])=(?!=)/;
const receivers =
  /identifier|^(?:(?:member|call|subscript|selector|field|index|navigation|indexing|non_null|parenthesized|invocation|(?:member|element|conditional)_access|member_call|nullsafe_member\w*)_expression|attribute|call|subscript|field_access|method_invocation|array_access|element_reference|variable_name|instance_variable|global_variable|this|self)$/;
/** Types of nodes that contain an expression of any precedence, so that `a || b` needs no parentheses in them. */
const anyPrecedence =
  /^(?:parenthesized_expression|arguments|argument_list|value_arguments|argument|value_argument|return_statement|return_expression|return|expression_statement|variable_declarator|assignment|assignment_expression|let_declaration|property_declaration|var_spec|expression_list|lambda|arrow_function|closure_expression|lambda_expression|if_statement|if_expression|while_statement|while_expression|elif_clause|if|elsif|unless|if_modifier|unless_modifier|while|block_body|body_statement|then|assert_statement|jsx_expression)$/;

/**
 * Returns the equality comparison of which a literal is one side: `a == "X"`, or in Java `"X".equals(a)`. Undefined if
 * there is none, or if its operand cannot be evaluated twice.
 */
export function comparisonAt(
  root: Node | undefined,
  text: string,
  literal: Span,
  language: string,
): Comparison | undefined {
  if (!root) return language === "Swift" ? comparisonInText(text, literal) : undefined;
  const quoted = quotedLiteralAt(root, text, literal);
  if (!quoted) return undefined;
  const found = language === "Java" ? equalsCallOf(quoted.node) : binaryExpressionOf(quoted.node);
  if (!found || sideEffects.test(found.operand.text) || found.node.hasError) return undefined;
  const { node, operand, isNegated, needsNullCheck } = found;
  return {
    start: node.startIndex,
    end: node.endIndex,
    operand: operand.text,
    isReceiver: receivers.test(operand.type),
    isNegated,
    needsNullCheck,
    needsParentheses: !isSafeWithoutParentheses(node, isNegated),
    open: quoted.open,
    close: quoted.close,
    ...(node.parent ? { parentText: node.parent.text } : {}),
  };
}

interface ComparisonNodes {
  node: Node;
  operand: Node;
  isNegated: boolean;
  needsNullCheck: boolean;
}

function binaryExpressionOf(literal: Node): ComparisonNodes | undefined {
  const node = literal.parent;
  if (!node || !comparisons.test(node.type) || node.childCount !== 3) return undefined;
  const [left, operator, right] = node.children;
  const sign = /^(?<not>!?)={1,3}$/.exec(operator?.text ?? "")?.groups;
  const operand = left?.id === literal.id ? right : left;
  if (!sign || !operand) return undefined;
  return { node, operand, isNegated: sign.not !== "", needsNullCheck: false };
}

function equalsCallOf(literal: Node): ComparisonNodes | undefined {
  const isArgument = literal.parent?.type === "argument_list";
  const call = isArgument ? literal.parent?.parent : literal.parent;
  if (call?.type !== "method_invocation" || call.childForFieldName("name")?.text !== "equals")
    return undefined;
  const args = call.childForFieldName("arguments");
  const operand = isArgument ? call.childForFieldName("object") : args?.namedChildren[0];
  if (args?.namedChildCount !== 1 || !operand || operand.id === literal.id) return undefined;
  const up = call.parent;
  const isNegated = up?.type === "unary_expression" && up.firstChild?.type === "!";
  return { node: isNegated ? up : call, operand, isNegated, needsNullCheck: !isArgument };
}

/** Whether a comparison can be replaced by an `or`, or a isNegated one by an `and`, without parentheses. */
function isSafeWithoutParentheses(node: Node, isNegated: boolean): boolean {
  const { parent } = node;
  if (!parent || anyPrecedence.test(parent.type)) return true;
  const sameOperator = isNegated ? /^(?:&&|and)$/ : /^(?:\|\||or)$/;
  const isJoined = /^(?:binary_expression|boolean_operator|binary)$/.test(parent.type);
  return isJoined && sameOperator.test(parent.children[1]?.type ?? "");
}

/** The text before and after an expression that is not an operand of anything but `&&` and `||`. */
const before = /(?:^|[({,;\n]|&&|\|\||\b(?:if|while|needsNullCheck|return))\s*$/;
const after = /^\s*(?:$|[)},;{\n]|&&|\|\||else\b)/;
const chain = /(?<operand>[A-Za-z_]\w*(?:[?!]?\.[A-Za-z_]\w*(?:\(\))?|[?!])*)\s*(?<not>!?)==?\s*$/;

/** Finds the comparison of a chain of names with a literal, in a language without a grammar. */
function comparisonInText(text: string, literal: Span): Comparison | undefined {
  const [start, end] = [literal.start - 1, literal.end + 1];
  if (text.charAt(start) !== '"' || text.charAt(literal.end) !== '"') return undefined;
  const lineStart = text.lastIndexOf("\n", start) + 1;
  const match = chain.exec(text.slice(lineStart, start));
  const { operand = "", not = "" } = match?.groups ?? {};
  if (!match || !/[^=]==\s*$|!=\s*$/.test(match[0])) return undefined;
  const from = lineStart + match.index;
  const rest = text.slice(end, end + 100).split("\n", 1)[0] ?? "";
  if (!before.test(text.slice(lineStart, from)) || !after.test(rest)) return undefined;
  return {
    start: from,
    end,
    operand,
    isReceiver: true,
    isNegated: not === "!",
    needsNullCheck: false,
    needsParentheses: true,
    open: '"',
    close: '"',
  };
}
