import { availableParallelism } from "node:os";
import type { Engine } from "../engine.ts";
import { filesIn } from "../files.ts";
import { print } from "../terminal/output.ts";
import { Progress } from "../terminal/progress.ts";
import { SkippedFiles } from "../terminal/skipped-files.ts";
import type { FileScan } from "./file-scan.ts";
import { Report } from "./report.ts";
import { Threads } from "./threads.ts";

/** Flags of `scan`. */
export interface ScanOptions {
  json?: boolean;
  verbose?: boolean;
}

/** `scan`: every literal believed to be an error code in files and folders, one JSON object a line, or a report. */
export async function scan(
  load: () => Promise<Engine>,
  paths: string[],
  { json, verbose }: ScanOptions,
): Promise<number> {
  // Lines and a moving one do not go together on one screen.
  const progress = new Progress(!(json && process.stdout.isTTY));
  const skipped = new SkippedFiles(verbose ? (line) => progress.say(line) : undefined);
  const report = json ? undefined : new Report((await load()).catalog);
  let [files, codes] = [0, 0];
  try {
    for await (const { files: count, found, skipped: skip } of scannedBelow(load, paths, skipped)) {
      if (skip) skipped.add(skip);
      files += count;
      codes += found.length;
      progress.show(files, codes);
      if (report) report.add(found);
      else if (found.length > 0) print(found.map((one) => JSON.stringify(one)).join("\n"));
    }
  } finally {
    progress.clear();
  }
  if (!report) return 0;
  report.print();
  if (skipped.sum) print(skipped.sum);
  return 0;
}

/** How many files are scanned between two looks at them, and how many such batches wait. */
const [batchSize, maximumWaiting] = [16, 6];
/** As many files are scanned before another thread could have started. */
const few = 128;

/** What stands in each file, in the order of the files. */
async function* scannedBelow(
  load: () => Promise<Engine>,
  paths: string[],
  skipped: SkippedFiles,
): AsyncGenerator<FileScan> {
  const threads = availableParallelism() > 1 ? new Threads() : undefined;
  const scanning: Promise<FileScan[]>[] = [];
  let [batch, size] = [[] as string[], few];
  try {
    for await (const path of filesIn(paths, (one) => skipped.add(one))) {
      if (batch.push(path) < size || !threads) continue;
      // From here on it is known that there are many.
      size = batchSize;
      for (; batch.length > 0; batch = batch.slice(size))
        scanning.push(handled(threads.scan(batch.slice(0, size))));
      while (scanning.length > maximumWaiting) yield* (await scanning.shift()) ?? [];
    }
    if (threads && size === batchSize) scanning.push(handled(threads.scan(batch)));
    for (const one of scanning) yield* await one;
    if (size === batchSize) return;
    const { Scanner } = await import("./file-scan.ts");
    const scanner = new Scanner(await load());
    for (const path of batch) yield await scanner.scan(path);
  } finally {
    await threads?.close();
  }
}

/** A promise whose failure is told where it is awaited, and not before. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
