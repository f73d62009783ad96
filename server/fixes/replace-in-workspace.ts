import { type CancellationToken, CodeActionKind } from "vscode-languageserver";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { isBelow, normal } from "../documents/uris.ts";
import { findingsOf } from "../rules/findings.ts";
import { Workspace } from "../workspace/workspace.ts";
import type { Change, EditedFile } from "./edit.ts";
import type { Fix } from "./fix.ts";
import type { FixContext } from "./fix-context.ts";
import { type Mistake, mistakesIn, replacing } from "./replace.ts";
import { alike } from "./replace-all.ts";
import { isVerbatim } from "./spot.ts";
import { resolvesEdits } from "./workspace-edit.ts";

/**
 * Writes what was meant in all files of the workspace, which are read when it is chosen. It is done at once, as a rename
 * is: where an editor asks before, its list of places has none ticked, and confirming it changes nothing.
 */
export const replaceInWorkspace: Fix = {
  id: "replace-in-workspace",
  kind: CodeActionKind.QuickFix,

  offers(spot) {
    const { client, folders } = spot.context;
    if (!resolvesEdits(client) || folders().length === 0) return [];
    const clear = mistakesIn(spot.findings).filter(({ suggestions }) => suggestions.length === 1);
    const meant = new Map(clear.map((one) => [one.belief.literal.text, one]));
    return [...meant.values()].map((mistake) => {
      const [code = ""] = mistake.suggestions;
      const written = mistake.belief.literal.text;
      return {
        title: {
          en: `Replace all '${written}' in the workspace with '${code}'`,
          "zh-CN": `将工作区中的“${written}”全部改为“${code}”`,
        },
        key: `${written} ${code}`,
        mends: [mistake],
        change: (token) => everywhere(spot.context, spot.source, written, code, token),
      };
    });
  },
};

async function everywhere(
  context: FixContext,
  own: TrackedDocument,
  written: string,
  code: string,
  token: CancellationToken,
): Promise<Change | undefined> {
  const files: EditedFile[] = [];
  const open = new Map(context.documents.all().map((one) => [normal(one.uri), one]));
  const workspace = new Workspace(context);
  const add = (source: TrackedDocument, version: number | null, mistakes: readonly Mistake[]) => {
    const edits = alike(mistakes, written, code)
      .filter(({ belief }) => isVerbatim(source, belief))
      .map((one) => replacing(one, code));
    if (edits.length > 0) files.push({ document: source.document, version, edits });
  };
  for (const source of new Set([own, ...open.values()])) {
    if (!source.text.includes(written) || !isWithin(context, source)) continue;
    const analysis = await context.reader.read(source);
    add(source, source.version, mistakesIn(findingsOf(source, analysis, context.settings(source.uri).rules)));
  }
  for (const folder of context.folders()) {
    for await (const { uri, text } of context.host.textsBelow(folder)) {
      if (token.isCancellationRequested) return undefined;
      if (!text.includes(written) || open.has(normal(uri))) continue;
      const file = await workspace.read(uri, text);
      if (!file) continue;
      const found = findingsOf(file.source, file.analysis, context.settings(uri).rules);
      add(file.source, null, mistakesIn(found));
      context.reader.forget(file.source);
    }
  }
  return { files };
}

/** Whether an open document is one of the workspace; what only an editor shows, such as a page of a diff, is not. */
function isWithin({ folders }: FixContext, { uri }: TrackedDocument): boolean {
  return folders().some((folder) => isBelow(folder, uri));
}
