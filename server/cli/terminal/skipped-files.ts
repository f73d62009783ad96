import { reasons, type Skip } from "../../workspace/files.node.ts";
import { many } from "./output.ts";

/** Counts what is skipped, and names each on standard error where that is wanted. */
export class SkippedFiles {
  readonly #named: ((line: string) => void) | undefined;
  readonly #counts = new Map<Skip["reason"], number>();
  #files = 0;
  #folders = 0;

  constructor(named?: (line: string) => void) {
    this.#named = named;
  }

  add({ path, reason, folder = false, detail }: Skip): void {
    if (folder) this.#folders++;
    else this.#files++;
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + 1);
    this.#named?.(`skipped ${path}: ${reason}${detail ? ` (${detail})` : ""}`);
  }

  /** All in one line; undefined where nothing was skipped. */
  get sum(): string | undefined {
    if (this.#files + this.#folders === 0) return undefined;
    const what = [
      ...(this.#files > 0 ? [many(this.#files, "file")] : []),
      ...(this.#folders > 0 ? [many(this.#folders, "folder")] : []),
    ].join(" and ");
    const why = reasons.flatMap((one) => {
      const count = this.#counts.get(one);
      return count ? [`${count} ${one}`] : [];
    });
    const hint = this.#named ? "" : "; --verbose names them";
    return `${what} skipped: ${why.join(", ")}${hint}.`;
  }
}
