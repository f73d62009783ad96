import { URI } from "vscode-uri";

/**
 * Parses a URI, without ever throwing: `file:////host/share` is read as `file://host/share`, as some clients write the
 * path of a network share, and what is no URI becomes one of a scheme that nothing has.
 */
export function parseUri(uri: string): URI {
  // URIs are encoded as UTF-8, which has no lone surrogates.
  const text = uri.toWellFormed();
  try {
    return URI.parse(text.replace(/^file:\/{4,}/i, "file://"));
  } catch {
    return URI.from({ scheme: "invalid", path: `/${encodeURIComponent(text)}` });
  }
}

/** Normalizes a URI, since clients escape characters differently. */
export function normalizeUri(uri: string): string {
  return parseUri(uri).toString();
}

/** Returns whether a document can be a file in a folder, on disk or elsewhere, rather than one of the editor alone. */
export function isInFolder(uri: string): boolean {
  return uri.includes("/") && !/^(?:untitled|output):/i.test(uri);
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
  const outer = `${parseUri(folder).path.replace(/\/$/, "")}/`;
  const { path } = parseUri(uri);
  return path.startsWith(outer) ? path.slice(outer.length) : undefined;
}

/** Returns the URI of the file that a document belongs to: for a cell of a notebook, the notebook. */
export function fileUriOf(uri: string): string {
  const parsed = parseUri(uri);
  return parsed.scheme === "vscode-notebook-cell"
    ? parsed.with({ scheme: "file", fragment: "", query: "" }).toString()
    : uri;
}
