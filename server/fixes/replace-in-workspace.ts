import { type CancellationToken, CodeActionKind } from "vscode-languageserver";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { isBelow, normalizeUri } from "../documents/uris.ts";
import { findingsOf } from "../rules/findings.ts";
import { selectionFor, WorkspaceReader } from "../workspace/workspace.ts";
import type { EditedFile, FileChanges } from "./edit.ts";
import type { Fix } from "./fix.ts";
import type { FixContext } from "./fix-context.ts";
import { isVerbatim } from "./fix-request.ts";
import { type Correction, correctionsIn, replacementEdit } from "./replace.ts";
import { sameCorrections } from "./replace-all.ts";
import { canResolveEdits } from "./workspace-edit.ts";

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
  const open = new Map(context.documents.all().map((one) => [normalizeUri(one.uri), one]));
  const workspace = new WorkspaceReader(context);
  const add = (document: TrackedDocument, version: number | null, corrections: readonly Correction[]) => {
    const edits = sameCorrections(corrections, written, code)
      .filter(({ occurrence }) => isVerbatim(document, occurrence))
      .map((one) => replacementEdit(one, code));
    if (edits.length > 0) files.push({ document: document.textDocument, version, edits });
  };
  for (const document of new Set([requested, ...open.values()])) {
    if (!document.text.includes(written) || !isWithin(context, document)) continue;
    const analysis = await context.analyzer.analyze(document);
    add(
      document,
      document.version,
      correctionsIn(findingsOf(document, analysis, context.settings(document.uri).rules)),
    );
  }
  for (const folder of context.folders()) {
    for await (const { uri, text } of context.host.readTextsBelow(folder, selectionFor(context))) {
      if (token.isCancellationRequested) return undefined;
      if (!text.includes(written) || open.has(normalizeUri(uri))) continue;
      const file = await workspace.read(uri, text);
      if (!file) continue;
      const found = findingsOf(file.document, file.analysis, context.settings(uri).rules);
      add(file.document, null, correctionsIn(found));
      context.analyzer.forget(file.document);
    }
  }
  return { files };
}

/** Whether an open document is in a workspace folder; one that exists only in an editor, as in a diff, is not. */
function isWithin({ folders }: FixContext, { uri }: TrackedDocument): boolean {
  return folders().some((folder) => isBelow(folder, uri));
}
