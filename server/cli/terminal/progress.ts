import { clearLine, cursorTo } from "node:readline";
import { type DisplayLanguage, localize } from "../../../catalog/text/localized-text.ts";
import { toVisible } from "../../../catalog/text/visible-text.ts";
import { counted } from "./counted.ts";

/** Milliseconds between two updates. */
const interval = 100;

/** A progress line on standard error; shown on terminals only. */
export class Progress {
  readonly #isEnabled: boolean;
  readonly #language: DisplayLanguage;
  #lastUpdate = performance.now();
  #isVisible = false;

  constructor(isWanted: boolean, language: DisplayLanguage) {
    this.#language = language;
    this.#isEnabled = isWanted && Boolean(process.stderr.isTTY);
  }

  /** Shows the number of files and items so far, at most ten times a second. */
  show(files: number, count: number, noun: "error code" | "call" | "finding"): void {
    const now = performance.now();
    if (!this.#isEnabled || now - this.#lastUpdate < interval) return;
    this.#lastUpdate = now;
    this.clear();
    const [read, found] = [counted(files, "file"), counted(count, noun)];
    const text = { en: `${read.en}, ${found.en} …`, "zh-CN": `${read["zh-CN"]}，${found["zh-CN"]} …` };
    process.stderr.write(localize(text, this.#language));
    this.#isVisible = true;
  }

  /** Prints a permanent line to standard error. */
  say(line: string): void {
    this.clear();
    process.stderr.write(`${toVisible(line)}\n`);
  }

  /** Removes the progress line. */
  clear(): void {
    if (!this.#isVisible) return;
    clearLine(process.stderr, 0);
    cursorTo(process.stderr, 0);
    this.#isVisible = false;
  }
}
