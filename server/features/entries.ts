import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import { folderContaining, normalizeUri } from "../documents/uris.ts";
import type { EntryKey, RequestOrigin } from "../protocol/index.ts";
import type { FeatureContext } from "./feature.ts";
import { projectsOfRequest } from "./project-of-request.ts";

/** An entry, and the catalog that it is of. */
export interface FoundEntry {
  entry: Entry;
  catalog: Catalog;
}

/** The entry of a key: where the key names a user's catalog, the one of that; else the one that counts where it is asked. */
export async function findEntry(
  context: Pick<FeatureContext, "projects" | "folders">,
  { provider, service, code, origin, uri }: EntryKey & RequestOrigin,
): Promise<FoundEntry | undefined> {
  const all = await projectsOfRequest(context, { ...(uri === undefined ? {} : { uri }) });
  // What names a catalog was perhaps not asked about yet; a key comes from outside, so nothing else is read for it.
  if (origin !== undefined && folderContaining(context.folders(), origin))
    all.push(await context.projects.of(origin));
  const found = all.flatMap(({ catalog }): FoundEntry[] => {
    const entry = catalog.find(provider, service, code);
    return entry ? [{ entry, catalog }] : [];
  });
  const isNamed = ({ entry }: FoundEntry) =>
    entry.origin !== undefined && normalizeUri(entry.origin.uri) === origin;
  return found.find(isNamed) ?? found[0];
}
