import type { Catalog } from "../../catalog/catalog.ts";
import type { Speller } from "../../catalog/suggest.ts";
import type { Analysis } from "../analysis.ts";
import { misspelled } from "./misspelled.ts";
import type { Reported, Rule } from "./rule.ts";

/** Every rule, in the order of their findings on one literal. */
const rules: readonly Rule[] = [misspelled];

/** What the rules find in a document, in the order of its text. */
export function findingsOf(analysis: Analysis, catalog: Catalog, speller: Speller): Reported[] {
  return analysis.beliefs.flatMap((belief) =>
    rules.flatMap((rule): Reported[] => {
      const finding = rule.check({ belief, analysis, catalog, speller });
      return finding ? [{ ...finding, rule: rule.id, severity: rule.severity, belief }] : [];
    }),
  );
}
