import { languageOfPath } from "../../syntax/languages/index.ts";
import type { Skip, TextFile } from "../../workspace/files.node.ts";
import type { Progress } from "../terminal/progress.ts";
import type { SkippedFiles } from "../terminal/skipped-files.ts";
import { type CheckResult, isSerious } from "./check-result.ts";
import type { Checker } from "./checker.ts";
import { fix } from "./fix.ts";
import { plain } from "./formats/code-frame.ts";
import { type CheckInputs, inputsOf } from "./inputs.ts";

/** What a run works with. */
export interface Tools {
  checker: Checker;
  skipped: SkippedFiles;
  progress: Progress;
  /** Says a line to people. */
  say(line: string): void;
  /** Says a line about what went wrong. */
  warn(line: string): void;
}

/** One look at all that is to be checked. */
export class CheckRun {
  readonly #tools: Tools;
  readonly #fixes: boolean;
  #isWhole = true;
  /** The files that were checked. */
  readonly files: string[] = [];
  readonly found: CheckResult[] = [];

  constructor(tools: Tools, fixes: boolean) {
    this.#tools = tools;
    this.#fixes = fixes;
  }

  async check(wanted: CheckInputs): Promise<void> {
    const { checker, progress } = this.#tools;
    for await (const file of inputsOf(wanted, (one) => this.#skip(one))) {
      this.files.push(file.path);
      this.found.push(...(await this.#checkOne(file)));
      progress.show(this.files.length, this.found.length, "finding");
    }
    this.found.push(...(await checker.problems()));
  }

  /** 2 where something could not be read, 1 where findings are more than is allowed. */
  exitCode(found: readonly CheckResult[], maximumWarnings: number): number {
    if (!this.#isWhole) return 2;
    const serious = found.filter(isSerious);
    const warnings = serious.filter(({ severity }) => severity === "warning").length;
    return serious.length > warnings || warnings > maximumWarnings ? 1 : 0;
  }

  /** The findings in a file; those that are left, where it is mended. */
  async #checkOne(file: TextFile): Promise<CheckResult[]> {
    const { checker, say, warn } = this.#tools;
    const language = languageOfPath(file.path);
    if (!language) return [];
    const found = await checker.check(file, language);
    const fixed = this.#fixes ? await fix(file, found) : undefined;
    if (fixed?.failed) warn(`${plain(file.path)} is not mended: ${fixed.failed}.`);
    if (!fixed || fixed.edits.length === 0) return found;
    for (const { path, range, literal, suggestions } of fixed.edits) {
      const place = `${plain(path)}:${range.start.line + 1}:${range.start.character + 1}`;
      say(`${place} mended: '${literal}' → '${suggestions[0]}'`);
    }
    return checker.check({ ...file, text: fixed.text }, language);
  }

  #skip(skip: Skip): void {
    const { skipped, warn } = this.#tools;
    skipped.add(skip);
    if (skip.reason !== "unreadable") return;
    this.#isWhole = false;
    warn(`Cannot read '${plain(skip.path)}'${skip.detail ? `: ${skip.detail}` : ""}.`);
  }
}
