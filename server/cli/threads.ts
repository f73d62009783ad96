import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { loadEngine } from "./engine.ts";
import { type ScannedFile, Scanner } from "./scanned.ts";

/** Each has a catalog and a parser of its own, and memory is not to grow with the machine. */
const maximumThreads = 2;
/** In MB; without a limit, a thread leaves its garbage lying for long. */
const resourceLimits = { maxYoungGenerationSizeMb: 3, maxOldGenerationSizeMb: 320 };

/** Files that a thread was given, and what it told of them so far. */
interface Waiting {
  files: number;
  found: ScannedFile[];
  resolve: (found: ScannedFile[]) => void;
  reject: (error: unknown) => void;
}

interface Thread {
  worker: Worker;
  waiting: Waiting[];
}

/** Other threads that scan files. */
export class Threads {
  #threads: Thread[] = [];

  /** What the files hold, in their order. */
  scan(paths: readonly string[]): Promise<ScannedFile[]> {
    while (this.#threads.length < maximumThreads) this.#threads.push(start());
    const thread = this.#threads.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a));
    return new Promise((resolve, reject) => {
      thread.waiting.push({ files: paths.length, found: [], resolve, reject });
      thread.worker.postMessage(paths);
    });
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
    this.#threads = [];
  }
}

function start(): Thread {
  const thread: Thread = { worker: new Worker(__filename, { resourceLimits }), waiting: [] };
  thread.worker.on("message", (file: ScannedFile) => {
    const [first] = thread.waiting;
    if (!first || first.found.push(file) < first.files) return;
    thread.waiting.shift();
    first.resolve(first.found);
  });
  thread.worker.on("error", (error) => {
    for (const { reject } of thread.waiting.splice(0)) reject(error);
  });
  return thread;
}

/** Answers to {@link Threads} where this is one of its threads; tells whether it is. */
export function serve(): boolean {
  const port = parentPort;
  if (isMainThread || !port) return false;
  const loading = loadEngine().then((engine) => new Scanner(engine));
  let last = Promise.resolve();
  port.on("message", (paths: string[]) => {
    last = last.then(async () => {
      const scanner = await loading;
      // One by one: a single file can hold more than a thread has room for several times.
      for (const path of paths) port.postMessage(await scanner.scan(path));
    });
  });
  return true;
}
