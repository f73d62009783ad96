import { TextDocument } from "vscode-languageserver-textdocument";
import { URI, Utils } from "vscode-uri";
import { configurationNames } from "../configuration/configuration.ts";
import { fileUriOf, folderContaining, normalizeUri, relativePath } from "../documents/uris.ts";
import type { EditedFile } from "./edit.ts";
import type { FixContext } from "./fix-context.ts";
import type { FixRequest } from "./fix-request.ts";

/** A file that a fix may write to, as it is now: in the editor, or else on the disk. */
export type Target = Omit<EditedFile, "edits">;

/** A file as it is; undefined where there is none. */
export async function existingFile(
  { documents, host }: FixContext,
  uri: string,
): Promise<Target | undefined> {
  const open = documents.all().find((one) => normalizeUri(one.uri) === normalizeUri(uri));
  if (open) return { document: open.textDocument, version: open.version };
  const text = await host.readText(uri);
  return text === undefined ? undefined : { document: TextDocument.create(uri, "", 0, text), version: null };
}

/** A file that has to be made. */
export function newFile(uri: string): Target {
  return { document: TextDocument.create(uri, "", 0, ""), version: null, isNew: true };
}

/** The configuration that governs a place, or the one that would if it were made; undefined outside of all folders. */
export async function configurationFor({
  context,
  document,
  analysis,
}: Pick<FixRequest, "context" | "document" | "analysis">): Promise<Target | undefined> {
  const { uri } = analysis.project;
  if (uri) return existingFile(context, uri);
  const folder = folderContaining(context.folders(), fileUriOf(document.uri));
  if (!folder) return undefined;
  const own = Utils.joinPath(URI.parse(folder), configurationNames[0] ?? "").toString();
  return (await existingFile(context, own)) ?? newFile(own);
}

/** How a file is called where its user sees it: from the folder of the workspace on. */
export function displayPath(context: FixContext, { document }: Target): string {
  return displayPathOf(context, document.uri);
}

/** How a file of an address is called where its user sees it. */
export function displayPathOf(context: FixContext, uri: string): string {
  const folder = folderContaining(context.folders(), uri);
  return (folder && relativePath(folder, uri)) ?? Utils.basename(URI.parse(uri));
}
