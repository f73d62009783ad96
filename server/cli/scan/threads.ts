import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { EngineOptions } from "../engine.ts";
import type { FileScan } from "./file-scan.ts";

/** Each thread has its own catalog and parser; the limit keeps memory use independent of the number of cores. */
const maximumThreads = 2;
/** In MB; without limits, threads collect garbage too late. */
const resourceLimits = { maxYoungGenerationSizeMb: 3, maxOldGenerationSizeMb: 320 };

/** The program itself: a thread that starts as it does uses what was compiled of it before. */
const program = join(__dirname, "cli.js");

/** A batch of files sent to a thread, with the results received so far. */
interface PendingBatch {
  /** The number of files without a result. */
  files: number;
  found: FileScan[];
  resolve: (found: FileScan[]) => void;
  reject: (error: unknown) => void;
}

/** What a thread is started with. */
export type ThreadData = Required<EngineOptions>;

interface Thread {
  worker: Worker;
  pending: PendingBatch[];
}

/** A pool of worker threads that scan files. */
export class ScanThreadPool {
  readonly #data: ThreadData;
  #threads: Thread[] = [];

  /** `data` is what each thread is started with. */
  constructor(data: ThreadData) {
    this.#data = data;
  }

  /** Scans a batch of files in one thread; resolves to the results in the order of the files. */
  scan(paths: readonly string[]): Promise<FileScan[]> {
    // A thread posts a result with the last file of a batch, and none for a batch without files.
    if (paths.length === 0) return Promise.resolve([]);
    while (this.#threads.length < maximumThreads) this.#threads.push(start(this.#data));
    const thread = this.#threads.reduce((a, b) => (b.pending.length < a.pending.length ? b : a));
    return new Promise((resolve, reject) => {
      thread.pending.push({ files: paths.length, found: [], resolve, reject });
      thread.worker.postMessage(paths);
    });
  }

  /** Terminates the threads. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
    this.#threads = [];
  }
}

function start(workerData: ThreadData): Thread {
  const thread: Thread = { worker: new Worker(program, { resourceLimits, workerData }), pending: [] };
  thread.worker.on("message", (part: FileScan) => {
    const [batch] = thread.pending;
    if (!batch) return;
    batch.found.push(part);
    batch.files -= part.files;
    if (batch.files > 0) return;
    thread.pending.shift();
    batch.resolve(batch.found);
  });
  thread.worker.on("error", (error) => {
    for (const { reject } of thread.pending.splice(0)) reject(error);
  });
  return thread;
}
