import type { Node } from "web-tree-sitter";
import type { SyntacticContext, TestKind } from "../literal.ts";
import { conditionWrappers, lists, maps, pairs } from "./node-types.ts";
import { operandsOf, statusesIn } from "./operands.ts";
import type { Operators, OperatorTable } from "./operators.ts";
import type { TreePaths } from "./tree-paths.ts";

/** Functions that return a list of their arguments. */
export const listConstructors = /(?:^|\W)(?:\w*(?:[Ll]ist|[Ss]et|[Aa]rray)(?:Of)?|of|vec!?|\w*ArrayOf)$/;

/** Methods that test a text or a list, and what they test. */
const testingMethods: readonly [RegExp, TestKind][] = [
  [/^(?:starts_?with|start_with\?|has_?prefix|str_starts_with)$/i, "prefix"],
  [/^(?:ends_?with|end_with\?|has_?suffix|str_ends_with)$/i, "suffix"],
  [/^(?:contains|includes?\??|str_contains|in_array)$/i, "part"],
  [/^(?:equals?|content_?equals|eql\?|is_?equal(?:_?to)?)$/i, "equal"],
];
/** Methods that return a position: a comparison of that number shows whether something was found. */
const positionMethods = /^(?:(?:last_?)?index_?of|index|find|strpos)$/i;
/** Methods that return a number below, at or above zero for the order of two texts. */
const orderingMethods = /^(?:compare(?:_?to)?|strcmp)$/i;

/**
 * The condition around a literal: how the literal is tested, and what else the condition requires. It is built up node
 * by node on the walk from the literal's node up to the root of the tree.
 *
 * The first operator or call that tests something is the test of the literal (`code == "X"`). The nodes above it can
 * negate its result, require more than it, or use it in a way that is not understood.
 */
export class Condition {
  /** Whether the walk has left the condition; set by the caller, which then adds no more nodes. */
  isLeft = false;
  #isNegated = false;
  #isAsserted = false;
  /** Whether the literal's test does not decide alone: something else is required, or its result is used otherwise. */
  #isNarrowed = false;
  /** Whether the literal is an element of a list that is tested. */
  #isInList = false;
  /** Whether the test of the literal itself has been added, so that all further nodes are above it. */
  #isTested = false;
  #test: TestKind | undefined;
  /** What the number stands for that the testing call returned, until the comparison of the number has been added. */
  #pendingNumber: "index" | "order" | undefined;
  /** The source texts of the other operands that must hold as well. */
  readonly #otherOperands: string[] = [];
  readonly #operators: OperatorTable;
  readonly #paths: TreePaths;

  /** `operators` and `paths` are those of the tree. */
  constructor(operators: OperatorTable, paths: TreePaths) {
    this.#operators = operators;
    this.#paths = paths;
  }

  /** Whether the literal, alone or as one of several alternatives, decides on the condition. */
  get isOnlyCondition(): boolean {
    return !this.#isNegated && !this.#isNarrowed;
  }

