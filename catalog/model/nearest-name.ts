import distance from "damerau-levenshtein";

/**
 * Returns the name with the fewest edits from `written`, ignoring case. Returns undefined if that takes more edits than two
 * and than a quarter of the length of `written`.
 */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const candidates = names.map((name) => ({
    name,
    steps: distance(written.toLowerCase(), name.toLowerCase()).steps,
  }));
  const [best] = candidates.sort((a, b) => a.steps - b.steps);
  return best && best.steps <= Math.max(2, Math.floor(written.length / 4)) ? best.name : undefined;
}
