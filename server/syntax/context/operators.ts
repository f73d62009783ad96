import type { Node } from "web-tree-sitter";
import { memoized } from "./node-memo.ts";
import { calleeOf, signsOf } from "./node-types.ts";
import { isAnd } from "./operands.ts";

/** Operators that hold if the two sides do not match. */
const negations = /^(?:!=|!==|not in|is not|<>|!in|-[ci]?(?:ne|not\w+))$/;
/** Operators that compare two values, or a value with the elements of a list, for equality. */
const equalities = /^(?:={2,3}|!={1,2}|<>|-[ci]?(?:eq|ne|(?:not)?in))$/;
/** Other operators that compare two values. */
const comparisons = /^(?:[<>]=?|in|is|-c?(?:like|lt|gt|ge))$/;
/** Functions of test frameworks: assertions, and stubs of mocks (`thenReturn`). */
const assertingCallees =
  /(?<![\p{L}\p{N}])(?:assert|expect|should|verify|require\.|check\.)|(?:then|and)return|^(?:t|test|tap|chai)\./iu;

/** What the children of a node around a literal do: its operators, and the function that is called. */
export interface Operators {
  /** The source text of the function that is called; undefined if the node is no call. */
  callee: string | undefined;
  isAssertion: boolean;
  /** Whether the node negates its only operand. */
  isNegation: boolean;
  isAnd: boolean;
  isOr: boolean;
  /** Whether an operator compares two values, or a value with a list. */
  isComparison: boolean;
  /** Whether an operator holds if the two sides do not match. */
  isNegated: boolean;
  isEquality: boolean;
  /** Whether an operator tests whether the right side contains the left one. */
  isIn: boolean;
  /** Whether an operator compares with a pattern in which stars match any text. */
  isLike: boolean;
}

/** The operators of the nodes of one tree. A node can be around as many literals as it has children: it is read once. */
export class OperatorTable {
  readonly #operators = new Map<number, Operators>();

  of(node: Node): Operators {
    return memoized(this.#operators, node.id, () => operatorsOf(node));
  }
}

function operatorsOf(node: Node): Operators {
  const { type } = node;
  const children = node.children.filter((one) => one !== null);
  // Only shells compare with a single `=`; in other grammars, an assignment has a node type of its own.
  const signs = signsOf(children).map((sign) => (sign === "=" && type === "binary_expression" ? "==" : sign));
  const callee = calleeOf(children);
  const has = (pattern: RegExp) => signs.some((sign) => pattern.test(sign));
  const [isNegated, isEquality] = [has(negations), has(equalities)];
  return {
    callee,
    isAssertion: /^assert/.test(type) || Boolean(callee && assertingCallees.test(callee)),
    isNegation: /^(?:!|not|-not)$/.test(signs[0] ?? "") && children[0]?.type === signs[0] && !callee,
    isAnd: signs.some(isAnd),
    isOr: has(/^(?:\|\||or|-or)$/),
    isComparison: isNegated || isEquality || has(comparisons),
    isNegated,
    isEquality,
    isIn: has(/^(?:!in|(?:not )?in|-[ci]?(?:not)?in)$/),
    isLike: has(/^-c?(?:not)?like$/),
  };
}
