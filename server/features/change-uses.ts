import { TextDocument } from "vscode-languageserver-textdocument";
import { fitsInSource } from "../../catalog/text/source-text.ts";
import { folderContaining, normalizeUri } from "../documents/uris.ts";
import type { ChangedUses, ChangeUsesParams, ChangeUsesResult } from "../protocol/index.ts";
import { maximumItems } from "../protocol/limits.ts";
import { type CodeUse, usesIn } from "../workspace/usages.ts";
import { selectionFor, WorkspaceReader } from "../workspace/workspace.ts";
import type { FeatureContext } from "./feature.ts";
import { usesInFolder } from "./uses-in-folder.ts";

/** Returns where all uses of a wrong code can be changed to one that is suggested for them. */
export async function changesOf(
  context: FeatureContext,
  params: ChangeUsesParams,
): Promise<ChangeUsesResult> {
  const files: ChangedUses[] = [];
  let [kept, count] = [0, 0];
  for (const [uri, uses] of usesInFolder(context, params.folder)) {
    if (!uses.some((use) => isAsked(use, params))) continue;
    // The others stay in the list, and can be changed next.
    if (count >= maximumItems) break;
    const file = await currentUses(context, uri);
    const asked = file?.uses.filter((use) => isAsked(use, params)) ?? [];
    const edits = asked.flatMap((use) => (file && canChange(file.text, use, params) ? use.range : []));
    kept += asked.length - edits.length;
    count += edits.length;
    if (file && edits.length > 0) files.push({ uri: file.text.uri, ranges: edits });
  }
  return { files, kept };
}

function isAsked(use: CodeUse, { code, provider }: ChangeUsesParams): boolean {
  return use.code === code && use.provider === provider;
}

/** Whether the new code is suggested at a place, and would be nothing else where the old one stands verbatim. */
function canChange(text: TextDocument, { suggestions, range }: CodeUse, params: ChangeUsesParams): boolean {
  const { code, replacement } = params;
  const [start, end] = [text.offsetAt(range.start), text.offsetAt(range.end)];
  const all = text.getText();
  if (all.slice(start, end) !== code || !suggestions?.includes(replacement)) return false;
  const around = { before: all.slice(Math.max(0, start - 2), start), after: all.slice(end, end + 1) };
  return fitsInSource(replacement, { ...around, isBareValue: true });
}

/** Returns the uses in a file as it is now: in the editor if it is open there, else on disk. */
async function currentUses(
  context: FeatureContext,
  uri: string,
): Promise<{ text: TextDocument; uses: readonly CodeUse[] } | undefined> {
  const { documents, analyzer, host } = context;
  const open = documents.all().find((one) => normalizeUri(one.uri) === uri);
  if (open) {
    const uses = usesIn(open, await analyzer.analyze(open), context.settings(open.uri).rules);
    return { text: open.textDocument, uses };
  }
  const folder = folderContaining(context.folders(), uri);
  const text = folder && (await host.readTextBelow(folder, uri, selectionFor(context)));
  const file = text && (await new WorkspaceReader(context).read(uri, text));
  if (!file) return undefined;
  analyzer.forget(file.document);
  const uses = usesIn(file.document, file.analysis, context.settings(uri).rules);
  return { text: TextDocument.create(uri, "", 0, text), uses };
}
