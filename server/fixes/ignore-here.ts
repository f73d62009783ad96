import { CodeActionKind } from "vscode-languageserver";
import { unusedIgnore } from "../rules/index.ts";
import type { Reported } from "../rules/rule.ts";
import { commentBefore } from "./comments.ts";
import type { Fix, Offer } from "./fix.ts";
import { lineAt } from "./lines.ts";
import { inDocument, rootOf } from "./spot.ts";

/** Silences a finding by a comment on the line before. */
export const ignoreHere: Fix = {
  id: "ignore-here",
  kind: CodeActionKind.QuickFix,

  offers(spot) {
    const { source } = spot;
    const { text } = source;
    const offers = new Map<string, Offer>();
    for (const finding of spot.findings) {
      const { rule, start } = finding;
      const what = named(finding);
      const { start: at, indent } = lineAt(text, start);
      const key = `${at} ${what}`;
      const marks =
        rule === unusedIgnore.id || offers.has(key) ? undefined : commentBefore(source, rootOf(spot), start);
      if (!marks) continue;
      const { begin, end } = marks;
      const comment = `${indent}${begin} error-codes-ignore-next-line ${what}${end ? ` ${end}` : ""}\n`;
      offers.set(key, {
        title: { en: `Ignore '${what}' on this line`, "zh-CN": `在此行忽略“${what}”` },
        key,
        mends: spot.findings.filter((one) => named(one) === what && lineAt(text, one.start).start === at),
        change: () => inDocument(spot, [{ start: at, end: at, text: comment }]),
      });
    }
    return [...offers.values()];
  },
};

/** The code as comments name it, or the rule where it is no code that they could name. */
function named({ belief, rule }: Reported): string {
  const code = belief?.literal.text ?? "";
  return /^(?=.*[A-Z._])\w[\w.-]*$/.test(code) ? code : rule;
}
