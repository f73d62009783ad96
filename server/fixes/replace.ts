import { CodeActionKind } from "vscode-languageserver";
import type { Occurrence } from "../analysis/analysis.ts";
import type { ReportedFinding } from "../rules/rule.ts";
import type { Edit } from "./edit.ts";
import type { Fix, Offer } from "./fix.ts";
import { inDocument } from "./fix-request.ts";

/** A finding that another code would be right, and the codes that may have been meant, best first. */
export interface Correction extends ReportedFinding {
  occurrence: Occurrence;
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
export function correctionsIn(findings: readonly ReportedFinding[]): Correction[] {
  return findings.flatMap((one) => {
    const { occurrence, rule } = one;
    const suggestions = (one.suggestions ?? []).filter(isPlain);
    return occurrence && mistaken.has(rule) && suggestions.length > 0
      ? [{ ...one, occurrence, suggestions }]
      : [];
  });
}

/** Whether a code can stand in quotes of all languages, and without. */
function isPlain(code: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(code);
}

/** The code in the place of a literal. */
export function replacing({ occurrence: { literal } }: Correction, text: string): Edit {
  return { start: literal.start, end: literal.end, text };
}

/** Writes what was meant in the place of a wrong code. */
export const replace: Fix = {
  id: "replace",
  kind: CodeActionKind.QuickFix,

  offers(request) {
    const offers = new Map<string, Offer>();
    for (const correction of correctionsIn(request.findings)) {
      for (const code of correction.suggestions) {
        const key = `${correction.start} ${code}`;
        if (offers.has(key)) continue;
        offers.set(key, {
          title: { en: `Change to '${code}'`, "zh-CN": `改为“${code}”` },
          key,
          resolves: [correction],
          isPreferred: correction.suggestions.length === 1,
          change: () => inDocument(request, [replacing(correction, code)]),
        });
      }
    }
    return [...offers.values()];
  },
};
