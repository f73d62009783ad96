import { CodeActionKind } from "vscode-languageserver";
import type { ReportedFinding } from "../rules/rule.ts";
import type { Fix, Offer } from "./fix.ts";
import { inDocument } from "./fix-request.ts";
import { type Correction, correctionsIn, replacementEdit } from "./replace.ts";

/** Returns the corrections of the code `written` for which `code` is suggested, one for each literal. */
export function sameCorrections(
  corrections: readonly Correction[],
  written: string,
  code: string,
): Correction[] {
  const same = corrections.filter(
    ({ occurrence, suggestions }) => occurrence.literal.text === written && suggestions.includes(code),
  );
  return firstOfEach(same);
}

/** Returns the corrections of the literals on which no two findings have different first suggestions. */
function undisputed(all: readonly Correction[]): Correction[] {
  const byStart = Map.groupBy(all, ({ start }) => start);
  return [...byStart.values()]
    .filter(([first, ...others]) => others.every((one) => one.suggestions[0] === first?.suggestions[0]))
    .flat();
}

/** Returns the corrections of errors and warnings for which one code is certain, one for each literal. */
export function clearCorrections(findings: readonly ReportedFinding[]): Correction[] {
  const single = correctionsIn(findings).filter(
    ({ severity, suggestions }) =>
      (severity === "error" || severity === "warning") && suggestions.length === 1,
  );
  return firstOfEach(undisputed(single));
}

function firstOfEach(corrections: readonly Correction[]): Correction[] {
  const first = new Map(corrections.toReversed().map((one) => [one.start, one]));
  return [...first.values()].sort((a, b) => a.start - b.start);
}

/** Replaces a wrong code by a suggested one in the whole file. */
export const replaceInFile: Fix = {
  id: "replace-in-file",
  kind: CodeActionKind.QuickFix,

  offers(request) {
    const all = correctionsIn(request.all);
    const offers = new Map<string, Offer>();
    for (const { occurrence, suggestions } of correctionsIn(request.findings)) {
      const { text } = occurrence.literal;
      for (const code of suggestions) {
        const key = `${text} ${code}`;
        if (offers.has(key)) continue;
        const same = sameCorrections(all, text, code);
        if (same.length < 2) continue;
        offers.set(key, {
          title: {
            en: `Replace all ${same.length} '${text}' in this file with '${code}'`,
            "zh-CN": `将此文件中的 ${same.length} 处“${text}”全部改为“${code}”`,
          },
          key,
          resolves: same,
          computeChanges: () =>
            inDocument(
              request,
              same.map((one) => replacementEdit(one, code)),
            ),
        });
      }
    }
    return [...offers.values()];
  },
};

/** Fixes all errors and warnings in the file that have a single suggestion. */
export const fixAll: Fix = {
  id: "fix-all",
  kind: `${CodeActionKind.SourceFixAll}.errorCodes`,
  isOnRequestOnly: true,

  offers(request) {
    const clear = clearCorrections(request.all);
    if (clear.length === 0) return [];
    return [
      {
        title: { en: "Fix all error codes in this file", "zh-CN": "修正此文件中的全部错误码" },
        key: "all",
        resolves: clear,
        computeChanges: () =>
          inDocument(
            request,
            clear.map((one) => replacementEdit(one, one.suggestions[0] ?? "")),
          ),
      },
    ];
  },
};
