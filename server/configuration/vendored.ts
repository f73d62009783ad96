import { fileUriOf, folderContaining, normalizeUri } from "../documents/uris.ts";
import type { Projects } from "./projects.ts";

/** The names of folders that hold the code of others, as package managers and conventions name them. */
export const vendoredNames: readonly string[] = [
  "vendor",
  "vendored",
  "_vendor",
  "_vendored",
  "third_party",
  "third-party",
  "thirdparty",
  "3rdparty",
  "3rd_party",
  "Pods",
  "Carthage",
  "Godeps",
  "bower_components",
  "jspm_packages",
  "site-packages",
  "dist-packages",
];

const vendored = new RegExp(`(?<=/)(?:${vendoredNames.join("|")})(?=/)`, "g");

/** Matches a folder below the root of a tree of packages, whose names are the author's choice: `src/main/java/acme`. */
const packages = /\/(?:java|kotlin|scala|groovy)\/[^/]+\//;

/**
 * Returns the URI of the vendored folder that contains a file, counted from the innermost of `folders` around the file;
 * undefined if there is none. The configuration that governs the place of such a folder can lift the exception.
 */
export async function vendoredFolderOf(
  uri: string,
  folders: readonly string[],
  projects: Pick<Projects, "ofFolder">,
): Promise<string | undefined> {
  // Most files are recognised as not vendored without parsing their URI.
  if (uri.search(vendored) < 0) return undefined;
  const file = normalizeUri(fileUriOf(uri));
  const folder = folderContaining(folders, file);
  if (folder === undefined) return undefined;
  const start = normalizeUri(folder).replace(/\/$/, "").length;
  for (const { 0: name, index } of file.matchAll(vendored)) {
    if (index < start || packages.test(file.slice(0, index))) continue;
    const { configuration } = await projects.ofFolder(file.slice(0, index));
    if (configuration.ignore.vendored !== false) return file.slice(0, index + name.length);
  }
  return undefined;
}
