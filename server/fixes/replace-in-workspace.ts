import { type CancellationToken, CodeActionKind } from "vscode-languageserver";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import type { EditedFile, FileChanges } from "./edit.ts";
import type { Fix } from "./fix.ts";
import type { FixContext } from "./fix-context.ts";
import { isVerbatim } from "./fix-request.ts";
import { correctionsIn, replacementEdit } from "./replace.ts";
import { sameCorrections } from "./replace-all.ts";
import { canResolveEdits } from "./workspace-edit.ts";
import { findingsInWorkspace } from "./workspace-findings.ts";

/**
 * Replaces a wrong code in all files of the workspace, which are read when the action is chosen. The edit is applied
 * without confirmation, like a rename: in the list that an editor shows for confirmation, nothing is ticked, and
 * confirming it would change nothing.
 */
export const replaceInWorkspace: Fix = {
  id: "replace-in-workspace",
  kind: CodeActionKind.QuickFix,

  offers(request) {
    const { client, folders } = request.context;
    if (!canResolveEdits(client) || folders().length === 0) return [];
    const clear = correctionsIn(request.findings).filter(({ suggestions }) => suggestions.length === 1);
    const byCode = new Map(clear.map((one) => [one.occurrence.literal.text, one]));
    return [...byCode.values()].map((correction) => {
      const [code = ""] = correction.suggestions;
      const written = correction.occurrence.literal.text;
      return {
        title: {
          en: `Replace all '${written}' in the workspace with '${code}'`,
          "zh-CN": `将工作区中的“${written}”全部改为“${code}”`,
        },
        key: `${written} ${code}`,
        resolves: [correction],
        computeChanges: (token) =>
          changesInWorkspace(request.context, request.document, written, code, token),
      };
    });
  },
};

async function changesInWorkspace(
  context: FixContext,
  requested: TrackedDocument,
  written: string,
  code: string,
  token: CancellationToken,
): Promise<FileChanges | undefined> {
  const files: EditedFile[] = [];
  const mayFind = (text: string) => text.includes(written);
  for await (const found of findingsInWorkspace(context, token, mayFind, requested)) {
    const { document, version, findings } = found;
    const edits = sameCorrections(correctionsIn(findings), written, code)
      .filter(({ occurrence }) => isVerbatim(document, occurrence))
      .map((one) => replacementEdit(one, code));
    if (edits.length > 0) files.push({ document: document.textDocument, version, edits });
  }
  return token.isCancellationRequested ? undefined : { files };
}
