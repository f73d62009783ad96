import { readName } from "../../../catalog/naming/reading.ts";
import { percent, printGroups } from "../../repositories/tables.ts";
import { builtIn } from "../built-in.ts";
import { type Example, type Guess, type Learner, logisticRegression, mostFrequent } from "./baselines.ts";
import { bucketOf, type Labelled, truth } from "./truth.ts";

// Compares what names of codes say with the labels of the entries that have texts of their own: `npm run score:names`.
// It prints the development entries in detail; with `--held-out`, only figures, of the entries that nobody looks at.

type Label = "kind" | "retry" | "concept";

const labels: readonly Label[] = ["kind", "retry", "concept"];

/** The share of codes, in percent, on which a reader must be sure. */
const wantedShare = 75;

/** What someone says about an entry, and how sure he is. */
type Reader = (entry: Labelled) => Record<Label, Guess> | undefined;

const { concepts } = (await builtIn()).data;
const { development, heldOut } = await truth();
const isHeldOut = process.argv.includes("--held-out");

/** Within the development entries, learners are tried on a fifth that they did not learn from. */
const isTried = (entry: Labelled) => Math.floor(bucketOf(entry) / 5) % 5 === 0;
const learnt = isHeldOut ? development : development.filter((entry) => !isTried(entry));
const asked = isHeldOut ? heldOut : development;
const askedOfLearners = isHeldOut ? heldOut : development.filter(isTried);

const ownReader: Reader = ({ code }) => {
  const reading = readName(code, concepts);
  if (!reading) return undefined;
  const guess = (label: string) => ({ label, sureness: Number(reading.isSure) });
  return { kind: guess(reading.kind), retry: guess(reading.retry), concept: guess(reading.concept) };
};

function learned(learner: Learner): Reader {
  const guesses = labels.map((label) => {
    const examples = learnt.map((entry): Example => ({ code: entry.code, label: entry[label] }));
    return [label, learner(examples)] as const;
  });
  return ({ code }) =>
    Object.fromEntries(guesses.map(([label, guess]) => [label, guess(code)])) as Record<Label, Guess>;
}

/** Prints how often a reader is right, of all entries and of those on which it is surest. */
function printShares(name: string, reader: Reader, entries: readonly Labelled[]): void {
  const cells = labels.map((label) => {
    const answers = entries.map((entry) => {
      const guess = reader(entry)?.[label];
      return { isRight: guess?.label === entry[label], sureness: guess?.sureness ?? -1 };
    });
    answers.sort((a, b) => b.sureness - a.sureness);
    const sure =
      reader === ownReader
        ? answers.filter(({ sureness }) => sureness === 1)
        : answers.slice(0, Math.ceil((answers.length * wantedShare) / 100));
    const rightOf = (some: typeof answers) =>
      percent(some.filter(({ isRight }) => isRight).length, some.length);
    return `${label} ${rightOf(answers)}, sure (${percent(sure.length, answers.length)}) ${rightOf(sure)}`;
  });
  console.log(`${name.padEnd(20)} ${String(entries.length).padStart(5)}   ${cells.join("   ")}`);
}

function printMistakes(): void {
  const rows = asked.map((entry) => ({ entry, reading: readName(entry.code, concepts) }));
  const wrong = rows.filter(({ entry, reading }) =>
    labels.some((label) => reading?.[label] !== entry[label]),
  );
  printGroups(
    "Readings that differ from the entry",
    wrong,
    ({ reading }) => (reading ? `${reading.isSure ? "sure" : "unsure"}: ${reading.concept}` : "no reading"),
    (concept, group) => {
      console.log(`\n${concept}`);
      for (const { entry, reading } of group) {
        const differing = labels.filter((label) => reading?.[label] !== entry[label]);
        console.log(
          `  ${entry.code}: ${differing.map((label) => entry[label]).join(", ")} — ${entry.summary}`,
        );
      }
    },
  );
}

if (!isHeldOut) printMistakes();
console.log(`\n${isHeldOut ? "Held out" : "Development"}: entries, and how many are right`);
printShares("read from the name", ownReader, asked);
printShares("most frequent", learned(mostFrequent), askedOfLearners);
printShares("logistic regression", learned(logisticRegression), askedOfLearners);
