import { textOfCode } from "../../../catalog/naming/code-words.ts";
import { featuresOf } from "../../../catalog/naming/evidence.ts";
import { statementOf } from "../../../catalog/naming/statement.ts";
import { type Example, learn, sharesOf, type Training } from "./regression.ts";

// What a vendor says about a code tells its concept better than the code's name. How vendors speak of each concept is
// learned from the entries; what is said of all other codes then labels them, and from these the names are learned.

/** A code, and what is said about it. */
export interface Described {
  provider: string;
  code: string;
  httpStatus: readonly number[];
  sentences: readonly string[];
}

/** Tells how likely each concept is for a code, by what is said about it. */
export type Teacher = (described: Described) => Float64Array;

/** Learns from codes with known concepts. */
export function teacherFrom(
  labelled: readonly { described: Described; shares: Float64Array }[],
  labelCount: number,
): Teacher {
  const training: Training = { labelCount, rounds: 12, learningRate: 0.1, fewestExamples: 2 };
  const examples = labelled.map(
    ({ described, shares }): Example => ({ features: featuresOfDescribed(described), shares, weight: 1 }),
  );
  const weights = learn(examples, training);
  return (described) => sharesOf(weights, labelCount, featuresOfDescribed(described));
}

function featuresOfDescribed({ provider, code, httpStatus, sentences }: Described): string[] {
  const statement = statementOf(code);
  return [
    "",
    `provider ${provider}`,
    ...httpStatus.map((status) => `status ${status}`),
    `says ${statement?.says}`,
    `says ${statement?.says} ${statement?.isSure}`,
    ...[...featuresOf(textOfCode(code))].map((one) => `code ${one}`),
    ...sentences.flatMap((sentence) => [...runsOfWords(sentence), ...runsOfCharacters(sentence)]),
  ];
}

/** Returns the English words of a sentence, pairs and triples of them. */
function runsOfWords(sentence: string): string[] {
  const words =
    sentence
      .toLowerCase()
      .replace(/n['’]t\b/g, " not")
      .match(/[a-z]+/g) ?? [];
  const padded = ["^", ...words, "$"];
  return padded.flatMap((word, at) => [
    word,
    padded.slice(at, at + 2).join(" "),
    padded.slice(at, at + 3).join(" "),
  ]);
}

/** Returns what stands side by side in the Chinese of a sentence, in twos, threes and fours. */
function runsOfCharacters(sentence: string): string[] {
  const runs = sentence.match(/\p{Script=Han}+/gu) ?? [];
  return runs.flatMap((run) =>
    [...run].flatMap((_, at) => [2, 3, 4].flatMap((length) => run.slice(at, at + length))),
  );
}
