// How the time for long broken texts grows with their length: `npm run bench:broken`. The peer is the same text four
// times shorter: reading in one pass takes four times as long, going back at every step sixteen times.
import { responseCodesIn } from "../../server/syntax/embedded.ts";
import { dart } from "../../server/syntax/languages/dart.ts";
import { groovy } from "../../server/syntax/languages/groovy.ts";
import { lua } from "../../server/syntax/languages/lua.ts";
import { sql } from "../../server/syntax/languages/sql.ts";
import { swift } from "../../server/syntax/languages/swift.ts";
import { brokenStretches, brokenStrings } from "./broken-texts.ts";

/** Growth beyond this is no longer that of one pass, whatever else the machine does. */
const mostGrowth = 8;

/** Milliseconds that the processor needs, in the least of five runs. */
function time(read: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    read();
    return process.cpuUsage(start).user / 1000;
  });
  return Math.min(...times);
}

/** Prints how the time grows where a text is four times as long, and tells whether it is by too much. */
function grows(name: string, stretch: string, length: number, read: (text: string) => void): boolean {
  const [short, long] = [length / 4, length].map((size) => {
    const text = stretch.repeat(size / stretch.length);
    return time(() => read(text));
  }) as [number, number];
  const growth = long / short;
  console.log(
    `${name.padEnd(8)} ${stretch.padEnd(14)} ${long.toFixed(1).padStart(7)} ms  ${growth.toFixed(1)}×`,
  );
  return growth > mostGrowth;
}

const readers = [dart, groovy, lua, sql, swift].map((language) => {
  if (!("read" in language)) throw new Error(`${language.name} is not read by its tokens.`);
  return { name: language.name, read: language.read };
});
const steep = [
  ...readers.flatMap(({ name, read }) =>
    brokenStretches.filter((stretch) => grows(name, stretch, 320_000, read)),
  ),
  ...brokenStrings.filter((stretch) =>
    grows("strings", stretch, 4_000_000, (text) => responseCodesIn(`code${text}`, 0)),
  ),
];
console.log(`${steep.length} grow faster than the text`);
process.exitCode = steep.length > 0 ? 1 : 0;
