import { URI, Utils } from "vscode-uri";
import { boundaryOfWorkspace } from "../configuration/boundary.ts";
import { isBelow, parseUri, relativePath } from "../documents/uris.ts";
import { type ToolContext, ToolFailure } from "./tool.ts";

/** A scheme of a URI has more than the one letter of a drive. */
const withScheme = /^[a-z][a-z\d+.-]+:/i;
const isAbsolute = /^(?:[/\\]|[a-z]:)/i;

/**
 * Returns the URIs that a path can stand for: a URI, an absolute path, or a path relative to a folder, which the name of
 * the folder can precede. None if it leads out of the folders as it is written.
 */
export function urisAt(path: string, folders: readonly string[]): string[] {
  const uris = withScheme.test(path)
    ? [parseUri(path)]
    : folders.map(parseUri).flatMap((folder) => {
        // On Windows, a path is normalized as one with slashes.
        const { path: normalized } = URI.file(path);
        if (isAbsolute.test(path)) return [folder.with({ path: normalized })];
        const relative = normalized.replace(/^\//, "");
        const name = `${Utils.basename(folder)}/`;
        return [
          Utils.joinPath(folder, relative),
          ...(relative.startsWith(name) ? [Utils.joinPath(folder, relative.slice(name.length))] : []),
        ];
      });
  const inside = (uri: string) => folders.some((folder) => isSame(folder, uri) || isBelow(folder, uri));
  return [...new Set(uris.map((uri) => Utils.joinPath(uri, ".").toString()))].filter(inside);
}

function isSame(folder: string, uri: string): boolean {
  const [a, b] = [folder, uri].map((one) => parseUri(one).toString().replace(/\/$/, ""));
  return a === b;
}

/** A file or folder in the folders that may be read. */
export interface ReadablePlace {
  uri: string;
  /** The text of a file; undefined for a folder. */
  text?: string;
}

/** Returns what stands at a path, which must not lead out of the folders. A symbolic link is judged by where it leads. */
export async function placeAt(path: string, context: ToolContext): Promise<ReadablePlace> {
  const { host } = context;
  const folders = context.folders();
  const boundary = boundaryOfWorkspace(host, folders);
  const uris = urisAt(path, folders);
  if (uris.length === 0) throw outside(path);
  let failure: ToolFailure | undefined;
  for (const uri of uris) {
    const isFolder = folders.some((folder) => isSame(folder, uri));
    if (isFolder) return { uri };
    if (!(await boundary.contains(uri))) {
      failure = outside(path);
      continue;
    }
    const text = context.openText(uri);
    if (text !== undefined) return { uri, text };
    // Not the link, which could be changed meanwhile.
    const read = await host.read(await host.realUri(uri));
    if ("text" in read) return { uri, text: read.text };
    if (read.failure === "special") return { uri };
    failure ??= new ToolFailure(`Cannot read '${path}': ${reasons[read.failure] ?? "reading it failed"}.`);
  }
  throw failure ?? outside(path);
}

const reasons: Partial<Record<string, string>> = {
  missing: "there is no such file or folder",
  denied: "permission denied",
  circular: "its symbolic links form a circle",
  large: "it is too large",
};

function outside(path: string): ToolFailure {
  return new ToolFailure(`'${path}' is not in the folders that may be read.`);
}

/** Returns the path by which answers name a file: relative to its folder, behind the folder's name if there are several. */
export function shownPath(uri: string, folders: readonly string[]): string {
  const folder = folders.find((one) => isBelow(one, uri));
  const relative = folder === undefined ? undefined : relativePath(folder, uri);
  if (folder === undefined || relative === undefined) return parseUri(uri).fsPath;
  return folders.length > 1 ? `${Utils.basename(parseUri(folder))}/${relative}` : relative;
}
