import { CodeActionKind } from "vscode-languageserver";
import { unusedIgnore } from "../rules/index.ts";
import type { ReportedFinding } from "../rules/rule.ts";
import { commentMarksBefore } from "./comments.ts";
import type { Fix, Offer } from "./fix.ts";
import { inDocument, rootOf } from "./fix-request.ts";
import { lineAt } from "./lines.ts";

/** Ignores a finding with a comment on the line before. */
export const ignoreHere: Fix = {
  id: "ignore-here",
  kind: CodeActionKind.QuickFix,

  offers(request) {
    const { document } = request;
    const { text } = document;
    const offers = new Map<string, Offer>();
    for (const finding of request.findings) {
      const { rule, start } = finding;
      const what = ignoredNameOf(finding);
      const { start: at, indent } = lineAt(text, start);
      const key = `${at} ${what}`;
      const marks =
        rule === unusedIgnore.id || offers.has(key)
          ? undefined
          : commentMarksBefore(document, rootOf(request), start);
      if (!marks) continue;
      const { begin, end } = marks;
      const comment = `${indent}${begin} error-codes-ignore-next-line ${what}${end ? ` ${end}` : ""}\n`;
      offers.set(key, {
        title: { en: `Ignore '${what}' on this line`, "zh-CN": `在此行忽略“${what}”` },
        key,
        resolves: request.findings.filter(
          (one) => ignoredNameOf(one) === what && lineAt(text, one.start).start === at,
        ),
        computeChanges: () => inDocument(request, [{ start: at, end: at, text: comment }]),
      });
    }
    return [...offers.values()];
  },
};

/** Returns the name for the comment: the code, or the rule if the code could not be parsed from a comment. */
function ignoredNameOf({ occurrence, rule }: ReportedFinding): string {
  const code = occurrence?.literal.text ?? "";
  return /^(?=.*[A-Z._])\w[\w.-]*$/.test(code) ? code : rule;
}
