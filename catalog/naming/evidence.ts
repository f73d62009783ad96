import type { CodeText } from "./code-words.ts";
import learned from "./evidence-weights.json" with { type: "json" };

/**
 * What words of codes speak for, as learned from the entries that have texts of their own: `npm run learn:names` writes
 * `evidence-weights.json`. A line gives a feature and its weights, `feature = concept:weight …`, with the position of
 * the concept in the list and tenths of log odds.
 */
const { concepts, weights } = learned;

let weightsOfFeatures:
  | ReadonlyMap<string, readonly (readonly [concept: string, weight: number])[]>
  | undefined;

/** Returns the features of a text: its words, pairs of them, and the first (`^`) and last (`$`) segment as a whole. */
export function featuresOf(text: CodeText): string[] {
  const segments = text.split(" . ");
  const words = text.split(" ").filter((word) => word !== ".");
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
  return [...new Set(["", ...words, ...pairs, `^${segments[0]}`, `$${segments.at(-1)}`])];
}

/** Returns how much the words of a text speak for each concept, in log odds. */
export function evidenceIn(text: CodeText): Map<string, number> {
  weightsOfFeatures ??= read();
  const evidence = new Map(concepts.map((concept) => [concept, 0]));
  for (const feature of featuresOf(text)) {
    for (const [concept, weight] of weightsOfFeatures.get(feature) ?? [])
      evidence.set(concept, (evidence.get(concept) ?? 0) + weight);
  }
  return evidence;
}

function read(): Map<string, [concept: string, weight: number][]> {
  return new Map(
    weights.map((line) => {
      const [feature = "", list = ""] = line.split(/ ?= /);
      const pairs = list.split(" ").map((pair): [string, number] => {
        const [concept, tenths] = pair.split(":");
        return [concepts[Number(concept)] ?? "", Number(tenths) / 10];
      });
      return [feature, pairs];
    }),
  );
}
