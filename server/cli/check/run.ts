import { dirname } from "node:path";
import type { DisplayLanguage, LocalizedText } from "../../../catalog/text/localized-text.ts";
import type { Projects } from "../../configuration/projects.ts";
import { languageByPath } from "../../syntax/languages/index.ts";
import type { Skip, TextFile } from "../../workspace/walk/files.node.ts";
import type { KeptNames } from "../../workspace/walk/folder-names.node.ts";
import { FileFinder } from "../files.ts";
import { Leftovers } from "../replacing-files.ts";
import type { Progress } from "../terminal/progress.ts";
import type { SkippedFiles } from "../terminal/skipped-files.ts";
import { cannotRead, notChecked } from "../unparsed-file.ts";
import { type CheckResult, canFailBuild } from "./check-result.ts";
import type { Checker } from "./checker.ts";
import { fix } from "./fix.ts";
import { type CheckInputs, inputsOf } from "./inputs.ts";

/** The dependencies of a run. */
export interface Tools {
  checker: Checker;
  projects: Projects;
  folderNames: KeptNames;
  skipped: Pick<SkippedFiles, "add">;
  progress: Progress;
  /** Prints a line for the user, in the language of the run. */
  say(text: LocalizedText): void;
  lang: DisplayLanguage;
  /** Prints a line about a failure to standard error. */
  warn(line: string): void;
}

/** Checks all inputs once and collects the findings. */
export class CheckRun {
  readonly #tools: Tools;
  readonly #isFixing: boolean;
  readonly #ignoresUnknown: boolean;
  readonly #leftovers = new Leftovers();
  #isComplete = true;
  /** The paths of the checked files. */
  readonly files: string[] = [];
  found: readonly CheckResult[] = [];

  /** `ignoresUnknown` is whether files that the user named may be left out. */
  constructor(tools: Tools, isFixing: boolean, ignoresUnknown: boolean) {
    this.#tools = tools;
    this.#isFixing = isFixing;
    this.#ignoresUnknown = ignoresUnknown;
  }

  async check(inputs: CheckInputs): Promise<void> {
    const { checker, projects, folderNames, progress, warn, lang } = this.#tools;
    const skip = (skipped: Skip) => this.#skip(skipped);
    const finder = new FileFinder({ projects: async () => projects, folderNames, skip, warn, lang });
    const found: CheckResult[] = [];
    for await (const file of inputsOf(inputs, finder, skip)) {
      this.files.push(file.path);
      for (const one of await this.#checkFile(file)) found.push(one);
      progress.show(this.files.length, found.length, "finding");
    }
    for (const one of await checker.problems()) found.push(one);
    this.found = found.filter((one) => !checker.isDoubtful(one));
  }

  /** Returns 2 if something could not be read, 1 for errors or more warnings than allowed, else 0. */
  exitCode(found: readonly CheckResult[], maximumWarnings: number): number {
    if (!this.#isComplete) return 2;
    const serious = found.filter(canFailBuild);
    const warnings = serious.filter(({ severity }) => severity === "warning").length;
    return serious.length > warnings || warnings > maximumWarnings ? 1 : 0;
  }

  /** Returns the findings in a file; if it is fixed, the findings that remain. */
  async #checkFile(file: TextFile): Promise<readonly CheckResult[]> {
    const { checker, say, warn } = this.#tools;
    const language = languageByPath(file.path);
    if (!language) return [];
    const found = await checker.check(file, language, (skip) => this.#skip(skip));
    if (this.#isFixing) await this.#leftovers.removeFrom(dirname(file.path));
    if (!this.#isFixing) return found;
    const fixed = await fix(file, found, (text) =>
      checker.check({ ...file, text }, language, () => {}, false),
    );
    if (fixed?.failed) warn(`error-codes: ${file.path} is not fixed: ${fixed.failed}.`);
    for (const one of fixed?.edits ?? []) say(fixedMessage(one));
    for (const one of fixed?.repeating ?? []) say(repeatingMessage(one));
    return fixed?.remaining ?? found;
  }

  #skip(skip: Skip): void {
    const { skipped, warn } = this.#tools;
    skipped.add(skip);
    const isMissed = skip.isNamed && !this.#ignoresUnknown;
    if (skip.reason !== "unreadable" && !isMissed) return;
    this.#isComplete = false;
    warn(skip.reason === "unreadable" ? cannotRead(skip) : notChecked(skip));
  }
}

function fixedMessage(finding: CheckResult): LocalizedText {
  const { literal, suggestions } = finding;
  return {
    en: `${positionOf(finding)} fixed: '${literal}' → '${suggestions[0]}'`,
    "zh-CN": `${positionOf(finding)} 已修复：“${literal}” → “${suggestions[0]}”`,
  };
}

function repeatingMessage(finding: CheckResult): LocalizedText {
  const { literal, suggestions } = finding;
  return {
    en: `${positionOf(finding)} not fixed: '${literal}' → '${suggestions[0]}' would repeat a code that is here already`,
    "zh-CN": `${positionOf(finding)} 未修复：“${literal}” → “${suggestions[0]}”，此处已有该错误码`,
  };
}

/** Returns the position of a finding as `path:line:column`, one-based. */
function positionOf({ path, range: { start } }: CheckResult): string {
  return `${path}:${start.line + 1}:${start.character + 1}`;
}
