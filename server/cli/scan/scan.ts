import { availableParallelism } from "node:os";
import { type DisplayLanguage, localize } from "../../../catalog/model/localized-text.ts";
import { toVisibleJson } from "../../../catalog/model/visible-text.ts";
import type { Engine } from "../engine.ts";
import { FileFinder } from "../files.ts";
import { foldersOf } from "../folders.ts";
import { print } from "../terminal/output.ts";
import { Progress } from "../terminal/progress.ts";
import { SkippedFiles } from "../terminal/skipped-files.ts";
import { cannotRead } from "../unparsed-file.ts";
import type { FileScan } from "./file-scan.ts";
import { ScanReport } from "./report.ts";
import { ScanThreadPool, type ThreadData } from "./threads.ts";

/** Options of the `scan` command. */
export interface ScanOptions {
  json?: boolean;
  verbose?: boolean;
  lang: DisplayLanguage;
  /** Whether configurations may name files outside their repository. */
  allowOutside?: boolean;
  /** Whether SDKs outside the folders count. */
  sdk?: boolean;
}

/**
 * Runs `scan`: prints the literals recognised as error codes in files and folders, as one JSON object per line or as a
 * report. Returns the exit code.
 */
export async function scan(
  load: () => Promise<Engine>,
  paths: string[],
  { json, verbose, lang, allowOutside = false, sdk = false }: ScanOptions,
): Promise<number> {
  // JSON lines and a progress line would overwrite each other on the same terminal.
  const progress = new Progress(!(json && process.stdout.isTTY), lang);
  const skipped = new SkippedFiles(verbose ? (line) => progress.say(line) : undefined);
  let loading: Promise<Engine> | undefined;
  const engine = () => {
    loading ??= load();
    return loading;
  };
  const report = json ? undefined : new ScanReport((await engine()).catalog, lang);
  const finder = new FileFinder({
    projects: async () => (await engine()).projects,
    skip: (skip) => skipped.add(skip),
    warn: (line) => progress.say(line),
    lang,
  });
  let [files, codes] = [0, 0];
  const data: ThreadData = { allowOutside, sdk, folders: foldersOf(paths) };
  try {
    for await (const { files: count, found, skipped: skip } of scanFiles(
      engine,
      finder.filesIn(paths),
      data,
    )) {
      if (skip) skipped.add(skip);
      if (skip?.isUnparsed && !verbose) progress.say(cannotRead(skip));
      files += count;
      codes += found.length;
      progress.show(files, codes, "error code");
      if (report) report.add(found);
      else if (found.length > 0) print(found.map((literal) => toVisibleJson(literal)).join("\n"));
    }
  } finally {
    progress.clear();
  }
  if (!report) return 0;
  report.print();
  if (skipped.summary) print(localize(skipped.summary, lang));
  return 0;
}

/** The number of files that a thread is sent at once, and how many such batches may be pending. */
const [batchSize, maximumPending] = [16, 6];
/** Up to this many files are scanned faster in this thread than it takes another thread to start. */
const maximumWithoutThreads = 128;

/** Yields the scan results in the order of the files; many files are scanned by worker threads. */
async function* scanFiles(
  engine: () => Promise<Engine>,
  paths: AsyncIterable<string>,
  data: ThreadData,
): AsyncGenerator<FileScan> {
  const threads = availableParallelism() > 1 ? new ScanThreadPool(data) : undefined;
  const pending: Promise<FileScan[]>[] = [];
  let [batch, size] = [[] as string[], maximumWithoutThreads];
  try {
    for await (const path of paths) {
      if (batch.push(path) < size || !threads) continue;
      // There are many files: from here on, batches go to the threads.
      size = batchSize;
      for (; batch.length > 0; batch = batch.slice(size))
        pending.push(deferRejection(threads.scan(batch.slice(0, size))));
      while (pending.length > maximumPending) yield* (await pending.shift()) ?? [];
    }
    if (threads && size === batchSize) pending.push(deferRejection(threads.scan(batch)));
    for (const scans of pending) yield* await scans;
    if (size === batchSize) return;
    const { Scanner } = await import("./file-scan.ts");
    const scanner = new Scanner(await engine());
    for (const path of batch) yield await scanner.scan(path);
  } finally {
    await threads?.close();
  }
}

/** Keeps a rejection from being reported as unhandled before the promise is awaited. */
function deferRejection<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