  /** The part of the literal's syntactic context that the nodes added so far yield. */
  get contextPart(): SyntacticContext {
    const statuses = [...new Set(this.#otherOperands.flatMap(statusesIn))];
    return {
      ...(this.#test && !this.#pendingNumber ? { test: this.#test } : {}),
      ...(this.#isNegated ? { isNegated: true } : {}),
      ...(this.#isAsserted ? { isAsserted: true } : {}),
      ...(this.#otherOperands.length > 0 ? { otherConditions: this.#otherOperands } : {}),
      ...(statuses.length > 0 ? { statuses } : {}),
    };
  }

  /**
   * Adds the literal as a label of a clause, with which the subject is compared: a whole text, or a pattern with stars.
   */
  addLabel(literal: Node): void {
    this.#isTested = true;
    this.#test = wildcardTestOf(literal, this.#paths) ?? "equal";
  }

  /** Adds the next node of the walk; `child` is the node before it, `literal` the node where the walk began. */
  add(node: Node, child: Node, literal: Node): void {
    const { type } = node;
    if (conditionWrappers.test(type) || node.childCount === 1) return;
    // Lists and maps may be long and have no operators, so their children are not visited. Above the test, a `list` is
    // one of shell commands, `a && b`, and is visited.
    if (!this.#isTested && lists.test(type)) this.#isInList = true;
    if (maps.test(type) || pairs.test(type) || (!this.#isTested && lists.test(type))) {
      this.#isNarrowed ||= this.#isTested;
      return;
    }
    const operators = this.#operators.of(node);
    const { callee } = operators;
    if (operators.isAssertion) this.#isAsserted = true;
    if (operators.isNegation) this.#isNegated = !this.#isNegated;
    else if (operators.isAnd) this.#addConjunction(node, child);
    else if (operators.isOr) this.#isNarrowed ||= !this.#isTested && !callee && isBinaryExpression(node);
    else if (callee !== undefined) this.#addCall(callee);
    else if (operators.isComparison) this.#addComparison(node, operators, child, literal);
    else if (this.#isTested) this.#isNarrowed = true;
  }

  /** Adds an `and`: all operands besides the one that the walk came from are required as well. */
  #addConjunction(node: Node, child: Node): void {
    this.#isNarrowed = true;
    this.#otherOperands.push(...operandsOf(node, child));
  }

  /** Adds a call by the source text of the function that is called; it is the test if there was none below. */
  #addCall(callee: string): void {
    if (this.#isTested) {
      this.#isNarrowed = true;
      return;
    }
    const name = lastNameOf(callee.replace(/<[^<>]*>$/, ""));
    if (positionMethods.test(name))
      [this.#test, this.#pendingNumber] = [this.#isInList ? "equal" : "part", "index"];
    else if (orderingMethods.test(name)) [this.#test, this.#pendingNumber] = ["equal", "order"];
    else {
      const test = testingMethods.find(([pattern]) => pattern.test(name))?.[1];
      // Any other call converts the literal, or tests it in a way of its own.
      if (!test) {
        this.#isInList ||= listConstructors.test(callee.trimEnd());
        return;
      }
      if (!this.#isInList) this.#test = test;
      else if (test === "part") this.#test = "equal";
    }
    this.#isTested = true;
  }

  /** Adds a comparison with these operators; it is the test if there was none below. */
  #addComparison(node: Node, operators: Operators, child: Node, literal: Node): void {
    if (this.#pendingNumber) {
      this.#resolveNumber(node.text);
      return;
    }
    if (operators.isNegated) this.#isNegated = !this.#isNegated;
    if (this.#isTested) {
      this.#isNarrowed = true;
      return;
    }
    this.#isTested = true;
    if (operators.isIn)
      this.#test = this.#isInList ? "equal" : node.firstChild?.id === child.id ? "part" : undefined;
    else if (operators.isLike) this.#test = wildcardTestOf(literal, this.#paths);
    else if (this.#isInList) this.#test = undefined;
    // In `!code == "X"`, the sign negates the left side, so that the literal is not compared with the code itself.
    else if (node.firstChild?.firstChild?.type === "!") this.#isNegated = !this.#isNegated;
    else if (operators.isEquality || node.type === "is_pattern_expression")
      this.#test = wildcardTestOf(literal, this.#paths) ?? "equal";
  }

  /**
   * Interprets the comparison of the number that the testing call returned: `indexOf(…) >= 0` is a test for a part,
   * `indexOf(…) == 0` one for a prefix. The test remains uncertain if the comparison is none of the known ones.
   */
  #resolveNumber(comparison: string): void {
    const text = comparison.slice(-12).replace(/\s/g, "");
    const isFound = /(?:(?:!=|!==|>)-1|(?<![<>!])>=0|!==?false)$/.test(text);
    const isMissing = /(?:(?<!!)={2,3}-1|<0|(?<!!)={2,3}false)$/.test(text);
    const isZero = /(?<![!<>])={2,3}0$/.test(text);
    if (this.#pendingNumber === "order") {
      if (/!={1,2}0$/.test(text)) this.#isNegated = !this.#isNegated;
      else if (!isZero) return;
    } else if (isZero) this.#test = this.#test === "part" ? "prefix" : undefined;
    else if (isMissing) this.#isNegated = !this.#isNegated;
    else if (!isFound) return;
    this.#pendingNumber = undefined;
  }
}

/** How much of the end of an expression holds the name of the function that it is, in UTF-16 units. */
const maximumName = 200;

/** Returns the last name in an expression, signs behind it aside; empty if it ends with something else. */
function lastNameOf(expression: string): string {
  return /([\p{L}_$][\p{L}\p{N}_$]*[?!]?)\W*$/u.exec(expression.slice(-maximumName))?.[1] ?? "";
}

/** Returns whether a node is an expression with two operands rather than a list of shell commands. */
function isBinaryExpression(node: Node): boolean {
  return /binary|boolean|logical|infix|disjunction/.test(node.type);
}

/**
 * Returns how a literal is tested that has the stars of a pattern at its ends, inside or outside its quotes; undefined
 * if it has none.
 */
function wildcardTestOf(literal: Node, paths: TreePaths): TestKind | undefined {
  const { text } = literal;
  const { previous, next } = paths.adjacentTo(literal);
  const isShell = /extglob|concatenation/.test(
    [literal, previous, next, paths.parentOf(literal)].map((one) => one?.type ?? "").join(" "),
  );
  const before = /^["']?\*/.test(text) || (isShell && previous?.text === "*");
  const after = /\*["']?$/.test(text) || (isShell && next?.text === "*");
  if (before && after) return "part";
  return before ? "suffix" : after ? "prefix" : undefined;
}
