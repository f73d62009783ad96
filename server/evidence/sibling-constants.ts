import { groupBy } from "../../catalog/model/group-by.ts";
import { words } from "../../catalog/model/words.ts";
import type { Literal } from "../syntax/literal.ts";
import { mayBeCode } from "./code-form.ts";
import { type Evidence, isDefinition } from "./evidence.ts";

/** A literal judged for itself. */
export interface LiteralWithEvidence {
  literal: Literal;
  evidence: Evidence | undefined;
}

// A code that no catalog knows and no word of whose tells of a failure shows by the company that it keeps: constants
// that are called as their values are, or stand in one type, are of one kind.

/** Fewer prove nothing of the others. */
const fewest = 2;

/** Adds evidence to the constants that stand among ones that are codes; `isKnown` tells official codes. */
export function withSiblingConstants(
  literals: readonly LiteralWithEvidence[],
  isKnown: (code: string) => boolean,
): readonly LiteralWithEvidence[] {
  const constants = literals.filter(({ literal }) =>
    literal.relations.some(({ kind }) => kind === "constant"),
  );
  if (constants.length <= fewest) return literals;
  const groups = groupBy(constants, ({ literal }) => kindOf(literal));
  const found = new Map<LiteralWithEvidence, Evidence>();
  for (const [kind, group] of groups) {
    const codes = group.filter(({ evidence, literal }) => evidence && isKnown(literal.text));
    if (kind === "" || codes.length < fewest || codes.length < group.length / 3) continue;
    const [{ evidence } = {}] = codes;
    for (const one of group)
      if (evidence && !one.evidence && isLikeThem(one.literal.text))
        found.set(one, { ...evidence, isBySiblings: true });
  }
  if (found.size === 0) return literals;
  return literals.map((one) => ({ ...one, evidence: one.evidence ?? found.get(one) }));
}

/** Whether a text is of some words, with capitals. */
function isLikeThem(text: string): boolean {
  return mayBeCode(text) && /^[A-Z]/.test(text) && words(text).length > 1;
}

/** What constants of one kind share: the type around them, or that they are called as their values. */
function kindOf(literal: Literal): string {
  const type = literal.relations.find(({ isType }) => isType)?.subject;
  if (type !== undefined) return `type ${type}`;
  return isDefinition(literal) ? "alike" : "";
}
