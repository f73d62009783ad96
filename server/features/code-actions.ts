import { type CodeAction, CodeActionKind, type Diagnostic } from "vscode-languageserver";
import { say } from "../../catalog/text.ts";
import type { Feature } from "../feature.ts";
import { type DiagnosticData, diagnosticSource } from "./diagnostics.ts";

/** Quick fixes: replace a misspelled code by what it was meant to be. */
export const codeActions: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } },

  register({ connection, reading }) {
    connection.onCodeAction(({ textDocument, context }) =>
      context.diagnostics
        .filter(({ source }) => source === diagnosticSource)
        .flatMap((diagnostic) => {
          const suggestions = suggestionsOf(diagnostic);
          return suggestions.map(
            (code): CodeAction => ({
              title: say({ en: `Change to '${code}'`, "zh-CN": `改为“${code}”` }, reading()),
              kind: CodeActionKind.QuickFix,
              diagnostics: [diagnostic],
              isPreferred: suggestions.length === 1,
              edit: { changes: { [textDocument.uri]: [{ range: diagnostic.range, newText: code }] } },
            }),
          );
        }),
    );
  },
};

function suggestionsOf({ data }: Diagnostic): string[] {
  const suggestions = (data as Partial<DiagnosticData> | undefined)?.suggestions;
  return Array.isArray(suggestions) ? suggestions.filter((one) => typeof one === "string") : [];
}
