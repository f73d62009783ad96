import type { UsedCode, UsedGroup } from "../../server/protocol/index.ts";

/** Returns whether a code of a group is shown. */
export type UsedFilter = (used: UsedCode, group: Pick<UsedGroup, "name">) => boolean;

/**
 * Returns a filter for the codes in which all words of a query stand: in the code, with or without its separators, in
 * what is suggested for it, in its meaning in either language, its kind, its service or its provider.
 */
export function wordsFilter(query: string): UsedFilter {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return ({ code, suggestions, item }, { name }) => {
    const meanings = Object.values(item?.meanings ?? {});
    const facts = [item?.kindName, item?.serviceName, item?.provider, name];
    const text = [code, ...suggestions, ...meanings, ...facts].join("\n").toLowerCase();
    const joined = text.replace(/[._-]/g, "");
    return words.every((word) => text.includes(word) || joined.includes(word));
  };
}
