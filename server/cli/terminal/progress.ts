import { clearLine, cursorTo } from "node:readline";
import { many } from "./output.ts";

/** Milliseconds between two updates. */
const interval = 100;

/** A line on standard error that tells how far a long work is; on terminals only. */
export class Progress {
  readonly #shown: boolean;
  #last = performance.now();
  #visible = false;

  constructor(wanted: boolean) {
    this.#shown = wanted && Boolean(process.stderr.isTTY);
  }

  /** Shows what is done, at most ten times a second. */
  show(files: number, count: number, noun = "error code"): void {
    const now = performance.now();
    if (!this.#shown || now - this.#last < interval) return;
    this.#last = now;
    this.clear();
    process.stderr.write(`${many(files, "file")}, ${many(count, noun)} …`);
    this.#visible = true;
  }

  /** Says a line that stays. */
  say(line: string): void {
    this.clear();
    process.stderr.write(`${line}\n`);
  }

  clear(): void {
    if (!this.#visible) return;
    clearLine(process.stderr, 0);
    cursorTo(process.stderr, 0);
    this.#visible = false;
  }
}
