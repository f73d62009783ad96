import { normalizeUri } from "../documents/uris.ts";
import type { CodeUse } from "../workspace/usages.ts";
import type { FeatureContext } from "./feature.ts";

/** Returns the files for which this is the nearest workspace folder, with their uses, sorted by URI. */
export function usesInFolder(
  { usageIndex, folders }: Pick<FeatureContext, "usageIndex" | "folders">,
  folder: string,
): (readonly [string, readonly CodeUse[]])[] {
  const prefixOf = (uri: string) => `${normalizeUri(uri).replace(/\/$/, "")}/`;
  const prefix = prefixOf(folder);
  const inner = folders()
    .map(prefixOf)
    .filter((one) => one !== prefix && one.startsWith(prefix));
  return [...usageIndex.files]
    .filter(([uri]) => uri.startsWith(prefix) && !inner.some((one) => uri.startsWith(one)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
