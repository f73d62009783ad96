import { URI } from "vscode-uri";

/** Normalizes a URI, since clients escape characters differently. */
export function normalizeUri(uri: string): string {
  return URI.parse(uri).toString();
}

/** Returns whether a file or folder is below a folder, at any depth. */
export function isBelow(folder: string, uri: string): boolean {
  return normalizeUri(uri).startsWith(`${normalizeUri(folder).replace(/\/$/, "")}/`);
}

/** Returns the innermost of some folders that contains a file; undefined if none does. */
export function folderContaining(folders: readonly string[], uri: string): string | undefined {
  return folders.filter((folder) => isBelow(folder, uri)).sort((a, b) => b.length - a.length)[0];
}

/** Returns the path of a file relative to a folder; undefined if the file is not below the folder. */
export function relativePath(folder: string, uri: string): string | undefined {
  const outer = `${URI.parse(folder).path.replace(/\/$/, "")}/`;
  const { path } = URI.parse(uri);
  return path.startsWith(outer) ? path.slice(outer.length) : undefined;
}

/** Returns the URI of the file that a document belongs to: for a cell of a notebook, the notebook. */
export function fileUriOf(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.scheme === "vscode-notebook-cell"
    ? parsed.with({ scheme: "file", fragment: "", query: "" }).toString()
    : uri;
}
