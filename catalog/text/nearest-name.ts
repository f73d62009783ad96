import distance from "damerau-levenshtein";

/** As many names are compared: a file can define any number, and each of its misspelled ones is compared with all. */
const maximumNames = 1000;

/**
 * Returns the name with the fewest edits from `written`, ignoring case. Returns undefined if that takes more edits than two
 * and than a quarter of the length of `written`.
 */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const maximum = Math.max(2, Math.floor(written.length / 4));
  const candidates = names
    .slice(0, maximumNames)
    .filter((name) => Math.abs(name.length - written.length) <= maximum)
    .map((name) => ({ name, steps: distance(written.toLowerCase(), name.toLowerCase()).steps }));
  const [best] = candidates.sort((a, b) => a.steps - b.steps);
  return best && best.steps <= maximum ? best.name : undefined;
}
