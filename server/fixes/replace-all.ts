import { CodeActionKind } from "vscode-languageserver";
import type { Fix, Offer } from "./fix.ts";
import { type Mistake, mistakesIn, replacing } from "./replace.ts";
import { inDocument } from "./spot.ts";

/** The mistakes of which the code is the same, and a suggestion too: one for each literal. */
export function alike(mistakes: readonly Mistake[], written: string, code: string): Mistake[] {
  const same = mistakes.filter(
    ({ belief, suggestions }) => belief.literal.text === written && suggestions.includes(code),
  );
  return firstOfEach(same);
}

/** Whether no other finding of the same place wants another code. */
function isUndisputed(mistake: Mistake, _: number, all: readonly Mistake[]): boolean {
  const [code] = mistake.suggestions;
  return all.every(({ start, suggestions }) => start !== mistake.start || suggestions[0] === code);
}

function firstOfEach(mistakes: readonly Mistake[]): Mistake[] {
  const first = new Map(mistakes.toReversed().map((one) => [one.start, one]));
  return [...first.values()].sort((a, b) => a.start - b.start);
}

/** Writes what was meant everywhere in the file. */
export const replaceInFile: Fix = {
  id: "replace-in-file",
  kind: CodeActionKind.QuickFix,

  offers(spot) {
    const all = mistakesIn(spot.all);
    const offers = new Map<string, Offer>();
    for (const { belief, suggestions } of mistakesIn(spot.findings)) {
      const { text } = belief.literal;
      for (const code of suggestions) {
        const same = alike(all, text, code);
        if (same.length < 2) continue;
        const key = `${text} ${code}`;
        offers.set(key, {
          title: {
            en: `Replace all ${same.length} '${text}' in this file with '${code}'`,
            "zh-CN": `将此文件中的 ${same.length} 处“${text}”全部改为“${code}”`,
          },
          key,
          mends: same,
          change: () =>
            inDocument(
              spot,
              same.map((one) => replacing(one, code)),
            ),
        });
      }
    }
    return [...offers.values()];
  },
};

/** Mends every mistake of the file of which it is clear what was meant. */
export const fixAll: Fix = {
  id: "fix-all",
  kind: `${CodeActionKind.SourceFixAll}.errorCodes`,
  onlyAsked: true,

  offers(spot) {
    const single = mistakesIn(spot.all).filter(
      ({ severity, suggestions }) =>
        (severity === "error" || severity === "warning") && suggestions.length === 1,
    );
    const clear = firstOfEach(single.filter(isUndisputed));
    if (clear.length === 0) return [];
    return [
      {
        title: { en: "Fix all error codes in this file", "zh-CN": "修正此文件中的全部错误码" },
        key: "all",
        mends: clear,
        change: () =>
          inDocument(
            spot,
            clear.map((one) => replacing(one, one.suggestions[0] ?? "")),
          ),
      },
    ];
  },
};
