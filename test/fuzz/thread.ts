// Fuzzes one kind in a thread of its own, which the main thread can end.
import { parentPort, workerData } from "node:worker_threads";
import fc from "fast-check";
import { kinds } from "./kinds/index.ts";

/** The number of inputs of one seed; the next ones come from the next seed. */
const batch = 10;
/** In milliseconds: a failing input is not made smaller for longer than this. */
const maximumShrinking = 60_000;

const {
  kind: name,
  seed: firstSeed,
  seconds,
} = workerData as { kind: string; seed: number; seconds: number };
const kind = kinds.find((one) => one.name === name);
if (!kind) throw new Error(`There is no kind '${name}'.`);

/** Returns how the failing input of a seed, made as small as possible, is printed. */
async function fuzz(property: fc.IAsyncProperty<unknown>, seed: number): Promise<string | undefined> {
  const details = await fc.check(property, {
    seed,
    numRuns: batch,
    interruptAfterTimeLimit: seconds * 1000 + maximumShrinking,
  });
  if (!details.failed || details.counterexample === null) return undefined;
  const error = details.errorInstance;
  return `found ${fc.stringify(details.counterexample)}\n${error instanceof Error ? error.stack : error}`;
}

const started = performance.now();
const { property, stop } = await kind.start();
const elapsed = () => (performance.now() - started) / 1000;
let found: string | undefined;
let seed = firstSeed;
while (!found && (seed === firstSeed || elapsed() < seconds)) {
  parentPort?.postMessage({ seed });
  found = await fuzz(property, seed++);
}
await stop?.();
const clean = `nothing found in ${batch * (seed - firstSeed)} inputs, ${Math.round(elapsed())} s`;
parentPort?.postMessage(found ? { found } : { clean });
