import { TextDocument } from "vscode-languageserver-textdocument";
import { URI, Utils } from "vscode-uri";
import { configurationNames } from "../configuration.ts";
import type { Context } from "../feature.ts";
import type { EditedFile } from "./fix.ts";
import type { Spot } from "./spot.ts";

/** A file that a fix may write to, as it is now: in the editor, or else on the disk. */
export type Target = Omit<EditedFile, "edits">;

/** A file as it is; undefined where there is none. */
export async function existing({ documents, host }: Context, uri: string): Promise<Target | undefined> {
  const open = documents.all().find((one) => isSame(one.uri, uri));
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
  const folder = folderOf(context, source.uri);
  if (!folder) return undefined;
  const own = Utils.joinPath(URI.parse(folder), configurationNames[0] ?? "").toString();
  return (await existing(context, own)) ?? created(own);
}

/** The folder of the workspace that a file is in, the innermost. */
export function folderOf({ folders }: Context, uri: string): string | undefined {
  const within = folders().filter((folder) => isBelow(folder, fileOf(uri)));
  return within.sort((a, b) => b.length - a.length)[0];
}

/** How a file is called where its user sees it: from the folder of the workspace on. */
export function shown(context: Context, { document }: Target): string {
  return nameIn(context, document.uri);
}

/** How a file of an address is called where its user sees it. */
export function nameIn(context: Context, uri: string): string {
  const folder = folderOf(context, uri);
  return (folder && pathBelow(folder, uri)) ?? Utils.basename(URI.parse(uri));
}

/** A file's path from a folder on; undefined where it is not below. */
export function pathBelow(folder: string, uri: string): string | undefined {
  const outer = `${URI.parse(folder).path.replace(/\/$/, "")}/`;
  const { path } = URI.parse(uri);
  return path.startsWith(outer) ? path.slice(outer.length) : undefined;
}

/** The file that a document is of: a cell of a notebook is of the notebook. */
export function fileOf(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.scheme === "vscode-notebook-cell"
    ? parsed.with({ scheme: "file", fragment: "", query: "" }).toString()
    : uri;
}

function isBelow(folder: string, uri: string): boolean {
  const [outer, inner] = [URI.parse(folder), URI.parse(uri)];
  return outer.scheme === inner.scheme && inner.path.startsWith(`${outer.path.replace(/\/$/, "")}/`);
}

function isSame(a: string, b: string): boolean {
  return URI.parse(a).toString() === URI.parse(b).toString();
}
