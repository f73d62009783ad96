import type { CancellationToken } from "vscode-languageserver";
import type { Entry } from "../../catalog/model/entry.ts";
import { type Analysis, type AnalyzedLiteral, isHoverable } from "../analysis/analysis.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import {
  type EntryKey,
  type Usage,
  type UsagesParams,
  type UsagesResult,
  usagesRequest,
} from "../protocol/index.ts";
import { mentionPattern } from "../workspace/usages.ts";
import { WorkspaceReader } from "../workspace/workspace.ts";
import { keyOf } from "./code-item.ts";
import { findEntry } from "./entries.ts";
import type { Feature, FeatureContext } from "./feature.ts";

/** More places than this nobody reads on a page. */
const maximumUsages = 500;
const maximumText = 200;

/** Where a code stands: in open documents at once, in all files of the workspace when that is asked for. */
export const usages: Feature = {
  capabilities: {},

  register(context) {
    const { connection } = context;
    const workspace = new WorkspaceReader(context);
    connection.onRequest(usagesRequest, async (params: UsagesParams, token): Promise<UsagesResult> => {
      const found = await findEntry(context, params);
      if (!found) return { usages: [], partial: false };
      const open = await inDocuments(context, params);
      const more = params.scan ? await inFiles(context, workspace, found, token) : [];
      const all = [...open, ...more].sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
      const partial = token.isCancellationRequested || all.length > maximumUsages;
      return { usages: all.slice(0, maximumUsages), partial };
    });
  },
};

async function inDocuments(
  { documents, analyzer, folders }: FeatureContext,
  key: EntryKey,
): Promise<Usage[]> {
  // What an output channel says is no place in the workspace.
  const sources = documents.all().filter(({ uri }) => !uri.startsWith("output:"));
  const found = sources.map(async (document) =>
    usagesIn(document, await analyzer.analyze(document), key, folders()),
  );
  return (await Promise.all(found)).flat();
}

/** Those in files that are not open; what is open was read as it is now. */
async function inFiles(
  { documents, folders }: FeatureContext,
  workspace: WorkspaceReader,
  { entry }: { entry: Entry },
  token: CancellationToken,
): Promise<Usage[]> {
  const mention = mentionPattern(entry.code);
  const found: Usage[] = [];
  const mayHold = (text: string) => mention.test(text);
  for await (const { document, analysis } of workspace.files(folders(), token, undefined, mayHold)) {
    if (documents.get(document.uri)) continue;
    found.push(...usagesIn(document, analysis, keyOf(entry), folders()));
    if (found.length > maximumUsages) break;
  }
  return found;
}

function usagesIn(
  document: TrackedDocument,
  { literals }: Analysis,
  key: EntryKey,
  folders: readonly string[],
): Usage[] {
  return literals
    .filter((analyzedLiteral) => isOf(analyzedLiteral, key))
    .map((analyzedLiteral) => toUsage(document, analyzedLiteral, folders));
}

/** Whether a literal means this entry: where its place is another provider's, that one's entry is meant. */
function isOf(analyzedLiteral: AnalyzedLiteral, { provider, service, code }: EntryKey): boolean {
  const { entries, providers } = analyzedLiteral;
  const isSame = (one: Entry) => one.provider === provider && one.service === service && one.code === code;
  if (!isHoverable(analyzedLiteral) || !entries.some(isSame)) return false;
  const meant = providers.filter((one) => entries.some((entry) => entry.provider === one.provider));
  return meant.length === 0 || meant.some((one) => one.provider === provider);
}

function toUsage(
  { textDocument, uri }: TrackedDocument,
  { literal }: AnalyzedLiteral,
  folders: readonly string[],
): Usage {
  const { line, character } = textDocument.positionAt(literal.start);
  const text = textDocument.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return { uri, path: pathFrom(folders, uri), line, character, text: text.trim().slice(0, maximumText) };
}

/** A file's path from the folder of the workspace that holds it, with that folder's name where there are several. */
function pathFrom(folders: readonly string[], uri: string): string {
  const folder = folders.find((one) => uri.startsWith(`${one.replace(/\/$/, "")}/`))?.replace(/\/$/, "");
  const above = folders.length > 1 ? folder?.slice(0, folder.lastIndexOf("/")) : folder;
  const path = above === undefined ? uri.replace(/^[\w-]+:(?:\/\/)?/, "") : uri.slice(above.length + 1);
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray percent sign in an address that is none of ours.
    return path;
  }
}
