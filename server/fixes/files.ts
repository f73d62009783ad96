import { TextDocument } from "vscode-languageserver-textdocument";
import { URI, Utils } from "vscode-uri";
import { configurationNames } from "../configuration/configuration.ts";
import { fileOf, folderOf, normal, pathBelow } from "../documents/uris.ts";
import type { EditedFile } from "./edit.ts";
import type { FixContext } from "./fix-context.ts";
import type { Spot } from "./spot.ts";

/** A file that a fix may write to, as it is now: in the editor, or else on the disk. */
export type Target = Omit<EditedFile, "edits">;

/** A file as it is; undefined where there is none. */
export async function existing({ documents, host }: FixContext, uri: string): Promise<Target | undefined> {
  const open = documents.all().find((one) => normal(one.uri) === normal(uri));
  if (open) return { document: open.document, version: open.version };
  const text = await host.readText(uri);
  return text === undefined ? undefined : { document: TextDocument.create(uri, "", 0, text), version: null };
}

/** A file that has to be made. */
export function created(uri: string): Target {
  return { document: TextDocument.create(uri, "", 0, ""), version: null, isNew: true };
}

/** The configuration that governs a place, or the one that would if it were made; undefined outside of all folders. */
export async function configurationFor({
  context,
  source,
  analysis,
}: Pick<Spot, "context" | "source" | "analysis">): Promise<Target | undefined> {
  const { uri } = analysis.domain;
  if (uri) return existing(context, uri);
  const folder = folderOf(context.folders(), fileOf(source.uri));
  if (!folder) return undefined;
  const own = Utils.joinPath(URI.parse(folder), configurationNames[0] ?? "").toString();
  return (await existing(context, own)) ?? created(own);
}

/** How a file is called where its user sees it: from the folder of the workspace on. */
export function shown(context: FixContext, { document }: Target): string {
  return nameIn(context, document.uri);
}

/** How a file of an address is called where its user sees it. */
export function nameIn(context: FixContext, uri: string): string {
  const folder = folderOf(context.folders(), uri);
  return (folder && pathBelow(folder, uri)) ?? Utils.basename(URI.parse(uri));
}
