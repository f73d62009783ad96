import { type Skip, skipReasons } from "../../workspace/files.node.ts";
import { formatCount } from "./output.ts";

/** Counts skipped files and folders, and logs each of them if a `log` function is given. */
export class SkippedFiles {
  readonly #log: ((line: string) => void) | undefined;
  readonly #counts = new Map<Skip["reason"], number>();
  #files = 0;
  #folders = 0;

  constructor(log?: (line: string) => void) {
    this.#log = log;
  }

  add({ path, reason, folder = false, detail }: Skip): void {
    if (folder) this.#folders++;
    else this.#files++;
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + 1);
    this.#log?.(`skipped ${path}: ${reason}${detail ? ` (${detail})` : ""}`);
  }

  /** A summary in one line; undefined if nothing was skipped. */
  get summary(): string | undefined {
    if (this.#files + this.#folders === 0) return undefined;
    const counted = [
      ...(this.#files > 0 ? [formatCount(this.#files, "file")] : []),
      ...(this.#folders > 0 ? [formatCount(this.#folders, "folder")] : []),
    ].join(" and ");
    const why = skipReasons.flatMap((reason) => {
      const count = this.#counts.get(reason);
      return count ? [`${count} ${reason}`] : [];
    });
    const hint = this.#log ? "" : "; --verbose names them";
    return `${counted} skipped: ${why.join(", ")}${hint}.`;
  }
}
