import distance from "damerau-levenshtein";

/** The share of the letters of a segment that may be wrong, of short ones one letter. */
const wrongShare = 0.34;

/**
 * Returns how similar a text is to the segments of a code, one by one, from 0 to 1: a misspelling in one segment must not
 * count less for those that are right. Undefined if the text resembles no run of segments in each of its own.
 */
export function segmentSimilarity(written: string, code: string): number | undefined {
  const [own, others] = [segmentsOf(written), segmentsOf(code)];
  const length = own.reduce((sum, segment) => sum + segment.length, 0);
  const total = others.reduce((sum, segment) => sum + segment.length, 0);
  let best: number | undefined;
  for (let start = 0; start + own.length <= others.length; start++) {
    const steps = own.map((segment, index) => stepsTo(segment, others[start + index] ?? ""));
    if (steps.includes(undefined)) continue;
    const wrong = steps.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    best = Math.min(best ?? wrong, wrong);
  }
  if (best === undefined || length === 0) return undefined;
  // Of equally similar codes, those without further segments are meant.
  return 1 - best / length - Math.max(0, total - length) / 1000;
}

function segmentsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[._-]+/)
    .filter(Boolean);
}

/** Returns the number of edits between two segments; undefined if it is too high for a misspelling. */
function stepsTo(written: string, intended: string): number | undefined {
  const limit = Math.max(1, Math.floor(intended.length * wrongShare));
  if (Math.abs(written.length - intended.length) > limit) return undefined;
  const { steps } = distance(written, intended);
  return steps <= limit ? steps : undefined;
}
