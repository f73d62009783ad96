import type { Location } from "vscode-languageserver";
import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import { folderContaining, normalizeUri } from "../documents/uris.ts";
import type { EntryKey, RequestOrigin } from "../protocol/index.ts";
import type { FeatureContext } from "./feature.ts";
import { projectsOfRequest } from "./project-of-request.ts";

/** An entry and the catalog that it was found in. */
export interface FoundEntry {
  entry: Entry;
  catalog: Catalog;
}

/**
 * Finds the entry of a key. If the key has an `origin`, the entry of that user catalog is preferred; otherwise the
 * first match counts, beginning with the project of the request. Returns undefined if no catalog has the entry.
 */
export async function findEntry(
  context: Pick<FeatureContext, "projects" | "folders">,
  { provider, service, code, origin, uri }: EntryKey & RequestOrigin,
): Promise<FoundEntry | undefined> {
  const all = await projectsOfRequest(context, { ...(uri === undefined ? {} : { uri }) });
  // The project of the catalog may not be loaded yet. Keys come from outside: none is loaded beyond the workspace.
  if (origin !== undefined && folderContaining(context.folders(), origin))
    all.push(await context.projects.of(origin));
  const found = all.flatMap(({ catalog }): FoundEntry[] => {
    const entry = catalog.find(provider, service, code);
    return entry ? [{ entry, catalog }] : [];
  });
  return found.find(({ entry }) => origin !== undefined && isOfOrigin(entry, origin)) ?? found[0];
}

/** Returns whether an entry is from the user catalog with a URI, however its characters are escaped. */
export function isOfOrigin(entry: Entry, origin: string): boolean {
  return entry.origin !== undefined && normalizeUri(entry.origin.uri) === normalizeUri(origin);
}

/** Returns the location of an entry in its user catalog; undefined for a built-in entry. */
export function declarationOf({ origin, code }: Entry): Location | undefined {
  if (!origin) return undefined;
  const { uri, line, character } = origin;
  return { uri, range: { start: { line, character }, end: { line, character: character + code.length } } };
}
