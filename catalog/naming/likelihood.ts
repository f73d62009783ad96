import { textOfCode } from "./code-words.ts";
import { evidenceIn } from "./evidence.ts";
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
  const scores = evidenceIn(textOfCode(code));
  for (const [concept, evidence] of scores) scores.set(concept, ofWords * evidence);
  const read = conceptOf(statement.says);
  scores.set(read, (scores.get(read) ?? 0) + (statement.isSure ? ofRules.definite : ofRules.open));
  const [concept, top] = [...scores].reduce((a, b) => (b[1] > a[1] ? b : a));
  const total = [...scores.values()].reduce((sum, score) => sum + Math.exp(score - top), 0);
  return { concept, share: 1 / total };
}
