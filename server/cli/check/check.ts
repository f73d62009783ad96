import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { type DisplayLanguage, type LocalizedText, localize } from "../../../catalog/text/localized-text.ts";
import { shortened } from "../../../catalog/text/shortened.ts";
import type { Severities } from "../../rules/findings.ts";
import type { Engine } from "../engine.ts";
import { foldersOf } from "../folders.ts";
import { counted } from "../terminal/counted.ts";
import { print } from "../terminal/output.ts";
import { Progress } from "../terminal/progress.ts";
import { SkippedFiles } from "../terminal/skipped-files.ts";
import { UsageError } from "../usage-error.ts";
import { Baseline, type StaleEntry } from "./baseline.ts";
import type { CheckResult } from "./check-result.ts";
import { Checker } from "./checker.ts";
import type { CheckInputs } from "./inputs.ts";
import { type OutputOptions, outputsOf, writeReports } from "./outputs.ts";
import { CheckRun } from "./run.ts";

/** In UTF-16 units. */
const longestText = 1000;

/** Options of the `check` command. */
export interface CheckOptions extends Omit<CheckInputs, "paths">, OutputOptions {
  lang: DisplayLanguage;
  hints?: boolean;
  maxWarnings: number;
  rule?: Severities;
  fix?: boolean;
  baseline?: string;
  updateBaseline?: boolean;
  /** Whether named files that cannot be checked are passed over. */
  ignoreUnknown?: boolean;
  verbose?: boolean;
}

/**
 * Runs `check`: reports the rules' findings in files, folders, globs or standard input. Returns the exit code: 1 for
 * errors or more warnings than allowed, 2 if something could not be read.
 */
export async function check(engine: Engine, paths: string[], options: CheckOptions): Promise<number> {
  validate(paths, options);
  const outputs = outputsOf(options, process.env);
  const isForPeople = outputs.some(({ format, file }) => format === "pretty" && file === undefined);
  const { verbose, baseline: file, updateBaseline = false } = options;
  const progress = new Progress(true, options.lang);
  const warn = (line: string) => progress.say(line);
  // Machine-readable formats require standard output to contain the report alone.
  const writeLine = (line: string) => {
    progress.clear();
    if (isForPeople) print(line);
    else warn(line);
  };
  const skipped = new SkippedFiles(verbose ? warn : undefined);
  const baseline = file === undefined ? undefined : await Baseline.read(file, updateBaseline);
  engine.analyzer.setFolders(foldersOf(paths));
  const checker = new Checker(engine, options.rule ?? {}, options.lang);
  const { projects, folderNames } = engine;
  const say = (text: LocalizedText) => writeLine(localize(text, options.lang));
  const tools = { checker, projects, folderNames, skipped, progress, say, warn, lang: options.lang };
  const run = new CheckRun(tools, options.fix ?? false, options.ignoreUnknown ?? false);
  try {
    await run.check({ ...options, paths });
  } finally {
    progress.clear();
  }
  if (updateBaseline) await baseline?.update(run.found, run.files);
  const { fresh, stale } = baseline?.compare(run.found, run.files) ?? { fresh: run.found, stale: [] };
  const all = fresh.map(toReported);
  const withoutHints = all.filter(({ severity }) => severity !== "hint" || options.hints);
  const rest = { files: run.files, root: rootFolder(), version: engine.version, lang: options.lang };
  await writeReports(outputs, ({ format }) => ({ ...rest, found: format === "json" ? all : withoutHints }));
  const hidden = outputs.every(({ format }) => format === "json") ? 0 : all.length - withoutHints.length;
  const notes = hiddenLines(hidden, run.found.length - fresh.length, stale);
  if (skipped.summary && (verbose || isForPeople)) notes.push(skipped.summary);
  for (const note of notes) writeLine(localize(note, options.lang));
  return engine.damaged.length > 0 ? 2 : run.exitCode(fresh, options.maxWarnings);
}

/** Returns a finding whose texts are cut to what a report can use: one line of a file can have megabytes. */
function toReported(finding: CheckResult): CheckResult {
  const cut = (text: string) => shortened(text, longestText);
  return {
    ...finding,
    message: cut(finding.message),
    literal: cut(finding.literal),
    related: finding.related.map((other) => ({ ...other, message: cut(other.message) })),
  };
}

/** Throws a usage error if options contradict each other. */
function validate(paths: readonly string[], options: CheckOptions): void {
  const { fix, baseline, updateBaseline } = options;
  if (updateBaseline && baseline === undefined)
    throw new UsageError("--update-baseline needs --baseline FILE, the file to write.");
  if (fix && paths.includes("-"))
    throw new UsageError("--fix writes files and cannot be used with standard input.");
}

/** Returns lines that count the findings the report omits, and lines that name stale baseline entries. */
function hiddenLines(hints: number, suppressed: number, stale: readonly StaleEntry[]): LocalizedText[] {
  const [hidden, known] = [counted(hints, "hint"), counted(suppressed, "finding")];
  const notShown = {
    en: `${hidden.en} not shown; --hints shows them.`,
    "zh-CN": `${hidden["zh-CN"]}未显示；--hints 可显示。`,
  };
  const inBaseline = {
    en: `${known.en} suppressed by the baseline.`,
    "zh-CN": `基线已忽略 ${known["zh-CN"]}。`,
  };
  const remedy = {
    en: "--update-baseline removes stale entries.",
    "zh-CN": "--update-baseline 可清除过时的条目。",
  };
  return [
    ...(hints > 0 ? [notShown] : []),
    ...(suppressed > 0 ? [inBaseline] : []),
    ...stale.map(({ path, rule, code, count }) => ({
      en: `Stale baseline entry in ${path}: '${code}' (${rule}), ${count} no longer found.`,
      "zh-CN": `基线条目已过时：${path} 中的“${code}”（${rule}），有 ${count} 处已不存在。`,
    })),
    ...(stale.length > 0 ? [remedy] : []),
  ];
}

/** Returns the root of the git repository that contains the working folder, or the working folder if there is none. */
function rootFolder(): string {
  const here = process.cwd();
  for (let folder = here; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return here;
  }
}
