// Gives random inputs to every part that reads what others wrote, and looks for results that cannot be right:
// `npm run fuzz -- [--seed N] [--seconds N] [--kind NAME]`. Inputs depend on the seed alone, so that a run with the seed
// of another one meets the same inputs in the same order, as far as its time goes.
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { kinds } from "./kinds/index.ts";

/** In milliseconds: nothing that is given to one input takes this long, starting a server included. */
const maximumSilence = 60_000;

/** Fuzzes one kind in a thread for some seconds, and returns whether nothing was found. */
function fuzz(kind: string, seed: number, seconds: number): Promise<boolean> {
  const worker = new Worker(new URL("./thread.ts", import.meta.url), { workerData: { kind, seed, seconds } });
  const again = `Again: npm run fuzz -- --kind ${kind} --seed`;
  let last = { input: "none", seed };
  return new Promise((resolve) => {
    const end = async (isClean: boolean, text: string) => {
      clearTimeout(watchdog);
      console.log(`${kind}: ${text}`);
      await worker.terminate();
      resolve(isClean);
    };
    const watchdog = setTimeout(
      () => end(false, `no end after ${maximumSilence / 1000} s of ${last.input}\n${again} ${last.seed}`),
      maximumSilence,
    );
    worker.on("message", (message: { input?: string; seed?: number; found?: string; clean?: string }) => {
      watchdog.refresh();
      last = { ...last, ...message };
      if (message.clean !== undefined) end(true, message.clean);
      if (message.found !== undefined) end(false, `${message.found}\n${again} ${last.seed}`);
    });
    worker.on("error", (error) =>
      end(false, `${error.stack ?? error}\nwith ${last.input}\n${again} ${last.seed}`),
    );
  });
}

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    seconds: { type: "string" },
    kind: { type: "string", multiple: true },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const seconds = Number(values.seconds ?? 60);
const names = kinds.map(({ name }) => name);
const wanted = names.filter((name) => values.kind?.includes(name) ?? true);
if (!Number.isInteger(seed) || !(seconds > 0) || wanted.length === 0) {
  console.error(`Usage: --seed INTEGER --seconds NUMBER --kind ${names.join("|")}`);
  process.exit(2);
}
console.log(`seed ${seed}, ${seconds} s for ${wanted.join(", ")}`);
const results: boolean[] = [];
for (const kind of wanted) results.push(await fuzz(kind, seed, seconds / wanted.length));
process.exit(results.every(Boolean) ? 0 : 1);
