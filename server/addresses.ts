import { URI } from "vscode-uri";

/** An address as all of ours are written, however a client escapes it. */
export function normal(uri: string): string {
  return URI.parse(uri).toString();
}

/** Whether something lies below a folder, however deep. */
export function isBelow(folder: string, uri: string): boolean {
  return normal(uri).startsWith(`${normal(folder).replace(/\/$/, "")}/`);
}

/** The innermost of some folders that holds a file. */
export function folderOf(folders: readonly string[], uri: string): string | undefined {
  return folders.filter((folder) => isBelow(folder, uri)).sort((a, b) => b.length - a.length)[0];
}
