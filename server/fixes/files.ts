import { TextDocument } from "vscode-languageserver-textdocument";
import { Utils } from "vscode-uri";
import { configurationNames } from "../configuration/configuration.ts";
import { fileUriOf, folderContaining, normalizeUri, parseUri, relativePath } from "../documents/uris.ts";
import type { EditedFile } from "./edit.ts";
import type { FixContext } from "./fix-context.ts";
import type { FixRequest } from "./fix-request.ts";

/** A file that a fix may edit, with its current text: the editor's if it is open, else that on disk. */
export type Target = Omit<EditedFile, "edits">;

/** Returns a file with its current text; undefined if it does not exist. */
export async function existingFile(
  { documents, host }: FixContext,
  uri: string,
): Promise<Target | undefined> {
  const open = documents.all().find((one) => normalizeUri(one.uri) === normalizeUri(uri));
  if (open) return { document: open.textDocument, version: open.version };
  const text = await host.readText(uri);
  return text === undefined ? undefined : { document: TextDocument.create(uri, "", 0, text), version: null };
}

/** Returns a target for a file that has to be created. */
export function newFile(uri: string): Target {
  return { document: TextDocument.create(uri, "", 0, ""), version: null, isNew: true };
}

/**
 * Returns the configuration file that applies to a document; if there is none, the one to create in the document's
 * workspace folder. Undefined outside all workspace folders.
 */
export async function configurationFor({
  context,
  document,
  analysis,
}: Pick<FixRequest, "context" | "document" | "analysis">): Promise<Target | undefined> {
  const { uri } = analysis.project;
  if (uri) return existingFile(context, uri);
  const folder = folderContaining(context.folders(), fileUriOf(document.uri));
  if (!folder) return undefined;
  const own = Utils.joinPath(parseUri(folder), configurationNames[0] ?? "").toString();
  return (await existingFile(context, own)) ?? newFile(own);
}

/** Returns the path of a file to show to users: relative to its workspace folder, else the base name. */
export function displayPath(context: FixContext, { document }: Target): string {
  return displayPathOf(context, document.uri);
}

/** Returns the path of a URI to show to users: relative to its workspace folder, else the base name. */
export function displayPathOf(context: FixContext, uri: string): string {
  const folder = folderContaining(context.folders(), uri);
  return (folder && relativePath(folder, uri)) ?? Utils.basename(parseUri(uri));
}
