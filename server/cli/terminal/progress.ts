import { clearLine, cursorTo } from "node:readline";
import { toVisible } from "../../../catalog/model/visible-text.ts";
import { formatCount } from "./output.ts";

/** Milliseconds between two updates. */
const interval = 100;

/** A progress line on standard error; shown on terminals only. */
export class Progress {
  readonly #isEnabled: boolean;
  #lastUpdate = performance.now();
  #isVisible = false;

  constructor(isWanted: boolean) {
    this.#isEnabled = isWanted && Boolean(process.stderr.isTTY);
  }

  /** Shows the number of files and items so far, at most ten times a second. */
  show(files: number, count: number, noun = "error code"): void {
    const now = performance.now();
    if (!this.#isEnabled || now - this.#lastUpdate < interval) return;
    this.#lastUpdate = now;
    this.clear();
    process.stderr.write(`${formatCount(files, "file")}, ${formatCount(count, noun)} …`);
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
