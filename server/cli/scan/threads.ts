import { Worker } from "node:worker_threads";
import type { FileScan } from "./file-scan.ts";

/** Each has a catalog and a parser of its own, and memory is not to grow with the machine. */
const maximumThreads = 2;
/** In MB; without a limit, a thread leaves its garbage lying for long. */
const resourceLimits = { maxYoungGenerationSizeMb: 3, maxOldGenerationSizeMb: 320 };

/** Files that a thread was given, and what it told of them so far. */
interface Waiting {
  /** How many it has not told of. */
  files: number;
  found: FileScan[];
  resolve: (found: FileScan[]) => void;
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
  scan(paths: readonly string[]): Promise<FileScan[]> {
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
  thread.worker.on("message", (part: FileScan) => {
    const [first] = thread.waiting;
    if (!first) return;
    first.found.push(part);
    first.files -= part.files;
    if (first.files > 0) return;
    thread.waiting.shift();
    first.resolve(first.found);
  });
  thread.worker.on("error", (error) => {
    for (const { reject } of thread.waiting.splice(0)) reject(error);
  });
  return thread;
}
