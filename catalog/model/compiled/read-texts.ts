import type { Concept, Entry, LazyTexts, NameReader } from "../entry.ts";

/** Gives an entry the texts that are read from the name of its code, as soon as one of them is asked for. */
export function withTextsFromName(entry: Entry, readName: NameReader, concepts: readonly Concept[]): Entry {
  let read: LazyTexts | undefined;
  const texts = () => {
    read ??= readName(entry.code, concepts);
    return read;
  };
  return Object.defineProperties(entry, {
    summary: { get: () => texts().summary, enumerable: true },
    cause: { get: () => texts().cause, enumerable: true },
    fix: { get: () => texts().fix, enumerable: true },
  });
}
