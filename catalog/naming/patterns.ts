/** Patterns are tried together in groups of this size. */
const groupSize = 12;

/** Some of a list, with a pattern that matches wherever any of theirs does. */
export interface PatternGroup<T> {
  members: readonly T[];
  any: RegExp;
}

/**
 * Divides a list, in its order, into groups of which one pattern says whether any member can match: most texts match none
 * of hundreds. The patterns must have no flags but `g`, and no references to groups.
 */
export function groupedByPattern<T>(list: readonly T[], patternOf: (one: T) => RegExp): PatternGroup<T>[] {
  const groups: PatternGroup<T>[] = [];
  for (let start = 0; start < list.length; start += groupSize) {
    const members = list.slice(start, start + groupSize);
    const sources = members.map((one) => `(?:${patternOf(one).source})`);
    groups.push({ members, any: new RegExp(sources.join("|")) });
  }
  return groups;
}
