// The paths of pins, in .gitignore syntax, relative to the folder of the configuration.

/** Returns the pattern that matches one file, or one folder with its content, with special characters escaped. */
export function patternFor(path: string, isFolder: boolean): string {
  const escaped = path.replace(/[\\*?[\]]/g, "\\$&").replace(/ $/, "\\ ");
  return escaped === "" ? "/**" : `/${escaped}${isFolder ? "/" : ""}`;
}

/** Returns the path of the only file or folder that a pattern can match; undefined if it can match several. */
export function onlyPathOf(pattern: string): string | undefined {
  const plain = pattern.replace(/\\./g, "");
  // A pattern without a slash before its end matches in every folder.
  if (/^!|[*?[\]]/.test(plain) || !/^\/|\/./.test(plain)) return undefined;
  return pattern.replace(/^\/|\/$/g, "").replace(/\\(.)/g, "$1");
}
