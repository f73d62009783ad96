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
import { isBaseline } from "../rules/baseline.ts";
import { lineTextAt, mentionPattern } from "../workspace/usages.ts";
import { WorkspaceReader } from "../workspace/workspace.ts";
import { entryKeyOf } from "./code-item.ts";
import { findEntry, isOfOrigin } from "./entries.ts";
import type { Feature, FeatureContext } from "./feature.ts";

/** How many usages a page lists at most: nobody reads more. */
const maximumUsages = 500;

/** Finds where an entry's code is used: in open documents at once, and on request in all files of the workspace. */
export const usages: Feature = {
  capabilities: {},

  register(context) {
    const { connection } = context;
    const workspace = new WorkspaceReader(context);
    connection.onRequest(usagesRequest, async (params: UsagesParams, token): Promise<UsagesResult> => {
      const found = await findEntry(context, params);
      if (!found) return { usages: [], partial: false };
      const open = await searchDocuments(context, entryKeyOf(found.entry));
      const more = params.scan ? await searchFiles(context, workspace, found, token) : [];
      const all = [...open, ...more].sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
      const partial = token.isCancellationRequested || all.length > maximumUsages;
      return { usages: all.slice(0, maximumUsages), partial };
    });
  },
};

async function searchDocuments(
  { documents, analyzer, folders }: FeatureContext,
  key: EntryKey,
): Promise<Usage[]> {
  // Output channels are documents too, but no part of the workspace; a baseline uses no codes.
  const searched = documents.all().filter(({ uri, text }) => !uri.startsWith("output:") && !isBaseline(text));
  const found = searched.map(async (document) =>
    usagesIn(document, await analyzer.analyze(document), key, folders()),
  );
  return (await Promise.all(found)).flat();
}

/** Finds the usages in files that are not open; open documents are searched with their current text. */
async function searchFiles(
  { documents, folders }: FeatureContext,
  workspace: WorkspaceReader,
  { entry }: { entry: Entry },
  token: CancellationToken,
): Promise<Usage[]> {
  const mention = mentionPattern(entry.code);
  const found: Usage[] = [];
  const mayContain = (text: string) => mention.test(text);
  for await (const { document, analysis } of workspace.files(folders(), token, { isCandidate: mayContain })) {
    if (documents.get(document.uri)) continue;
    for (const usage of usagesIn(document, analysis, entryKeyOf(entry), folders())) found.push(usage);
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
    .filter((analyzedLiteral) => refersTo(analyzedLiteral, key))
    .map((analyzedLiteral) => toUsage(document, analyzedLiteral, folders));
}

/** Returns whether a literal refers to this entry, rather than to that of another provider that its document uses. */
function refersTo(analyzedLiteral: AnalyzedLiteral, key: EntryKey): boolean {
  const { entries, providers } = analyzedLiteral;
  const { provider, service, code, origin } = key;
  // Folders of a workspace can have different catalogs with the same code.
  const isSame = (one: Entry) =>
    one.provider === provider &&
    one.service === service &&
    one.code === code &&
    (origin === undefined || isOfOrigin(one, origin));
  if (!isHoverable(analyzedLiteral) || !entries.some(isSame)) return false;
  const owners = providers.filter((one) => entries.some((entry) => entry.provider === one.provider));
  return owners.length === 0 || owners.some((one) => one.provider === provider);
}

function toUsage(document: TrackedDocument, { literal }: AnalyzedLiteral, folders: readonly string[]): Usage {
  const { uri } = document;
  const { line, character } = document.textDocument.positionAt(literal.start);
  return { uri, path: pathFrom(folders, uri), line, character, text: lineTextAt(document, line) };
}

/** Returns a file's path in its workspace folder, preceded by the folder's name if there are several. */
function pathFrom(folders: readonly string[], uri: string): string {
  const folder = folders.find((one) => uri.startsWith(`${one.replace(/\/$/, "")}/`))?.replace(/\/$/, "");
  const above = folders.length > 1 ? folder?.slice(0, folder.lastIndexOf("/")) : folder;
  const path = above === undefined ? uri.replace(/^[\w-]+:(?:\/\/)?/, "") : uri.slice(above.length + 1);
  try {
    return decodeURIComponent(path);
  } catch {
    // URIs of other origins may contain stray percent signs.
    return path;
  }
}
