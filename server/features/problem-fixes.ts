import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from "vscode-languageserver";
import { localize } from "../../catalog/text/localized-text.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { toWorkspaceEdit } from "../fixes/workspace-edit.ts";
import { toProblemDiagnostic } from "./diagnostics.ts";
import type { FeatureContext } from "./feature.ts";

/** Returns an action for each misspelled name in a range of a configuration or catalog that says what may be meant. */
export async function problemFixes(
  context: FeatureContext,
  document: TrackedDocument,
  range: Range,
  diagnostics: readonly Diagnostic[],
): Promise<CodeAction[]> {
  const problems = (await context.projects.problemsIn(document.uri, document.text)) ?? [];
  const { textDocument, version } = document;
  const [from, to] = [textDocument.offsetAt(range.start), textDocument.offsetAt(range.end)];
  return problems.flatMap((problem): CodeAction[] => {
    const { suggestion } = problem;
    const own = toProblemDiagnostic(context, problem);
    const start = textDocument.offsetAt(own.range.start);
    const end = textDocument.offsetAt(own.range.end);
    if (suggestion === undefined || end < from || to < start) return [];
    const written = document.text.slice(start, end);
    const quote = /^(["']).*\1$/s.exec(written)?.[1] ?? "";
    const edits = [{ start, end, text: `${quote}${suggestion}${quote}` }];
    const edit = toWorkspaceEdit({ files: [{ document: textDocument, version, edits }] }, context.client);
    if (!edit) return [];
    const text = { en: `Change to '${suggestion}'`, "zh-CN": `改为“${suggestion}”` };
    const reported = diagnostics.filter(
      (one) => one.message === own.message && one.range.start.line === own.range.start.line,
    );
    return [
      {
        title: localize(text, context.displayLanguage()),
        kind: CodeActionKind.QuickFix,
        isPreferred: true,
        ...(reported.length > 0 ? { diagnostics: reported } : {}),
        edit,
      },
    ];
  });
}
