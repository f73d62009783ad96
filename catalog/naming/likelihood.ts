import { textOfCode } from "./code-words.ts";
import { concepts, evidenceIn } from "./evidence.ts";
import { conceptOf } from "./predicates.ts";
import type { Statement } from "./statement.ts";

/** A concept, and how likely it is that a code means it, from 0 to 1. */
export interface Likelihood {
  concept: string;
  share: number;
}

/** How much the concept counts that the rules have read, in log odds: if they leave no doubt, and if they do. */
const ofRules = { definite: 4, open: 1 };

/** The evidence of words counts less, since words of one code say the same in part. */
const ofWords = 0.7;

/** Weighs what the rules have read against what the words speak for, and returns the most likely concept. */
export function likeliestConcept(statement: Statement, code: string): Likelihood {
  const read = conceptOf(statement.says);
  const bonus = statement.isSure ? ofRules.definite : ofRules.open;
  const at = concepts.indexOf(read);
  const scores = evidenceIn(textOfCode(code)).map((one, index) => ofWords * one + (index === at ? bonus : 0));
  const top = Math.max(...scores, at < 0 ? bonus : Number.NEGATIVE_INFINITY);
  const total = scores.reduce(
    (sum, score) => sum + Math.exp(score - top),
    at < 0 ? Math.exp(bonus - top) : 0,
  );
  return { concept: concepts[scores.indexOf(top)] ?? read, share: 1 / total };
}
