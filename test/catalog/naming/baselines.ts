import { wordsOf } from "../../../catalog/model/words.ts";

/** A guess of a label from a code, with how sure it is: greater is surer. */
export interface Guess {
  label: string;
  sureness: number;
}

/** Learns labels from examples; the result guesses the label of a code. */
export type Learner = (examples: readonly Example[]) => (code: string) => Guess;

/** A code with its label. */
export interface Example {
  code: string;
  label: string;
}

/** Always guesses the label that most examples have. */
export const mostFrequent: Learner = (examples) => {
  const groups = [...Map.groupBy(examples, ({ label }) => label)];
  const [label] = groups.reduce((a, b) => (b[1].length > a[1].length ? b : a));
  return () => ({ label, sureness: 1 });
};

const rounds = 30;
const learningRate = 0.3;
const decay = 1e-4;

/** Multinomial logistic regression by gradient descent over words, pairs of words, and the first and last segment. */
export const logisticRegression: Learner = (examples) => {
  const labels = [...new Set(examples.map(({ label }) => label))];
  const weights = new Map<string, Float64Array>();
  const rows = examples.map(({ code, label }) => ({ features: featuresOf(code), at: labels.indexOf(label) }));
  for (let round = 0; round < rounds; round++) {
    const rate = learningRate / (1 + round / 10);
    for (const { features, at } of rows) {
      const shares = softmax(scoresOf(features, weights, labels.length));
      for (const feature of features) {
        const row = weights.get(feature) ?? new Float64Array(labels.length);
        weights.set(feature, row);
        for (let label = 0; label < row.length; label++)
          row[label] =
            (row[label] ?? 0) * (1 - rate * decay) + rate * (Number(label === at) - (shares[label] ?? 0));
      }
    }
  }
  return (code) => {
    const shares = softmax(scoresOf(featuresOf(code), weights, labels.length));
    const best = shares.reduce((a, share, at) => (share > (shares[a] ?? 0) ? at : a), 0);
    return { label: labels[best] ?? "", sureness: shares[best] ?? 0 };
  };
};

function featuresOf(code: string): string[] {
  const segments = code.split(".");
  const words = wordsOf(code);
  return [
    "always",
    ...words,
    ...words.slice(1).map((word, at) => `${words[at]} ${word}`),
    `first ${segments[0]}`,
    `last ${segments.at(-1)}`,
  ];
}

function scoresOf(
  features: readonly string[],
  weights: ReadonlyMap<string, Float64Array>,
  count: number,
): number[] {
  const scores = Array<number>(count).fill(0);
  for (const feature of features)
    weights.get(feature)?.forEach((weight, at) => {
      scores[at] = (scores[at] ?? 0) + weight;
    });
  return scores;
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}
