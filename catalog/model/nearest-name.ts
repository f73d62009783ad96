import distance from "damerau-levenshtein";

/** The one of some names that is nearest to what was written, if it is near. */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const near = names.map((name) => ({
    name,
    steps: distance(written.toLowerCase(), name.toLowerCase()).steps,
  }));
  const [best] = near.sort((a, b) => a.steps - b.steps);
  return best && best.steps <= Math.max(2, Math.floor(written.length / 4)) ? best.name : undefined;
}
