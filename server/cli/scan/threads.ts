import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { EngineOptions } from "../engine.ts";
import type { FileScan } from "./file-scan.ts";

/** Each thread has its own catalog and parser; the limit keeps memory use independent of the number of cores. */
const maximumThreads = 2;
/** Another thread is started if so many files wait for the others, and all are busy if so many wait for each of them. */
const [pendingForAnother, maximumPending] = [16, 64];
/** In MB; without limits, threads collect garbage too late. */
const resourceLimits = { maxYoungGenerationSizeMb: 3, maxOldGenerationSizeMb: 320 };

/** The program itself: a thread that starts as it does uses what was compiled of it before. */
const program = join(__dirname, "cli.js");

/** A file sent to a thread, whose result is not received yet. */
interface PendingFile {
  resolve: (scan: FileScan) => void;
  reject: (error: unknown) => void;
}

/** What a thread is started with. */
export type ThreadData = Required<Pick<EngineOptions, "allowOutside" | "sdk" | "folders">>;

interface Thread {
  worker: Worker;
  pending: PendingFile[];
}

/** A pool of worker threads that scan files. */
export class ScanThreadPool {
  /** Whether other threads can run beside this one. To ask the system takes long, and a scan asks for each file. */
  readonly isUseful = availableParallelism() > 1;
  readonly #data: ThreadData;
  #threads: Thread[] = [];

  /** `data` is what each thread is started with. */
  constructor(data: ThreadData) {
    this.#data = data;
  }

  /** Whether all threads have as many files before them as they should. */
  get isBusy(): boolean {
    return (
      this.#threads.length >= maximumThreads &&
      this.#threads.every(({ pending }) => pending.length >= maximumPending)
    );
  }

  /** Scans a file in one of the threads. */
  scan(path: string): Promise<FileScan> {
    const thread = this.#nextThread();
    return new Promise((resolve, reject) => {
      thread.pending.push({ resolve, reject });
      thread.worker.postMessage(path);
    });
  }

  #nextThread(): Thread {
    const [first, ...others] = this.#threads;
    const least = first && others.reduce((a, b) => (b.pending.length < a.pending.length ? b : a), first);
    const isAnotherWanted =
      !least || (least.pending.length >= pendingForAnother && this.#threads.length < maximumThreads);
    if (!isAnotherWanted) return least;
    const started = start(this.#data);
    this.#threads.push(started);
    return started;
  }

  /** Terminates the threads. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
    this.#threads = [];
  }
}

function start(workerData: ThreadData): Thread {
  const thread: Thread = { worker: new Worker(program, { resourceLimits, workerData }), pending: [] };
  thread.worker.on("message", (scan: FileScan) => thread.pending.shift()?.resolve(scan));
  thread.worker.on("error", (error) => {
    for (const { reject } of thread.pending.splice(0)) reject(error);
  });
  return thread;
}
