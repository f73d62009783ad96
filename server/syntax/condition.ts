import type { Node } from "web-tree-sitter";
import type { SyntacticContext, TestKind } from "./literal.ts";
import { calledBy, lists, maps, pairs, signsOf } from "./node-types.ts";

/** What only encloses a condition. */
const enclosing =
  /^(?:parenthesized_expression|condition_clause|test_command|expression_statement|subshell|when_subject|statement_list)$/;
const negations = /^(?:!=|!==|not in|is not|<>|!in|-[ci]?(?:ne|not\w+))$/;
const equalities = /^(?:={2,3}|!={1,2}|<>|-[ci]?(?:eq|ne|(?:not)?in))$/;
const asserting =
  /(?<![\p{L}\p{N}])(?:assert|expect|should|verify|require\.|check\.)|(?:then|and)return|^(?:t|test|tap|chai)\./iu;
/** What makes a list of its arguments. */
export const listMakers = /(?:^|\W)(?:\w*(?:[Ll]ist|[Ss]et|[Aa]rray)(?:Of)?|of|vec!?|\w*ArrayOf)$/;

const calledTests: readonly [RegExp, TestKind][] = [
  [/^(?:starts_?with|start_with\?|has_?prefix|str_starts_with)$/i, "prefix"],
  [/^(?:ends_?with|end_with\?|has_?suffix|str_ends_with)$/i, "suffix"],
  [/^(?:contains|includes?\??|str_contains|in_array)$/i, "part"],
  [/^(?:equals?|content_?equals|eql\?|is_?equal(?:_?to)?)$/i, "equal"],
];
/** Calls whose number has to be looked at to know what they found. */
const indexes = /^(?:(?:last_?)?index_?of|index|find|strpos)$/i;
const comparers = /^(?:compare(?:_?to)?|strcmp)$/i;

/** What a condition asks besides the literal, gathered on the way from the literal up. */
export class Condition {
  over = false;
  #negated = false;
  #asserted = false;
  #narrowed = false;
  #inList = false;
  /** Whether the test of the literal itself has been passed. */
  #isTested = false;
  #test: TestKind | undefined;
  /** What a call found that answers with a number, until the number is looked at. */
  #pending: "index" | "order" | undefined;
  readonly #besides: string[] = [];

  /** Whether the literal alone, or it among alternatives, decides. */
  get alone(): boolean {
    return !this.#negated && !this.#narrowed;
  }

