import { type URI, Utils } from "vscode-uri";
import type { FileSelection, MatchingFiles } from "../../documents/host.ts";
import { isBelow, parseUri, relativePath } from "../../documents/uris.ts";
import { Gitignore } from "../../globs/gitignore.ts";
import { Glob } from "../../globs/glob.ts";
import type { FileService, FolderEntry } from "../../protocol/index.ts";
import { languageByPath } from "../../syntax/languages/index.ts";
import { isMinified } from "../minified.ts";
import { neverEntered, searchLimits } from "../walk-limits.ts";

/** Files with more bytes are generated or data; larger files named .gitignore are not read either. */
const maximumBytes = { file: 2_000_000, ignore: 1_000_000 };

/** The rules of the files named .gitignore in a folder and above it, the nearest last. */
type Rules = readonly { folder: string; rules: Gitignore }[];

/** Yields the files of known languages below a folder that its files named .gitignore do not ignore, sorted by name. */
export async function* textsBelow(
  files: FileService,
  folder: string,
  selection: FileSelection,
  above: Rules = [],
): AsyncGenerator<{ uri: string; text: string }> {
  const entries = await files.list(folder);
  const rules = await withOwnRules(files, folder, entries, above);
  for (const { name, kind, isLink } of entries) {
    const uri = Utils.joinPath(parseUri(folder), name).toString();
    // Where a link leads is not known.
    if (isLink || isIgnored(uri, kind === "folder", rules)) continue;
    if (kind === "folder") {
      if (!neverEntered.has(name) && !(await selection.isVendored(uri)))
        yield* textsBelow(files, uri, selection, rules);
    } else if (kind === "file") {
      const text = await sourceTextAt(files, uri);
      if (text !== undefined) yield { uri, text };
    }
  }
}

/** Reads one of the files that {@link textsBelow} yields; undefined if it is not one of them. */
export async function textBelow(
  files: FileService,
  folder: string,
  uri: string,
  { isVendored }: FileSelection,
): Promise<string | undefined> {
  const parts = isBelow(folder, uri) ? (relativePath(folder, uri)?.split("/") ?? []) : [];
  let current: URI = parseUri(folder);
  let rules: Rules = [];
  for (const [index, name] of parts.entries()) {
    const entries = await files.list(current.toString());
    rules = await withOwnRules(files, current.toString(), entries, rules);
    current = Utils.joinPath(current, name);
    const isFolder = index < parts.length - 1;
    const entry = entries.find((one) => one.name === name);
    if (!entry || entry.isLink || isIgnored(current.toString(), isFolder, rules)) return undefined;
    if (isFolder && (neverEntered.has(name) || (await isVendored(current.toString())))) return undefined;
  }
  return parts.length > 0 ? sourceTextAt(files, uri) : undefined;
}

/** Finds the files that a path or pattern, relative to a folder, matches; sorted. */
export async function filesMatching(
  files: FileService,
  folder: string,
  pattern: string,
): Promise<MatchingFiles> {
  const at = (path: string) => Utils.resolvePath(parseUri(folder), path);
  // If a file with this exact name exists, brackets and stars in the name are not a pattern.
  const plain = at(pattern);
  const siblings = await files.list(Utils.dirname(plain).toString());
  const name = Utils.basename(plain);
  if (siblings.some((one) => one.name === name && one.kind === "file")) return { files: [plain.toString()] };
  const { base, isPattern, rest } = Glob.split(pattern);
  if (!isPattern) return { files: [] };
  return searchBelow(files, at(base), new Glob(rest, { hasChoices: true, matchesDots: false }));
}

async function searchBelow(files: FileService, base: URI, glob: Glob): Promise<MatchingFiles> {
  const found: string[] = [];
  const end = Date.now() + searchLimits.time;
  let [folders, count] = [0, 0];
  const limit = (): MatchingFiles["stoppedBy"] => {
    if (folders >= searchLimits.folders) return { limit: "folders", count: searchLimits.folders };
    if (count >= searchLimits.entries) return { limit: "entries", count: searchLimits.entries };
    return Date.now() > end ? { limit: "seconds", count: searchLimits.time / 1000 } : undefined;
  };
  const open = [{ uri: base, inside: "" }];
  let stoppedBy: MatchingFiles["stoppedBy"];
  // Breadth first, so that what is near is found even if the search is stopped.
  for (const folder of open) {
    stoppedBy = limit();
    if (stoppedBy) break;
    folders++;
    for (const { name, kind, isLink } of await files.list(folder.uri.toString())) {
      if (count++ >= searchLimits.entries) break;
      const inside = folder.inside === "" ? name : `${folder.inside}/${name}`;
      const uri = Utils.joinPath(folder.uri, name);
      if (kind === "file" && glob.matches(inside)) found.push(uri.toString());
      // A link to a folder could lead back to it.
      if (kind === "folder" && !isLink && !neverEntered.has(name) && glob.canMatchBelow(inside))
        open.push({ uri, inside });
    }
  }
  return { files: found.sort(), ...(stoppedBy ? { stoppedBy } : {}) };
}

async function withOwnRules(
  files: FileService,
  folder: string,
  entries: readonly FolderEntry[],
  above: Rules,
): Promise<Rules> {
  if (!entries.some(({ name }) => name === ".gitignore")) return above;
  const uri = Utils.joinPath(parseUri(folder), ".gitignore").toString();
  const bytes = await files.read(uri, maximumBytes.ignore);
  if (typeof bytes === "string") return above;
  return [...above, { folder, rules: new Gitignore(new TextDecoder().decode(bytes)) }];
}

/** Returns whether rules ignore a file or folder. As in git, the nearest ones that match decide. */
function isIgnored(uri: string, isFolder: boolean, all: Rules): boolean {
  for (const { folder, rules } of all.toReversed()) {
    const verdict = rules.verdictOn(`${relativePath(folder, uri) ?? ""}${isFolder ? "/" : ""}`);
    if (verdict) return verdict === "ignored";
  }
  return false;
}

/** Returns the text of a file of a known language; undefined if it is binary, minified or huge. */
async function sourceTextAt(files: FileService, uri: string): Promise<string | undefined> {
  const language = languageByPath(uri);
  if (!language) return undefined;
  const bytes = await files.read(uri, maximumBytes.file);
  if (typeof bytes === "string" || bytes.subarray(0, 8192).includes(0)) return undefined;
  const text = new TextDecoder().decode(bytes);
  return isMinified(uri, text, language) ? undefined : text;
}
