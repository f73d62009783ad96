// Measures how the time for long broken texts grows with their length: `npm run bench:broken`. Each text is compared
// with one a quarter as long: parsing in one pass takes four times as long, backtracking at every step sixteen times.
import { responseCodesIn } from "../../server/syntax/embedded.ts";
import { dart } from "../../server/syntax/languages/dart.ts";
import { groovy } from "../../server/syntax/languages/groovy.ts";
import { lua } from "../../server/syntax/languages/lua.ts";
import { sql } from "../../server/syntax/languages/sql.ts";
import { swift } from "../../server/syntax/languages/swift.ts";
import { brokenStretches, brokenStrings } from "./broken-texts.ts";

/** More growth than this is not that of a single pass, even on a busy machine. */
const maximumGrowth = 8;

/** Returns the CPU time of a function in milliseconds, the minimum of five runs. */
function time(parse: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    parse();
    return process.cpuUsage(start).user / 1000;
  });
  return Math.min(...times);
}

/** Prints how the time grows for a text four times as long, and returns whether it grows too fast. */
function growsTooFast(
  name: string,
  fragment: string,
  length: number,
  parse: (text: string) => void,
): boolean {
  const [short, long] = [length / 4, length].map((size) => {
    const text = fragment.repeat(size / fragment.length);
    return time(() => parse(text));
  }) as [number, number];
  const growth = long / short;
  console.log(
    `${name.padEnd(8)} ${fragment.padEnd(14)} ${long.toFixed(1).padStart(7)} ms  ${growth.toFixed(1)}×`,
  );
  return growth > maximumGrowth;
}

const parsers = [dart, groovy, lua, sql, swift].map((language) => {
  if (!("read" in language)) throw new Error(`${language.name} is not parsed by its tokens.`);
  return { name: language.name, parse: language.read };
});
const superlinear = [
  ...parsers.flatMap(({ name, parse }) =>
    brokenStretches.filter((fragment) => growsTooFast(name, fragment, 320_000, parse)),
  ),
  ...brokenStrings.filter((fragment) =>
    growsTooFast("strings", fragment, 4_000_000, (text) => responseCodesIn(`code${text}`, 0)),
  ),
];
console.log(`${superlinear.length} grow faster than the text`);
process.exitCode = superlinear.length > 0 ? 1 : 0;