  /** What has been gathered, as a place tells it. */
  get syntax(): SyntacticContext {
    const statuses = [...new Set(this.#besides.flatMap(statusAskedFor))];
    return {
      ...(this.#test && !this.#pending ? { test: this.#test } : {}),
      ...(this.#negated ? { isNegated: true } : {}),
      ...(this.#asserted ? { isAsserted: true } : {}),
      ...(this.#besides.length > 0 ? { otherConditions: this.#besides } : {}),
      ...(statuses.length > 0 ? { statuses } : {}),
    };
  }

  /** Takes in a label of a clause, which is the whole of what it is compared with, or a pattern with stars. */
  addLabel(literal: Node): void {
    this.#isTested = true;
    this.#test = patternOf(literal) ?? "equal";
  }

  /** Takes in the node above what has been taken in. */
  add(node: Node, below: Node, literal: Node): void {
    const { type } = node;
    if (enclosing.test(type) || node.childCount === 1) return;
    // Lists and maps may be long, and ask for nothing; in shells, a tested `list` is one of commands.
    if (!this.#isTested && lists.test(type)) this.#inList = true;
    if (maps.test(type) || pairs.test(type) || (!this.#isTested && lists.test(type))) {
      this.#narrowed ||= this.#isTested;
      return;
    }
    const children = node.children.filter((child) => child !== null);
    // In shells alone, one sign compares; where it assigns, the node is another.
    const signs = signsOf(children).map((sign) =>
      sign === "=" && type === "binary_expression" ? "==" : sign,
    );
    const called = calledBy(children);
    if (/^assert/.test(type) || (called && asserting.test(called))) this.#asserted = true;
    if (/^(?:!|not|-not)$/.test(signs[0] ?? "") && node.firstChild?.type === signs[0] && !called)
      this.#negated = !this.#negated;
    else if (signs.some((sign) => /^(?:&&|and|-and)$/.test(sign))) this.#narrow(node, below);
    else if (signs.some((sign) => /^(?:\|\||or|-or)$/.test(sign)))
      this.#narrowed ||= !this.#isTested && !called && isOperand(node);
    else if (called !== undefined) this.#addCall(called);
    else if (
      signs.some(
        (sign) =>
          negations.test(sign) ||
          equalities.test(sign) ||
          /^(?:[<>]=?|in|is|-c?(?:like|lt|gt|ge))$/.test(sign),
      )
    )
      this.#addComparison(node, signs, below, literal);
    else if (this.#isTested) this.#narrowed = true;
  }

  #narrow(node: Node, below: Node): void {
    this.#narrowed = true;
    this.#besides.push(...operandsOf(node, below));
  }

  #addCall(called: string): void {
    if (this.#isTested) {
      this.#narrowed = true;
      return;
    }
    const name = /([\p{L}_$][\p{L}\p{N}_$]*[?!]?)\W*$/u.exec(called.replace(/<[^<>]*>$/, ""))?.[1] ?? "";
    if (indexes.test(name)) [this.#test, this.#pending] = [this.#inList ? "equal" : "part", "index"];
    else if (comparers.test(name)) [this.#test, this.#pending] = ["equal", "order"];
    else {
      const test = calledTests.find(([pattern]) => pattern.test(name))?.[1];
      // Any other call converts the literal, or tests it in its own way.
      if (!test) {
        this.#inList ||= listMakers.test(called.trimEnd());
        return;
      }
      if (!this.#inList) this.#test = test;
      else if (test === "part") this.#test = "equal";
    }
    this.#isTested = true;
  }

  #addComparison(node: Node, signs: string[], below: Node, literal: Node): void {
    if (this.#pending) {
      this.#resolve(node.text);
      return;
    }
    if (signs.some((sign) => negations.test(sign))) this.#negated = !this.#negated;
    if (this.#isTested) {
      this.#narrowed = true;
      return;
    }
    this.#isTested = true;
    const isIn = signs.some((sign) => /^(?:!in|(?:not )?in|-[ci]?(?:not)?in)$/.test(sign));
    if (isIn) this.#test = this.#inList ? "equal" : node.firstChild?.id === below.id ? "part" : undefined;
    else if (signs.some((sign) => /^-c?(?:not)?like$/.test(sign))) this.#test = patternOf(literal);
    else if (this.#inList) this.#test = undefined;
    // What a sign before the other side negates is no more what the literal is compared with.
    else if (node.firstChild?.firstChild?.type === "!") this.#negated = !this.#negated;
    else if (signs.some((sign) => equalities.test(sign)) || node.type === "is_pattern_expression")
      this.#test = patternOf(literal) ?? "equal";
  }

  /** Takes in what the number that a call answered with is compared with. */
  #resolve(comparison: string): void {
    const text = comparison.slice(-12).replace(/\s/g, "");
    const isFound = /(?:(?:!=|!==|>)-1|(?<![<>!])>=0|!==?false)$/.test(text);
    const isMissing = /(?:(?<!!)={2,3}-1|<0|(?<!!)={2,3}false)$/.test(text);
    const isZero = /(?<![!<>])={2,3}0$/.test(text);
    if (this.#pending === "order") {
      if (/!={1,2}0$/.test(text)) this.#negated = !this.#negated;
      else if (!isZero) return;
    } else if (isZero) this.#test = this.#test === "part" ? "prefix" : undefined;
    else if (isMissing) this.#negated = !this.#negated;
    else if (!isFound) return;
    this.#pending = undefined;
  }
}

/** Whether a node is an expression of two operands rather than a list of commands. */
function isOperand(node: Node): boolean {
  return /binary|boolean|logical|infix|disjunction/.test(node.type);
}

/** How a literal with the stars of a pattern around it is tested; undefined where none are. */
function patternOf(literal: Node): TestKind | undefined {
  const { text, previousSibling, nextSibling } = literal;
  const isShell = /extglob|concatenation/.test(
    [literal, previousSibling, nextSibling, literal.parent].map((one) => one?.type ?? "").join(" "),
  );
  const before = /^["']?\*/.test(text) || (isShell && previousSibling?.text === "*");
  const after = /\*["']?$/.test(text) || (isShell && nextSibling?.text === "*");
  if (before && after) return "part";
  return before ? "suffix" : after ? "prefix" : undefined;
}

/** What a condition asks for besides one of its parts, all of which must hold. */
function operandsOf(node: Node, besides?: Node): string[] {
  if (node.id === besides?.id || node.endIndex - node.startIndex > 1000) return [];
  if (enclosing.test(node.type) && node.namedChildCount === 1 && node.firstNamedChild)
    return operandsOf(node.firstNamedChild, besides);
  if (
    !signsOf(node.children.filter((child) => child !== null)).some((sign) => /^(?:&&|and|-and)$/.test(sign))
  )
    return [node.text];
  return node.namedChildren.flatMap((one) => (one ? operandsOf(one, besides) : []));
}

const name = String.raw`[\w.$>()\[\]"'?!-]*?(?:status|http_?code)\w*["'\])]*(?:\(\))?`;
const asked = new RegExp(
  String.raw`^(?!!)\(*(?:int\()?(?:${name}\s*(?:={1,3}|-eq)\s*["']?(\d{3})["']?|["']?(\d{3})["']?\s*={1,3}\s*${name})\)*$`,
  "i",
);

function statusAskedFor(operand: string): number[] {
  const match = asked.exec(operand.trim().replace(/^\[\[?\s*|\s*\]\]?$/g, ""));
  return match ? [Number(match[1] ?? match[2])] : [];
}
