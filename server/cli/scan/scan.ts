import { type DisplayLanguage, localize } from "../../../catalog/text/localized-text.ts";
import { toVisibleJson } from "../../../catalog/text/visible-text.ts";
import { problemLines } from "../configuration-problems.ts";
import type { Engine } from "../engine.ts";
import { FileFinder } from "../files.ts";
import { foldersOf } from "../folders.ts";
import { print } from "../terminal/output.ts";
import { Progress } from "../terminal/progress.ts";
import { SkippedFiles } from "../terminal/skipped-files.ts";
import { cannotRead } from "../unparsed-file.ts";
import { type FileScan, Scanner } from "./file-scan.ts";
import { ScanReport } from "./report.ts";
import { ScanQueue } from "./scan-queue.ts";
import { ScanThreadPool, type ThreadData } from "./threads.ts";

/** Options of the `scan` command. */
export interface ScanOptions {
  json?: boolean;
  verbose?: boolean;
  /** Whether calls of APIs are printed rather than codes. */
  calls?: boolean;
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
  engine: Engine,
  paths: string[],
  { json, verbose, lang, allowOutside = false, sdk = false }: ScanOptions,
): Promise<number> {
  // JSON lines and a progress line would overwrite each other on the same terminal.
  const progress = new Progress(!(json && process.stdout.isTTY), lang);
  const skipped = new SkippedFiles(verbose ? (line) => progress.say(line) : undefined);
  const report = json ? undefined : new ScanReport(engine.catalog, lang);
  const finder = new FileFinder({
    projects: async () => engine.projects,
    folderNames: engine.folderNames,
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
      files += skip ? 0 : count;
      codes += found.length;
      progress.show(files, codes, "error code");
      if (report) report.add(found);
      else if (found.length > 0) print(found.map((literal) => toVisibleJson(literal)).join("\n"));
    }
  } finally {
    progress.clear();
  }
  for (const line of await problemLines(engine.projects, lang)) progress.say(line);
  if (!report) return 0;
  report.print(files);
  if (skipped.summary) print(localize(skipped.summary, lang));
  return 0;
}

/** Yields the results of all files, in their order. */
async function* scanFiles(
  engine: Engine,
  paths: AsyncIterable<string>,
  data: ThreadData,
): AsyncGenerator<FileScan> {
  const queue = new ScanQueue(new Scanner(engine), new ScanThreadPool(data));
  try {
    for await (const path of paths) {
      await queue.add(path);
      yield* queue.results(false);
    }
    yield* queue.results(true);
  } finally {
    await queue.close();
  }
}
