import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import { folderOf, normal } from "../documents/uris.ts";
import type { Asking, EntryKey } from "../protocol/index.ts";
import type { Context } from "./feature.ts";
import { domainsFrom } from "./project-of-request.ts";

/** An entry, and the catalog that it is of. */
export interface FoundEntry {
  entry: Entry;
  catalog: Catalog;
}

/** The entry of a key: where the key names a user's catalog, the one of that; else the one that counts where it is asked. */
export async function findEntry(
  context: Pick<Context, "domains" | "folders">,
  { provider, service, code, origin, uri }: EntryKey & Asking,
): Promise<FoundEntry | undefined> {
  const all = await domainsFrom(context, { ...(uri === undefined ? {} : { uri }) });
  // What names a catalog was perhaps not asked about yet; a key comes from outside, so nothing else is read for it.
  if (origin !== undefined && folderOf(context.folders(), origin)) all.push(await context.domains.of(origin));
  const found = all.flatMap(({ catalog }): FoundEntry[] => {
    const entry = catalog.find(provider, service, code);
    return entry ? [{ entry, catalog }] : [];
  });
  const isNamed = ({ entry }: FoundEntry) =>
    entry.origin !== undefined && normal(entry.origin.uri) === origin;
  return found.find(isNamed) ?? found[0];
}
