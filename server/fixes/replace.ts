import { CodeActionKind } from "vscode-languageserver";
import type { Occurrence } from "../analysis/analysis.ts";
import type { ReportedFinding } from "../rules/rule.ts";
import type { Edit } from "./edit.ts";
import type { Fix, Offer } from "./fix.ts";
import { inDocument } from "./fix-request.ts";

/** A finding with suggested codes, best first, that can replace the code. */
export interface Correction extends ReportedFinding {
  occurrence: Occurrence;
  suggestions: string[];
}

/** Returns the findings that replacing the code would fix. */
export function correctionsIn(findings: readonly ReportedFinding[]): Correction[] {
  return findings.flatMap((one) => {
    const { occurrence, suggestions = [] } = one;
    return occurrence && suggestions.length > 0 ? [{ ...one, occurrence, suggestions }] : [];
  });
}

/** Returns the edit that replaces the content of a literal. */
export function replacementEdit({ occurrence: { literal } }: Correction, text: string): Edit {
  return { start: literal.start, end: literal.end, text };
}

/** Replaces a wrong code by a suggested one. */
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
          computeChanges: () => inDocument(request, [replacementEdit(correction, code)]),
        });
      }
    }
    return [...offers.values()];
  },
};
