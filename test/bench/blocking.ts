// Measures how long texts that are hard to parse keep answers waiting: `npm run bench:blocking -- [LANGUAGE …]`. Each
// text is opened in an editor; the hover in it, and those in another document that are asked for meanwhile, must come in
// time. What counts is how long the server works: how busy the machine is does not matter.
import { parseArgs } from "node:util";
import { languages } from "../../server/syntax/languages/index.ts";
import { patience, type Result, Session } from "./blocking-session.ts";
import { pieces, repeated, staircase } from "./hostile-texts.ts";

/** How long answers in a text, and in another document, may take, in milliseconds. */
const maximum = { own: 1500, other: 100 };
const lengths = [8_000, 40_000];
/** The worst texts of each language are tried once more in this length. */
const [longLength, worstCount] = [1_000_000, 4];

/** The shapes of texts: their names, and how they are written. */
const shapes: [name: string, write: (languageId: string, length: number) => string][] = [
  ...pieces.map((piece): [string, (languageId: string, length: number) => string] => [
    JSON.stringify(piece),
    (languageId, length) => repeated(languageId, piece, length),
  ]),
  ...["a:", "- a:", "if a:", "<a>", "- -"].map(
    (line): [string, (languageId: string, length: number) => string] => [
      `${line} (staircase)`,
      (_, length) => staircase(line, length),
    ],
  ),
];

/** Returns how much of the time that they may take the answers took; above 1, they are late. */
function shareOf({ own, other, isAlive }: Result): number {
  return isAlive ? Math.max(own / maximum.own, other / maximum.other) : Number.POSITIVE_INFINITY;
}

function line(result: Result): string {
  const { language, shape, length, waited, own, other, isAlive } = result;
  const seconds = (time: number) =>
    (time >= patience ? `over ${patience / 1000}` : (time / 1000).toFixed(2)).padStart(7);
  const end = isAlive ? "" : "  no answer afterwards";
  const times = `${seconds(own)} s (${seconds(waited).trim()} s)${String(Math.round(other)).padStart(6)} ms`;
  return `${language.padEnd(16)} ${String(length).padStart(8)} ${times}  ${shape}${end}`;
}

function byShare(results: readonly Result[]): Result[] {
  return results.toSorted((a, b) => shareOf(b) - shareOf(a));
}

const { values, positionals: chosen } = parseArgs({
  options: { every: { type: "string", default: "1" } },
  allowPositionals: true,
});
const session = new Session();
const results: Result[] = [];
for (const { ids } of languages) {
  const id = ids[0];
  if (id === undefined || (chosen.length > 0 && !chosen.includes(id))) continue;
  const ofLanguage: Result[] = [];
  for (const [name, write] of shapes.filter((_, index) => index % Number(values.every) === 0))
    for (const length of lengths) ofLanguage.push(await session.measure(id, name, write(id, length), false));
  for (const { shape } of byShare(ofLanguage).slice(0, worstCount)) {
    const write = shapes.find(([name]) => name === shape)?.[1];
    if (write) ofLanguage.push(await session.measure(id, shape, write(id, longLength), true));
  }
  results.push(...ofLanguage);
  for (const result of byShare(ofLanguage).slice(0, worstCount)) console.log(line(result));
}
session.end();
const late = results.filter((result) => shareOf(result) > 1);
console.log(
  `${results.length} texts: ${late.length} keep an answer waiting longer than ${maximum.own / 1000} s in the text ` +
    `or ${maximum.other} ms in the other document`,
);
for (const result of byShare(results).slice(0, Math.max(10, late.length))) console.log(line(result));
process.exitCode = late.length > 0 ? 1 : 0;
