// How the time of a task grows with the size of its input.

/** A task whose time should grow with the size of its input, and hardly faster. */
export interface Shape {
  /** The area and the input: `code: else-if chain, typescript`. */
  name: string;
  /** The first size; the next ones are twice as large each. Its unit is whatever is repeated. */
  from?: number;
  /** The greatest size; larger inputs are refused or cut. */
  to?: number;
  /** Prepares the input of a size and returns the task that is measured. A task must not reuse the results of another. */
  prepare(size: number): Task | Promise<Task>;
}

/** The measured task; it returns the CPU time that is not our own, in milliseconds, if there is any. */
type Task = () => unknown;

/** One size, and the CPU time of its task in milliseconds. */
interface Point {
  size: number;
  time: number;
}

/** The result for a shape. */
export interface Growth {
  /** The exponent of the power of the size by which the time grows; 0 if it was too short to be measured. */
  exponent: number;
  /** The last size that was measured. */
  last: Point;
}

/** Shorter times, in milliseconds, say little: compilation and garbage collection are a large part of them. */
const least = 40;
/** The exponent is that of the last sizes, this many at most. */
const maximumPoints = 4;
/** Sizes beyond this need more memory than there may be. */
const maximumSize = 1 << 21;

/** CPU time that the parser has taken, in milliseconds: how that grows is no property of our own loops. */
let parserTime = 0;

/** Makes a function of the parser count its time as that of the parser; returns a function that undoes that. */
export function countAsParser(owner: object, method: string): () => void {
  const methods = owner as Record<string, (...args: unknown[]) => unknown>;
  const original = methods[method];
  if (!original) throw new Error(`The parser has no ${method}.`);
  methods[method] = function counted(this: unknown, ...args: unknown[]) {
    const start = cpuTime();
    try {
      return original.apply(this, args);
    } finally {
      parserTime += cpuTime() - start;
    }
  };
  return () => {
    methods[method] = original;
  };
}

/** Doubles the input of a shape until its task takes `enough` milliseconds, and returns how its time grew. */
export async function measure(shape: Shape, enough = 1000): Promise<Growth> {
  const points: Point[] = [];
  const to = shape.to ?? maximumSize;
  for (let size = shape.from ?? 64; size <= to; size *= 2) {
    const time = await timeOf(shape, size, enough);
    points.push({ size, time });
    if (time >= enough) break;
  }
  const last = points.at(-1) ?? { size: 0, time: 0 };
  const long = points.filter(({ time }) => time >= least).slice(-maximumPoints);
  return { exponent: long.length < 2 ? 0 : slopeOf(long), last };
}

/** A task of this many milliseconds is long enough to be compared with one on a larger input. */
const comparable = 15;
/** How much larger the other input is. */
const factor = 4;

/**
 * Returns how much longer the task of a shape takes for an input four times as large: about four times if the time grows
 * with the size, sixteen times if it grows with its square. Returns 0 if it takes no time worth mentioning for any size.
 * The first input is the smallest one that takes long enough, or one that takes `longer` times that.
 */
export async function growthFactor(shape: Shape, longer = 1): Promise<number> {
  const to = shape.to ?? maximumSize / 8;
  const enough = comparable * longer;
  for (let size = shape.from ?? 64; size * factor <= to; size *= 2) {
    const isLast = size * factor * 2 > to;
    if ((await timeOf(shape, size, enough)) < (isLast ? comparable : enough)) continue;
    // Once more, several times: the first runs are those before compilation.
    const time = await timeOf(shape, size, Number.POSITIVE_INFINITY);
    // Where there is a doubt, the longer input gets as many chances as the other one.
    const runs = longer > 1 ? Number.POSITIVE_INFINITY : comparable;
    if (time >= comparable / 2) return (await timeOf(shape, size * factor, runs)) / time;
  }
  return 0;
}

/** Returns the CPU time of a shape's task in milliseconds; of a short one, the shortest of several runs. */
async function timeOf(shape: Shape, size: number, enough: number): Promise<number> {
  let shortest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3 && shortest > 0; run++) {
    const task = await shape.prepare(size);
    const [start, parserStart] = [cpuTime(), parserTime];
    await task();
    const time = cpuTime() - start - (parserTime - parserStart);
    shortest = Math.min(shortest, time);
    if (time > enough / 4) break;
  }
  return shortest;
}

function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Returns the slope of the line nearest to the logarithms of sizes and times. */
function slopeOf(points: readonly Point[]): number {
  const all = points.map(({ size, time }) => ({ x: Math.log(size), y: Math.log(time) }));
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [middleX, middleY] = [mean(all.map(({ x }) => x)), mean(all.map(({ y }) => y))];
  const covariance = all.reduce((sum, { x, y }) => sum + (x - middleX) * (y - middleY), 0);
  return covariance / all.reduce((sum, { x }) => sum + (x - middleX) ** 2, 0);
}
