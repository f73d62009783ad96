import type { AnalyzedLiteral } from "../analysis/analysis.ts";
import type { Literal, RelationKind } from "../syntax/literal.ts";

// For the rules that compare a literal with those before it.

const testRelations: ReadonlySet<RelationKind> = new Set(["compared", "case", "element", "contained"]);

/**
 * Returns the expression that a literal is tested against, without white space, outer quotes and parentheses; undefined
 * if it is not tested. Two tests with equal results test the same expression.
 */
export function testedExpressionOf({ relations }: Literal): string | undefined {
  const relation = relations.find(({ kind }) => testRelations.has(kind));
  return relation?.subject.replace(/\s+|^["'(]+|["')]+$/g, "").replace(/^([^()]*\([^()]*)$/, "$1)");
}

/** Returns the first literal that starts before another one and satisfies a predicate. */
export function findEarlier(
  analyzedLiteral: AnalyzedLiteral,
  all: readonly AnalyzedLiteral[],
  predicate: (one: AnalyzedLiteral) => boolean,
): AnalyzedLiteral | undefined {
  return all.find((one) => one.literal.start < analyzedLiteral.literal.start && predicate(one));
}
