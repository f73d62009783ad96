import type { AnalyzedLiteral } from "../analysis/analysis.ts";
import type { Literal, RelationKind } from "../syntax/literal.ts";

// For the rules that compare a literal with those before it. A list or a chain of conditions is read once for all of its
// literals.

const testRelations: ReadonlySet<RelationKind> = new Set(["compared", "case", "element", "contained"]);

/**
 * Returns the expression that a literal is tested against, without white space, outer quotes and parentheses; undefined
 * if it is not tested. Two tests with equal results test the same expression.
 */
function testedExpressionOf({ relations }: Literal): string | undefined {
  const relation = relations.find(({ kind }) => testRelations.has(kind));
  return relation?.subject.replace(/\s+|^["'(]+|["')]+$/g, "").replace(/^([^()]*\([^()]*)$/, "$1)");
}

type Literals = readonly AnalyzedLiteral[];

const firstByKey = new WeakMap<
  Literals,
  Map<(one: AnalyzedLiteral) => unknown, Map<unknown, AnalyzedLiteral>>
>();

/**
 * Returns the first of some literals, which are in text order, that starts before another one and has the same key.
 * `keyOf` returns undefined for a literal without one; it must be the same function for all calls.
 */
function firstBefore(
  { literal }: AnalyzedLiteral,
  all: Literals,
  key: unknown,
  keyOf: (one: AnalyzedLiteral) => unknown,
): AnalyzedLiteral | undefined {
  const byKeyOf = firstByKey.get(all) ?? new Map<typeof keyOf, Map<unknown, AnalyzedLiteral>>();
  firstByKey.set(all, byKeyOf);
  let firsts = byKeyOf.get(keyOf);
  if (!firsts) {
    firsts = new Map(all.toReversed().map((one): [unknown, AnalyzedLiteral] => [keyOf(one), one]));
    byKeyOf.set(keyOf, firsts);
  }
  const first = key === undefined ? undefined : firsts.get(key);
  return first && first.literal.start < literal.start ? first : undefined;
}

const textOf = ({ literal }: AnalyzedLiteral) => literal.text;

/** Returns the first literal of a group that has the same text as a later one. */
export function sameBefore(later: AnalyzedLiteral, group: Literals): AnalyzedLiteral | undefined {
  if (group.length < 2) return undefined;
  return firstBefore(later, group, later.literal.text, textOf);
}

/** The numbers of branches: a number can be a part of a key, an object cannot. */
const branchNumbers = new WeakMap<object, number>();
let branchCount = 0;

function numberOf(branch: object): number {
  let number = branchNumbers.get(branch);
  if (number === undefined) {
    number = ++branchCount;
    branchNumbers.set(branch, number);
  }
  return number;
}

/** Returns what an equal test of the same condition has in common; undefined if the literal does not take the branch. */
const testKeyOf = ({ literal }: AnalyzedLiteral): string | undefined => {
  const { branch, test } = literal.syntax ?? {};
  if (!branch?.isOnlyCondition || test !== "equal") return undefined;
  return JSON.stringify([numberOf(branch.self), testedExpressionOf(literal) ?? null, literal.text]);
};

/** Returns the first literal of a chain that the same condition tests for equality with the same expression. */
export function sameTestBefore(later: AnalyzedLiteral, chain: Literals): AnalyzedLiteral | undefined {
  if (chain.length < 2) return undefined;
  return firstBefore(later, chain, testKeyOf(later), testKeyOf);
}

/** The first tests of one text in a list or switch, or in none: of each of the first two branches. */
interface FirstTests {
  group: object | undefined;
  tests: AnalyzedLiteral[];
}

/** The tests of a chain that take a branch for certain texts, by what they test. */
class BranchTests {
  /** By the kind of test, the expression and the text. */
  readonly #tests = new Map<string, Map<object | undefined, FirstTests>>();
  /** The lengths of the texts of each kind of test. */
  readonly #lengths = {
    equal: new Set<number>(),
    prefix: new Set<number>(),
    suffix: new Set<number>(),
    part: new Set<number>(),
  };

  constructor(chain: Literals) {
    for (const one of chain) this.#add(one);
  }

  #add(one: AnalyzedLiteral): void {
    const { text, syntax } = one.literal;
    const { branch, test, isNegated, group } = syntax ?? {};
    if (!branch?.isOnlyCondition || !test || isNegated) return;
    const expression = testedExpressionOf(one.literal);
    if (expression === undefined) return;
    this.#lengths[test].add(text.length);
    const key = keyOf(test, expression, text);
    const byGroup = this.#tests.get(key) ?? new Map<object | undefined, FirstTests>();
    this.#tests.set(key, byGroup);
    const tests = byGroup.get(group)?.tests ?? [];
    byGroup.set(group, { group, tests });
    const [first] = tests;
    const isOther = first?.literal.syntax?.branch?.self !== branch.self;
    if (tests.length === 0 || (tests.length === 1 && isOther)) tests.push(one);
  }

  /** Returns the first test before a literal that takes its branch wherever the literal would match. */
  firstCovering({ literal }: AnalyzedLiteral): AnalyzedLiteral | undefined {
    const expression = testedExpressionOf(literal);
    const { test } = literal.syntax ?? {};
    if (expression === undefined || !test) return undefined;
    let first: AnalyzedLiteral | undefined;
    for (const [kind, text] of this.#covering(literal.text, test))
      for (const { group, tests } of this.#tests.get(keyOf(kind, expression, text))?.values() ?? []) {
        const { syntax } = literal;
        // Two equal labels of one switch are left to `duplicate-code`.
        if (group && group === syntax?.group && text === literal.text) continue;
        const found = tests.find((one) => one.literal.syntax?.branch?.self !== syntax?.branch?.self);
        if (found && found.literal.start < (first ?? { literal }).literal.start) first = found;
      }
    return first;
  }

  /** Yields the tests that every text satisfies which satisfies a test for a text. */
  *#covering(text: string, test: string): Generator<[kind: string, text: string]> {
    const isWhole = test === "equal";
    if (isWhole) yield ["equal", text];
    if (isWhole || test === "prefix")
      for (const length of this.#lengths.prefix)
        if (length <= text.length) yield ["prefix", text.slice(0, length)];
    if (isWhole || test === "suffix")
      for (const length of this.#lengths.suffix)
        if (length <= text.length) yield ["suffix", text.slice(text.length - length)];
    for (const length of this.#lengths.part)
      for (let at = 0; at + length <= text.length; at++) yield ["part", text.slice(at, at + length)];
  }
}

function keyOf(test: string, expression: string, text: string): string {
  return JSON.stringify([test, expression, text]);
}

const branchTests = new WeakMap<Literals, BranchTests>();

/** Returns the first literal of a chain whose branch is always taken where a later literal would match. */
export function shadowing(later: AnalyzedLiteral, chain: Literals): AnalyzedLiteral | undefined {
  if (chain.length < 2) return undefined;
  let tests = branchTests.get(chain);
  if (!tests) {
    tests = new BranchTests(chain);
    branchTests.set(chain, tests);
  }
  return tests.firstCovering(later);
}
