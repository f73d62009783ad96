import type { Entry } from "../../../catalog/model/entry.ts";
import { anyProvider, type UsageIndex } from "../../workspace/usages.ts";

/** Returns a function that counts the uses of a code of a provider in the files that have been read. */
export function useCountsIn({ files }: UsageIndex): (entry: Pick<Entry, "provider" | "code">) => number {
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const uses of files.values())
    for (const { code, provider, entry } of uses)
      add(`${(provider === anyProvider ? entry?.provider : provider) ?? ""} ${code}`);
  return ({ provider, code }) => counts.get(`${provider} ${code}`) ?? 0;
}
