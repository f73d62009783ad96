import { URI } from "vscode-uri";

/** An address as all of ours are written, however a client escapes it. */
export function normalizeUri(uri: string): string {
  return URI.parse(uri).toString();
}

/** Whether something lies below a folder, however deep. */
export function isBelow(folder: string, uri: string): boolean {
  return normalizeUri(uri).startsWith(`${normalizeUri(folder).replace(/\/$/, "")}/`);
}

/** The innermost of some folders that holds a file. */
export function folderContaining(folders: readonly string[], uri: string): string | undefined {
  return folders.filter((folder) => isBelow(folder, uri)).sort((a, b) => b.length - a.length)[0];
}

/** A file's path from a folder on; undefined where it is not below. */
export function relativePath(folder: string, uri: string): string | undefined {
  const outer = `${URI.parse(folder).path.replace(/\/$/, "")}/`;
  const { path } = URI.parse(uri);
  return path.startsWith(outer) ? path.slice(outer.length) : undefined;
}

/** The file that a document is of: a cell of a notebook is of the notebook. */
export function fileUriOf(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.scheme === "vscode-notebook-cell"
    ? parsed.with({ scheme: "file", fragment: "", query: "" }).toString()
    : uri;
}
