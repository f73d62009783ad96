// Paths in the syntax of .gitignore, as pins of single files and folders have them: from the configuration's folder on.

/** The path that stands for one file, or for a folder and all in it, whatever is in its name. */
export function pathFor(path: string, isFolder: boolean): string {
  const escaped = path.replace(/[\\*?[\]]/g, "\\$&").replace(/ $/, "\\ ");
  return escaped === "" ? "/**" : `/${escaped}${isFolder ? "/" : ""}`;
}

/** The file or folder that a path stands for alone; undefined where it can stand for several. */
export function onlyPathOf(path: string): string | undefined {
  const plain = path.replace(/\\./g, "");
  // Without a slash before its end it fits in every folder.
  if (/^!|[*?[\]]/.test(plain) || !/^\/|\/./.test(plain)) return undefined;
  return path.replace(/^\/|\/$/g, "").replace(/\\(.)/g, "$1");
}
