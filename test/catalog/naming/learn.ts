import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { textOfCode } from "../../../catalog/naming/code-words.ts";
import { featuresOf } from "../../../catalog/naming/evidence.ts";
import { type Labelled, truth } from "./truth.ts";

// Learns what words of codes speak for which concept, and writes `catalog/naming/evidence-weights.json`:
// `npm run learn:names`. It learns from the development entries alone, by multinomial logistic regression; the same
// entries give the same weights.

const rounds = 20;
const learningRate = 0.3;
const decay = 1e-3;
/** A feature that fewer entries have is not kept. */
const fewestEntries = 2;
/** Smaller weights, in log odds, are not kept. */
const smallestWeight = 0.5;

interface Row {
  features: Float64Array[];
  concept: number;
}

const { development } = await truth();
const concepts = [...new Set(development.map(({ concept }) => concept))].sort();
const weights = weightsOf(development);
learn(development);

const lines = [...weights].flatMap(([feature, row]) => {
  const kept = [...row].flatMap((weight, at) =>
    Math.abs(weight) < smallestWeight ? [] : `${at}:${Math.round(weight * 10)}`,
  );
  return kept.length === 0 ? [] : `${feature} = ${kept.join(" ")}`.trimStart();
});
const path = join(import.meta.dirname, "../../../catalog/naming/evidence-weights.json");
await writeFile(path, `${JSON.stringify({ concepts, weights: lines.sort() }, undefined, 2)}\n`);
console.log(`${development.length} entries, ${lines.length} features`);

/** Returns a weight of zero for each concept, for each feature that is not rare. */
function weightsOf(entries: readonly Labelled[]): Map<string, Float64Array> {
  const features = entries.flatMap(({ code }) => [...featuresOf(textOfCode(code))]);
  const counts = Map.groupBy(features, (feature) => feature);
  const frequent = [...counts].filter(([, { length }]) => length >= fewestEntries);
  return new Map(frequent.map(([feature]) => [feature, new Float64Array(concepts.length)]));
}

function learn(entries: readonly Labelled[]): void {
  const rows = entries.map(({ code, concept }): Row => {
    const features = [...featuresOf(textOfCode(code))].flatMap((feature) => weights.get(feature) ?? []);
    return { features, concept: concepts.indexOf(concept) };
  });
  for (let round = 0; round < rounds; round++) {
    for (const row of rows) step(row, learningRate / (1 + round / 10));
  }
}

/** Moves the weights of one entry's features towards its concept. */
function step({ features, concept }: Row, rate: number): void {
  const scores = concepts.map((_, at) => features.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((a, b) => a + b, 0);
  const errors = powers.map((power, at) => Number(at === concept) - power / total);
  for (const row of features)
    for (let at = 0; at < row.length; at++)
      row[at] = (row[at] ?? 0) * (1 - rate * decay) + rate * (errors[at] ?? 0);
}
