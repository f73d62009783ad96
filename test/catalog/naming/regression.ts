/** What an example has, and how likely each label is for it. */
export interface Example {
  features: readonly string[];
  /** The shares of the labels, which add up to 1. */
  shares: Float64Array;
  /** How much it counts, beside others. */
  weight: number;
}

/** The weights of each feature, one for each label, in log odds. */
export type Weights = Map<string, Float64Array>;

export interface Training {
  labelCount: number;
  rounds: number;
  learningRate: number;
  /** A feature that fewer examples have is left out. */
  fewestExamples: number;
  /** Smaller weights, in log odds, are set to zero after each round; the others become smaller by as much. */
  sparsity?: number;
}

const decay = 1e-3;

interface Row {
  features: Float64Array[];
  shares: Float64Array;
  weight: number;
}

/** Multinomial logistic regression by gradient descent. The same examples give the same weights. */
export function learn(examples: readonly Example[], training: Training): Weights {
  const weights = weightsOfZero(examples, training);
  const rows = examples.map(({ features, shares, weight }): Row => {
    return { features: [...new Set(features)].flatMap((one) => weights.get(one) ?? []), shares, weight };
  });
  shuffle(rows);
  for (let round = 0; round < training.rounds; round++) {
    const rate = training.learningRate / (1 + round / 5);
    for (const row of rows) step(row, rate);
    if (training.sparsity && round < training.rounds - 1) shrink(weights, training.sparsity);
  }
  return weights;
}

/** Returns how likely each label is for something that has these features. */
export function sharesOf(weights: Weights, labelCount: number, features: readonly string[]): Float64Array {
  return shares(
    [...new Set(features)].flatMap((one) => weights.get(one) ?? []),
    labelCount,
  );
}

function weightsOfZero(examples: readonly Example[], { fewestExamples, labelCount }: Training): Weights {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const frequent = [...counts].filter(([, count]) => count >= fewestExamples);
  return new Map(frequent.map(([feature]) => [feature, new Float64Array(labelCount)]));
}

/** Mixes rows in place, each time in the same way. */
function shuffle(rows: Row[]): void {
  let seed = 1;
  for (let at = rows.length - 1; at > 0; at--) {
    seed = (seed * 48271) % 2147483647;
    const other = seed % (at + 1);
    const [a, b] = [rows[at], rows[other]];
    if (a && b) [rows[at], rows[other]] = [b, a];
  }
}

/** Moves the weights of one row's features towards its labels. */
function step({ features, shares: wanted, weight }: Row, rate: number): void {
  const guessed = shares(features, wanted.length);
  for (const row of features)
    for (let at = 0; at < row.length; at++)
      row[at] =
        (row[at] ?? 0) * (1 - rate * decay) + rate * weight * ((wanted[at] ?? 0) - (guessed[at] ?? 0));
}

function shrink(weights: Weights, by: number): void {
  for (const row of weights.values())
    for (let at = 0; at < row.length; at++) {
      const weight = row[at] ?? 0;
      row[at] = Math.sign(weight) * Math.max(0, Math.abs(weight) - by);
    }
}

function shares(features: readonly Float64Array[], labelCount: number): Float64Array {
  const scores = new Float64Array(labelCount);
  for (const row of features)
    for (let at = 0; at < labelCount; at++) scores[at] = (scores[at] ?? 0) + (row[at] ?? 0);
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}
