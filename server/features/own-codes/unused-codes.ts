import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver";
import { localize } from "../../../catalog/text/localized-text.ts";
import { rangeOf } from "../../documents/span.ts";
import type { TrackedDocument } from "../../documents/tracked-document.ts";
import type { FeatureContext } from "../feature.ts";
import { declaredIn } from "./declared-codes.ts";
import { useCountsIn } from "./use-counts.ts";

/** Returns a hint for each code of a user's catalog that nothing in the workspace uses, if the settings ask for that. */
export async function unusedCodesIn(
  context: FeatureContext,
  { textDocument, uri }: TrackedDocument,
): Promise<Omit<Diagnostic, "source">[]> {
  if (!context.settings(uri).unusedCodes) return [];
  const declared = await declaredIn(context.projects, textDocument);
  if (!declared) return [];
  await context.scan.ensure();
  const usesOf = useCountsIn(context.usageIndex);
  const message = { en: "Nothing in the workspace uses this code.", "zh-CN": "工作区中未使用此错误码。" };
  return declared.codes
    .filter(
      ({ entry: { provider, code, origin } }) =>
        usesOf({ provider, code, uri, line: origin?.line ?? 0 }) === 0,
    )
    .map(({ span }) => ({
      range: rangeOf({ textDocument }, span),
      severity: DiagnosticSeverity.Hint,
      message: localize(message, context.displayLanguage()),
      tags: [DiagnosticTag.Unnecessary],
    }));
}
