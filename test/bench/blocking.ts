// Measures how long texts that are hard to parse keep answers waiting: `npm run bench:blocking -- [LANGUAGE …]`. Each
// text is opened in an editor; the hover in it, and the one in another document that is asked for right after, must
// come in time.
import { parseArgs } from "node:util";
import { languages } from "../../server/syntax/languages/index.ts";
import { Client } from "../server/harness/client.ts";
import type { OpenDocument } from "../server/harness/open-document.ts";
import { pieces, repeated, staircase } from "./hostile-texts.ts";

/** No answer may take longer, in milliseconds. */
const maximumTime = 1500;
/** Then the server is ended, in milliseconds. */
const patience = 20_000;
const lengths = [8_000, 40_000];
/** The worst texts of each language are tried once more in this length. */
const [longLength, worstCount] = [1_000_000, 4];

interface Result {
  language: string;
  shape: string;
  length: number;
  /** How long the hover in the text took, and the one in the other document; in milliseconds. */
  own: number;
  other: number;
  /** Whether the other hover came, and was right. */
  isAlive: boolean;
}

const neighbour = `if (error.code === "AuthFailure.Signature|Expire") {}`;

/** A server with an open document beside which texts are opened. */
class Session {
  #client: Client | undefined;
  #other: OpenDocument | undefined;

  async measure(language: string, shape: string, text: string): Promise<Result> {
    this.#client ??= await Client.start();
    this.#other ??= await this.#client.open("typescript", neighbour);
    await this.#other.hover();
    const document = await this.#client.open(language, `|${text}`);
    const position = document.document.positionAt(text.length / 2);
    const [own, other] = await Promise.all([timed(document.hover(position)), timed(this.#other.hover())]);
    const isAlive = other.answer !== undefined && other.answer !== null;
    if (own.answer === undefined || !isAlive) this.end();
    else await document.close();
    return { language, shape, length: text.length, own: own.time, other: other.time, isAlive };
  }

  end(): void {
    this.#client?.kill();
    this.#client = undefined;
    this.#other = undefined;
  }
}

/** Waits for an answer; it is undefined if it does not come. */
async function timed<T>(answer: Promise<T>): Promise<{ time: number; answer: T | undefined }> {
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  const first = await Promise.race([answer.catch(() => undefined), limit]);
  clearTimeout(timer);
  return { time: performance.now() - start, answer: first };
}

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

function worstOf({ own, other, isAlive }: Result): number {
  return isAlive ? Math.max(own, other) : Number.POSITIVE_INFINITY;
}

function line(result: Result): string {
  const { language, shape, length, own, other, isAlive } = result;
  const seconds = (time: number) =>
    (time >= patience ? `over ${patience / 1000}` : (time / 1000).toFixed(2)).padStart(7);
  const end = isAlive ? "" : "  no answer afterwards";
  return `${language.padEnd(16)} ${String(length).padStart(8)} ${seconds(own)} s ${seconds(other)} s  ${shape}${end}`;
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
    for (const length of lengths) ofLanguage.push(await session.measure(id, name, write(id, length)));
  const worst = ofLanguage.toSorted((a, b) => worstOf(b) - worstOf(a)).slice(0, worstCount);
  for (const { shape } of worst) {
    const write = shapes.find(([name]) => name === shape)?.[1];
    if (write) ofLanguage.push(await session.measure(id, shape, write(id, longLength)));
  }
  results.push(...ofLanguage);
  for (const result of ofLanguage.toSorted((a, b) => worstOf(b) - worstOf(a)).slice(0, worstCount))
    console.log(line(result));
}
session.end();
const late = results.filter((result) => worstOf(result) > maximumTime);
const others = Math.max(...results.map(({ other }) => other));
console.log(
  `${results.length} texts: ${late.length} keep an answer waiting longer than ${maximumTime / 1000} s; ` +
    `the other document waits ${(others / 1000).toFixed(2)} s at most`,
);
for (const result of late) console.log(line(result));
console.log("The other document waits longest for:");
for (const result of results.toSorted((a, b) => b.other - a.other).slice(0, 2 * worstCount))
  console.log(line(result));
process.exitCode = late.length > 0 ? 1 : 0;
