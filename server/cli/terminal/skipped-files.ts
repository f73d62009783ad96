import type { Language, LocalizedText } from "../../../catalog/text/localized-text.ts";
import type { Skip } from "../../workspace/walk/files.node.ts";
import { counted } from "./counted.ts";

/** The reasons in the order in which they are counted, as a user of Chinese reads them. */
const reasons: Record<Skip["reason"], string> = {
  binary: "二进制",
  minified: "压缩代码",
  huge: "过大",
  unsupported: "不支持",
  unreadable: "无法读取",
  ignored: "被忽略",
  vendored: "第三方代码",
  linked: "符号链接",
};

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
  get summary(): LocalizedText | undefined {
    if (this.#files + this.#folders === 0) return undefined;
    const skipped = [
      ...(this.#files > 0 ? [counted(this.#files, "file")] : []),
      ...(this.#folders > 0 ? [counted(this.#folders, "folder")] : []),
    ];
    const names = Object.entries(reasons) as [Skip["reason"], string][];
    const why = names.flatMap(([reason, chinese]) => {
      const count = this.#counts.get(reason);
      return count ? [{ en: `${count} ${reason}`, "zh-CN": `${chinese} ${count}` }] : [];
    });
    const hint = this.#log
      ? { en: "", "zh-CN": "" }
      : { en: "; --verbose names them", "zh-CN": "；--verbose 可列出" };
    const join = (texts: Record<Language, string>[], language: "en" | "zh-CN", separator: string) =>
      texts.map((one) => one[language]).join(separator);
    return {
      en: `${join(skipped, "en", " and ")} skipped: ${join(why, "en", ", ")}${hint.en}.`,
      "zh-CN": `已跳过 ${join(skipped, "zh-CN", "和 ")}：${join(why, "zh-CN", "，")}${hint["zh-CN"]}。`,
    };
  }
}
