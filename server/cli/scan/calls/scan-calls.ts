import { localize } from "../../../../catalog/text/localized-text.ts";
import { toVisibleJson } from "../../../../catalog/text/visible-text.ts";
import { mayMakeCalls } from "../../../calls/may-make-calls.ts";
import { textOf } from "../../../workspace/walk/files.node.ts";
import type { Engine } from "../../engine.ts";
import { FileFinder } from "../../files.ts";
import { print } from "../../terminal/output.ts";
import { Progress } from "../../terminal/progress.ts";
import { SkippedFiles } from "../../terminal/skipped-files.ts";
import type { ScanOptions } from "../scan.ts";
import { CallReport } from "./call-report.ts";
import { callsOfFile } from "./file-calls.ts";

/**
 * Runs `scan --calls`: prints the calls of APIs in files and folders, with the codes that are tested in their reach, as
 * one JSON object per line or as a report. Returns the exit code.
 */
export async function scanCalls(
  engine: Engine,
  paths: string[],
  { json, verbose, lang }: ScanOptions,
): Promise<number> {
  // JSON lines and a progress line would overwrite each other on the same terminal.
  const progress = new Progress(!(json && process.stdout.isTTY), lang);
  const skipped = new SkippedFiles(verbose ? (line) => progress.say(line) : undefined);
  const finder = new FileFinder({
    projects: async () => engine.projects,
    folderNames: engine.folderNames,
    skip: (skip) => skipped.add(skip),
    warn: (line) => progress.say(line),
    lang,
  });
  const report = json ? undefined : new CallReport(engine.catalog, lang);
  let [files, count] = [0, 0];
  try {
    for await (const path of finder.filesIn(paths)) {
      const text = textOf(path, (skip) => skipped.add(skip));
      const calls =
        text !== undefined && mayMakeCalls(text, engine.catalog) ? await callsOfFile(engine, path, text) : [];
      if (text !== undefined) files++;
      count += calls.length;
      if (calls.length > 0) progress.clear();
      report?.add(path, calls);
      if (json && calls.length > 0) print(calls.map((call) => toVisibleJson(call)).join("\n"));
      progress.show(files, count, "call");
    }
  } finally {
    progress.clear();
  }
  report?.print();
  if (report && skipped.summary) print(localize(skipped.summary, lang));
  return 0;
}
