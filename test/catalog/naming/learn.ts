import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { textOfCode } from "../../../catalog/naming/code-words.ts";
import { featuresOf } from "../../../catalog/naming/evidence.ts";
import { describedIn } from "./described.ts";
import { type Example, learn } from "./regression.ts";
import { type Described, teacherFrom } from "./teacher.ts";
import { type Labelled, truth } from "./truth.ts";

// Learns what words of codes speak for which concept, and writes `catalog/naming/evidence-weights.json`:
// `npm run learn:names -- TABLE…`. The tables are vendors', one for each provider, whose id is the name of the file:
// tab-separated values, compressed by gzip or not, with the columns `code`, perhaps `http_status`, and sentences in those
// called `vendor_…` and `api_message`. Only weights of words are kept of them. The entries that nobody looks at are left
// out, in the tables too. The same tables and entries give the same weights.

/** How much an entry counts, and a code that is labelled by what its vendor says about it. */
const [entryWeight, describedWeight] = [6, 1];
/** Smaller weights, in log odds, are not kept. */
const smallestWeight = 0.3;
/** Weights are kept as whole fifths. */
const scale = 5;

const tables = process.argv.slice(2);
if (tables.length === 0) throw new Error("Usage: npm run learn:names -- TABLE…");

const { development, heldOut } = await truth();
const concepts = [...new Set(development.map(({ concept }) => concept))].sort();
const key = ({ provider, code }: Pick<Described, "provider" | "code">) =>
  `${provider} ${code.toLowerCase().replace(/[^a-z0-9]/g, "")}`;
const unseen = new Set(heldOut.map(key));
const described = (await describedIn(tables)).filter((one) => !unseen.has(key(one)));

const labels = new Map(development.map((entry) => [key(entry), entry]));
const said = new Map(described.map((one) => [key(one), one]));
const teacher = teacherFrom(development.flatMap(withSentences), concepts.length);

const examples = [
  ...development.map((entry) => exampleOf(entry, sharesOfLabel(entry), entryWeight)),
  ...described
    .filter((one) => !labels.has(key(one)))
    .map((one) => exampleOf(one, teacher(one), describedWeight)),
];
const weights = learn(examples, {
  labelCount: concepts.length,
  rounds: 12,
  learningRate: 0.06,
  fewestExamples: 2,
  sparsity: 0.02,
});
const lines = [...weights].flatMap(([feature, row]) => {
  const kept = [...row].flatMap((weight, at) =>
    Math.abs(weight) < smallestWeight ? [] : `${at}:${Math.round(weight * scale)}`,
  );
  return kept.length === 0 ? [] : `${feature} = ${kept.join(" ")}`.trimStart();
});
const path = join(import.meta.dirname, "../../../catalog/naming/evidence-weights.json");
await writeFile(path, `${JSON.stringify({ concepts, weights: lines.sort() }, undefined, 2)}\n`);
console.log(`${development.length} entries, ${examples.length} examples, ${lines.length} features`);

/** Returns an entry with its own text, and with what its vendor says about the code. */
function withSentences(entry: Labelled): { described: Described; shares: Float64Array }[] {
  const vendor = said.get(key(entry));
  const shares = sharesOfLabel(entry);
  const own = { ...entry, httpStatus: vendor?.httpStatus ?? [], sentences: entry.summaries };
  return [own, ...(vendor ? [vendor] : [])].map((one) => ({ described: one, shares }));
}

function sharesOfLabel({ concept }: Labelled): Float64Array {
  return Float64Array.from(concepts, (id) => Number(id === concept));
}

function exampleOf({ code }: { code: string }, shares: Float64Array, weight: number): Example {
  return { features: [...featuresOf(textOfCode(code))], shares, weight };
}
