import { misspelled } from "./misspelled.ts";
import type { Rule } from "./rule.ts";

/** Every rule, in the order of their findings on one literal. */
export const rules: readonly Rule[] = [misspelled];

/** The rule that speaks of comments rather than of literals. */
export const unusedIgnore = "unused-ignore";

/** The ids of all rules, as configurations name them. */
export const ruleIds: readonly string[] = [...rules.map(({ id }) => id), unusedIgnore];
