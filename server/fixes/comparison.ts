import type { Node } from "web-tree-sitter";
import type { Span } from "../documents/span.ts";
import { quotedAt } from "./quoted.ts";

/** A comparison of something with a literal for being equal, or for not being so. */
export interface Comparison extends Span {
  /** What is compared with the literal, as it is written. */
  operand: string;
  /** Whether a method of the operand can be called as it stands. */
  isReceiver: boolean;
  negated: boolean;
  /** Whether the operand may be null, where a method of it could not be called. */
  guard: boolean;
  /** Whether what is around binds more tightly than `or`, as far as is known. */
  isLoose: boolean;
  /** What the literal is quoted with. */
  open: string;
  close: string;
  /** The text of the expression around it. */
  around?: string;
}

const comparisons = /^(?:binary_expression|comparison_operator|equality_expression|binary)$/;
/** What can be written twice without doing anything twice that matters. */
const doing = /\b(?:await|yield|new|function|func|lambda|do|throw)\b|=>|<-|\+\+|--|(?<![=!<>])=(?!=)/;
const receivers =
  /identifier|^(?:(?:member|call|subscript|selector|field|index|navigation|indexing|non_null|parenthesized|invocation|(?:member|element|conditional)_access|member_call|nullsafe_member\w*)_expression|attribute|call|subscript|field_access|method_invocation|array_access|element_reference|variable_name|instance_variable|global_variable|this|self)$/;
/** Nodes in which an expression stands by itself, so that `a || b` needs no parentheses. */
const open =
  /^(?:parenthesized_expression|arguments|argument_list|value_arguments|argument|value_argument|return_statement|return_expression|return|expression_statement|variable_declarator|assignment|assignment_expression|let_declaration|property_declaration|var_spec|expression_list|lambda|arrow_function|closure_expression|lambda_expression|if_statement|if_expression|while_statement|while_expression|elif_clause|if|elsif|unless|if_modifier|unless_modifier|while|block_body|body_statement|then|assert_statement|jsx_expression)$/;

/** The comparison that a literal is one side of, plainly: `a == "X"`, or in Java `"X".equals(a)`. */
export function comparisonAt(
  root: Node | undefined,
  text: string,
  literal: Span,
  language: string,
): Comparison | undefined {
  if (!root) return language === "Swift" ? inText(text, literal) : undefined;
  const quoted = quotedAt(root, text, literal);
  if (!quoted) return undefined;
  const found = language === "Java" ? equalsOf(quoted.node) : binaryOf(quoted.node);
  if (!found || doing.test(found.operand.text) || found.node.hasError) return undefined;
  const { node, operand, negated, guard } = found;
  return {
    start: node.startIndex,
    end: node.endIndex,
    operand: operand.text,
    isReceiver: receivers.test(operand.type),
    negated,
    guard,
    isLoose: !standsAlone(node, negated),
    open: quoted.open,
    close: quoted.close,
    ...(node.parent ? { around: node.parent.text } : {}),
  };
}

interface Found {
  node: Node;
  operand: Node;
  negated: boolean;
  guard: boolean;
}

function binaryOf(literal: Node): Found | undefined {
  const node = literal.parent;
  if (!node || !comparisons.test(node.type) || node.childCount !== 3) return undefined;
  const [left, operator, right] = node.children;
  const sign = /^(?<not>!?)={1,3}$/.exec(operator?.text ?? "")?.groups;
  const operand = left?.id === literal.id ? right : left;
  if (!sign || !operand) return undefined;
  return { node, operand, negated: sign.not !== "", guard: false };
}

function equalsOf(literal: Node): Found | undefined {
  const isArgument = literal.parent?.type === "argument_list";
  const call = isArgument ? literal.parent?.parent : literal.parent;
  if (call?.type !== "method_invocation" || call.childForFieldName("name")?.text !== "equals")
    return undefined;
  const given = call.childForFieldName("arguments");
  const operand = isArgument ? call.childForFieldName("object") : given?.namedChildren[0];
  if (given?.namedChildCount !== 1 || !operand || operand.id === literal.id) return undefined;
  const up = call.parent;
  const negated = up?.type === "unary_expression" && up.firstChild?.type === "!";
  return { node: negated ? up : call, operand, negated, guard: !isArgument };
}

/** Whether an `or` in the place of a comparison, or an `and` in that of a negated one, is taken as it is meant. */
function standsAlone(node: Node, negated: boolean): boolean {
  const { parent } = node;
  if (!parent || open.test(parent.type)) return true;
  const joins = negated ? /^(?:&&|and)$/ : /^(?:\|\||or)$/;
  const isJoined = /^(?:binary_expression|boolean_operator|binary)$/.test(parent.type);
  return isJoined && joins.test(parent.children[1]?.type ?? "");
}

/** What comes before and behind an expression that stands by itself. */
const before = /(?:^|[({,;\n]|&&|\|\||\b(?:if|while|guard|return))\s*$/;
const behind = /^\s*(?:$|[)},;{\n]|&&|\|\||else\b)/;
const chain = /(?<operand>[A-Za-z_]\w*(?:[?!]?\.[A-Za-z_]\w*(?:\(\))?|[?!])*)\s*(?<not>!?)==?\s*$/;

/** A comparison of a chain of names with a literal, in a language without a tree. */
function inText(text: string, literal: Span): Comparison | undefined {
  const [start, end] = [literal.start - 1, literal.end + 1];
  if (text.charAt(start) !== '"' || text.charAt(literal.end) !== '"') return undefined;
  const lineStart = text.lastIndexOf("\n", start) + 1;
  const match = chain.exec(text.slice(lineStart, start));
  const { operand = "", not = "" } = match?.groups ?? {};
  if (!match || !/[^=]==\s*$|!=\s*$/.test(match[0])) return undefined;
  const from = lineStart + match.index;
  const rest = text.slice(end, end + 100).split("\n", 1)[0] ?? "";
  if (!before.test(text.slice(lineStart, from)) || !behind.test(rest)) return undefined;
  return {
    start: from,
    end,
    operand,
    isReceiver: true,
    negated: not === "!",
    guard: false,
    isLoose: true,
    open: '"',
    close: '"',
  };
}
