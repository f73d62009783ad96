import { wordsOf } from "../../catalog/model/words.ts";
import type { Literal } from "../syntax/literal.ts";
import { mayBeCode } from "./code-form.ts";
import { type Evidence, isDefinition } from "./evidence.ts";

/** A literal and the evidence found for it, if any. */
export interface LiteralWithEvidence {
  literal: Literal;
  evidence: Evidence | undefined;
}

// A code that no catalog has and whose words imply no failure can be recognised by its sibling constants: constants
// that are named like their values, or that belong to one type, are of one kind.

/** Fewer known codes in a group prove nothing about its other constants. */
const minimumCodes = 2;

/**
 * Returns the literals in the same order, with evidence added to the constants whose siblings are error codes;
 * `isKnown` returns whether a text is an official code.
 */
export function withSiblingConstants(
  literals: readonly LiteralWithEvidence[],
  isKnown: (code: string) => boolean,
): readonly LiteralWithEvidence[] {
  const constants = literals.filter(({ literal }) =>
    literal.relations.some(({ kind }) => kind === "constant"),
  );
  if (constants.length <= minimumCodes) return literals;
  const groups = Map.groupBy(constants, ({ literal }) => groupKeyOf(literal));
  const found = new Map<LiteralWithEvidence, Evidence>();
  for (const [key, group] of groups) {
    const codes = group.filter(({ evidence, literal }) => evidence && isKnown(literal.text));
    if (key === "" || codes.length < minimumCodes || codes.length < group.length / 3) continue;
    const [{ evidence } = {}] = codes;
    for (const one of group)
      if (evidence && !one.evidence && canBeSibling(one.literal.text))
        found.set(one, { ...evidence, isFromSiblings: true });
  }
  if (found.size === 0) return literals;
  return literals.map((one) => ({ ...one, evidence: one.evidence ?? found.get(one) }));
}

/** Returns whether a text has the form of a code of several words that begins with a capital. */
function canBeSibling(text: string): boolean {
  return mayBeCode(text) && /^[A-Z]/.test(text) && wordsOf(text).length > 1;
}

/**
 * Returns a key that constants of one kind share: of the type around them, or of all constants that are named like
 * their values; empty if the literal is neither.
 */
function groupKeyOf(literal: Literal): string {
  const type = literal.relations.find(({ isType }) => isType)?.subject;
  if (type !== undefined) return `type ${type}`;
  return isDefinition(literal) ? "alike" : "";
}
