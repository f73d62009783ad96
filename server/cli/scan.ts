import { languageOfPath } from "../languages/index.ts";
import type { Engine } from "./engine.ts";
import { textsIn } from "./files.ts";
import { print } from "./output.ts";
import { Prefilter } from "./prefilter.ts";
import { Progress } from "./progress.ts";
import { Report } from "./report.ts";
import type { Scanned } from "./scanned.ts";
import { Skipped } from "./skipped.ts";
import { Threads } from "./threads.ts";

/** Flags of `scan`. */
export interface ScanOptions {
  json?: boolean;
  verbose?: boolean;
}

/** `scan`: every literal believed to be an error code in files and folders, one JSON object a line, or a report. */
export async function scan(
  engine: Engine,
  paths: string[],
  { json, verbose }: ScanOptions,
): Promise<number> {
  // Lines and a moving one do not go together on one screen.
  const progress = new Progress(!(json && process.stdout.isTTY));
  const skipped = new Skipped(verbose ? (line) => progress.say(line) : undefined);
  const report = new Report(engine.catalog);
  let [files, codes] = [0, 0];
  try {
    for await (const found of scannedBelow(engine, paths, skipped)) {
      files++;
      codes += found.length;
      progress.show(files, codes);
      if (!json) report.add(found);
      else if (found.length > 0) print(found.map((one) => JSON.stringify(one)).join("\n"));
    }
  } finally {
    progress.clear();
  }
  if (json) return 0;
  report.print();
  if (skipped.sum) print(skipped.sum);
  return 0;
}

/** What stands in each file, in the order of the files; files that cannot hold a code have none. */
async function* scannedBelow(engine: Engine, paths: string[], skipped: Skipped): AsyncGenerator<Scanned[]> {
  const prefilter = new Prefilter(engine.catalog, engine.speller);
  const threads = new Threads(engine, prefilter);
  const reading: Promise<Scanned[]>[] = [];
  try {
    for await (const file of textsIn(paths, () => true, (one) => skipped.add(one))) {
      if (!prefilter.mayHoldCodes(file.text, languageOfPath(file.path))) yield [];
      else reading.push(threads.read(file));
      while (threads.full || reading.length > 64) yield (await reading.shift()) ?? [];
    }
    for (const one of reading) yield await one;
  } finally {
    await threads.close();
  }
}
