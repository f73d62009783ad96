import { createHash } from "node:crypto";
import type { CheckResult } from "./check-result.ts";

/** Lines with more UTF-16 units are identified by their hash, since there may be a finding in every word of them. */
const maximumLine = 1000;

/** Identifies the findings of a report without their line numbers, so that they stay the same when code is moved. */
export class Fingerprints {
  /** How many findings of one file are otherwise identical. */
  readonly #counts = new Map<string, number>();
  /** The long line of the last finding, and its hash. */
  #hashed = { line: "", hash: "" };

  /** Returns the hash of a finding, which is its own in its file; in all files, if `file` names the one that it is in. */
  of({ path, rule, literal, line }: CheckResult, file = ""): string {
    const identity = JSON.stringify([rule, literal, this.#identityOf(line)]);
    const key = `${path}\0${identity}`;
    const count = this.#counts.get(key) ?? 0;
    this.#counts.set(key, count + 1);
    return createHash("sha256").update(`${file}${identity}${count}`).digest("hex").slice(0, 32);
  }

  #identityOf(line: string): string {
    if (line.length <= maximumLine) return line.trim();
    if (this.#hashed.line !== line)
      this.#hashed = { line, hash: createHash("sha256").update(line.trim()).digest("hex") };
    return this.#hashed.hash;
  }
}
