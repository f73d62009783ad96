import { CodeActionKind } from "vscode-languageserver";
import type { Belief } from "../analysis/analysis.ts";
import type { Reported } from "../rules/rule.ts";
import type { Edit } from "./edit.ts";
import type { Fix, Offer } from "./fix.ts";
import { inDocument } from "./spot.ts";

/** A finding that another code would be right, and the codes that may have been meant, best first. */
export interface Mistake extends Reported {
  belief: Belief;
  suggestions: string[];
}

/** The rules whose suggestions stand for the code itself. */
const mistaken: ReadonlySet<string> = new Set([
  "misspelled-code",
  "unknown-code",
  "wrong-provider",
  "deprecated-code",
]);

/** The findings that another code would mend. */
export function mistakesIn(findings: readonly Reported[]): Mistake[] {
  return findings.flatMap((one) => {
    const { belief, rule } = one;
    const suggestions = (one.suggestions ?? []).filter(isPlain);
    return belief && mistaken.has(rule) && suggestions.length > 0 ? [{ ...one, belief, suggestions }] : [];
  });
}

/** Whether a code can stand in quotes of all languages, and without. */
function isPlain(code: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(code);
}

/** The code in the place of a literal. */
export function replacing({ belief: { literal } }: Mistake, text: string): Edit {
  return { start: literal.start, end: literal.end, text };
}

/** Writes what was meant in the place of a wrong code. */
export const replace: Fix = {
  id: "replace",
  kind: CodeActionKind.QuickFix,

  offers(spot) {
    const offers = new Map<string, Offer>();
    for (const mistake of mistakesIn(spot.findings)) {
      for (const code of mistake.suggestions) {
        const key = `${mistake.start} ${code}`;
        if (offers.has(key)) continue;
        offers.set(key, {
          title: { en: `Change to '${code}'`, "zh-CN": `改为“${code}”` },
          key,
          mends: [mistake],
          isPreferred: mistake.suggestions.length === 1,
          change: () => inDocument(spot, [replacing(mistake, code)]),
        });
      }
    }
    return [...offers.values()];
  },
};
