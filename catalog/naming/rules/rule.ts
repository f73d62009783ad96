import type { PredicateId } from "../predicates.ts";

/**
 * One way in which codes say something. `words` are those that say it, in a {@link CodeText}; the other words name the
 * thing of which it is said. Of all rules, the first one that matches holds.
 */
export interface Rule {
  says: PredicateId;
  words: RegExp;
  /** Holds only behind a family that says one of these. */
  in?: readonly PredicateId[];
  /** Does not hold behind a family that says one of these. */
  notIn?: readonly PredicateId[];
  /** Holds only in a code without a family. */
  isAlone?: boolean;
  /** Does not hold behind a family that says something definite. */
  isWeak?: boolean;
}

/** Returns rules that say the same in different words. */
export function says(predicate: PredicateId, ...words: RegExp[]): Rule[] {
  return words.map((one) => ({ says: predicate, words: one }));
}

/** Returns a rule that holds only behind some families. */
export function saysIn(families: readonly PredicateId[], predicate: PredicateId, ...words: RegExp[]): Rule[] {
  return says(predicate, ...words).map((rule) => ({ ...rule, in: families }));
}

/** The families of parameters: behind them, many words only name a parameter. */
export const parameterFamilies: readonly PredicateId[] = ["parameter-invalid", "value-invalid"];

/** Returns rules with those that do not hold of parameters. */
export function notOfParameters(rules: readonly Rule[]): Rule[] {
  return rules.map((rule) => ({ ...rule, notIn: parameterFamilies }));
}

/** Returns a rule that holds only in codes without a family. */
export function saysAlone(predicate: PredicateId, ...words: RegExp[]): Rule[] {
  return says(predicate, ...words).map((rule) => ({ ...rule, isAlone: true }));
}

/** Returns rules of words that yield to definite ones. */
export function weaklySays(predicate: PredicateId, ...words: RegExp[]): Rule[] {
  return says(predicate, ...words).map((rule) => ({ ...rule, isWeak: true }));
}
