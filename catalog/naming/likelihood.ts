import type { Concept } from "../schema/schema.ts";
import { textOfCode } from "./code-words.ts";
import { concepts, evidenceIn } from "./evidence.ts";
import { conceptOf } from "./predicates.ts";
import type { Statement } from "./statement.ts";

/** The concept that a code most likely means. */
export interface Likelihood {
  concept: string;
  /** How likely it is that a code means this or something else of the same kind, from 0 to 1. */
  kindShare: number;
}

/** How much the concept counts that the rules have read, in log odds: if they leave no doubt, and if they do. */
const ofRules = { definite: 4, open: 1 };

/** The evidence of words counts less, since words of one code say the same in part. */
const ofWords = 0.7;

/**
 * Weighs what the rules have read against what the words speak for, and returns the most likely concept. `catalog` has
 * the kinds of the concepts.
 */
export function likeliestConcept(
  statement: Statement,
  code: string,
  catalog: readonly Concept[],
): Likelihood {
  const read = conceptOf(statement.says);
  const ids = concepts.includes(read) ? concepts : [...concepts, read];
  const evidence = evidenceIn(textOfCode(code));
  const bonus = statement.isSure ? ofRules.definite : ofRules.open;
  const scores = ids.map((id, at) => ofWords * (evidence[at] ?? 0) + (id === read ? bonus : 0));
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const concept = ids[scores.indexOf(top)] ?? read;
  const kinds = kindsIn(catalog);
  const ofKind = powers.filter((_, at) => kinds.get(ids[at] ?? "") === kinds.get(concept));
  return { concept, kindShare: sum(ofKind) / sum(powers) };
}

const kindsOfCatalogs = new WeakMap<readonly Concept[], ReadonlyMap<string, string>>();

/** Returns the kind of each concept of a catalog, by its id. */
function kindsIn(catalog: readonly Concept[]): ReadonlyMap<string, string> {
  const kinds = kindsOfCatalogs.get(catalog) ?? new Map(catalog.map(({ id, kind }) => [id, kind]));
  kindsOfCatalogs.set(catalog, kinds);
  return kinds;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
