import type { Entry } from "../../../catalog/model/entry.ts";
import { normalizeUri } from "../../documents/uris.ts";
import { anyProvider, type UsageIndex } from "../../workspace/usages.ts";

/** A row of a catalog: its code, and the zero-based line on which it stands. */
interface Row extends Pick<Entry, "provider" | "code"> {
  uri: string;
  line: number;
}

/** Returns a function that counts the uses of the code of a row in the files that have been read. */
export function useCountsIn({ files }: UsageIndex): (row: Row) => number {
  const counts = new Map<string, number>();
  const placed = new Set<string>();
  for (const [uri, uses] of files) {
    for (const { code, provider, entry, range } of uses) {
      const key = `${(provider === anyProvider ? entry?.provider : provider) ?? ""} ${code}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      placed.add(`${uri} ${range.start.line} ${code}`);
    }
  }
  return ({ provider, code, uri, line }) => {
    // In source code, the row itself is a literal.
    const own = placed.has(`${normalizeUri(uri)} ${line} ${code}`) ? 1 : 0;
    return (counts.get(`${provider} ${code}`) ?? 0) - own;
  };
}
