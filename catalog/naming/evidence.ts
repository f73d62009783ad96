import type { CodeText } from "./code-words.ts";
import learned from "./evidence-weights.json" with { type: "json" };

// What words of codes speak for, as learned from the entries that have texts of their own, and from what vendors say about
// other codes: `npm run learn:names` writes `evidence-weights.json`. A line gives a feature and its weights, `feature = concept:weight …`, with the position of the
// concept in the list and fifths of log odds.

/** The concepts that words can speak for, in the order of the evidence. */
export const concepts: readonly string[] = learned.concepts;

let weightsOfFeatures: ReadonlyMap<string, readonly Weight[]> | undefined;

interface Weight {
  /** The position of the concept. */
  at: number;
  logOdds: number;
}

/** How many letters of a word its forms have in common: `expire`, `expired`, `expiration`. */
const stemLength = 5;

/**
 * Returns the features of a text: its words, pairs of them, the beginnings of words (`expir~`), the first (`<`) and the
 * last (`>`) word, and the first (`^`) and last (`$`) segment as a whole.
 */
export function featuresOf(text: CodeText): Set<string> {
  const segments = text.split(" . ");
  const words = text.split(" ").filter((word) => word !== ".");
  const features = new Set([
    "",
    `^${segments[0]}`,
    `$${segments.at(-1)}`,
    `<${words[0]}`,
    `>${words.at(-1)}`,
  ]);
  for (const [at, word] of words.entries()) {
    features.add(word).add(`${word.slice(0, stemLength)}~`);
    if (at > 0) features.add(`${words[at - 1]} ${word}`);
  }
  return features;
}

/** Returns how much the words of a text speak for each of the concepts, in log odds. */
export function evidenceIn(text: CodeText): Float64Array {
  weightsOfFeatures ??= read();
  const evidence = new Float64Array(concepts.length);
  for (const feature of featuresOf(text)) {
    for (const { at, logOdds } of weightsOfFeatures.get(feature) ?? [])
      evidence[at] = (evidence[at] ?? 0) + logOdds;
  }
  return evidence;
}

function read(): Map<string, Weight[]> {
  return new Map(
    learned.weights.map((line) => {
      const [feature = "", list = ""] = line.split(/ ?= /);
      const weights = list.split(" ").map((pair): Weight => {
        const [at, fifths] = pair.split(":").map(Number);
        return { at: at ?? 0, logOdds: (fifths ?? 0) / 5 };
      });
      return [feature, weights];
    }),
  );
}
