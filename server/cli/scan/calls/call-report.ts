import type { Catalog } from "../../../../catalog/model/catalog.ts";
import {
  type DisplayLanguage,
  type LocalizedText,
  localize,
} from "../../../../catalog/text/localized-text.ts";
import { toVisible } from "../../../../catalog/text/visible-text.ts";
import { colors } from "../../terminal/colors.ts";
import { counted, formatNumber } from "../../terminal/counted.ts";
import { printPainted } from "../../terminal/output.ts";
import type { ScannedCall } from "./file-calls.ts";

/** So many codes of one call are named; of more, the number is printed. */
const maximumCodes = 6;

/** Prints calls of APIs: by file those whose failure is handled, and how many there are in all. */
export class CallReport {
  readonly #catalog: Catalog;
  readonly #language: DisplayLanguage;
  readonly #files = new Set<string>();
  readonly #actions = new Set<string>();
  #count = 0;
  #handled = 0;
  #tested = 0;
  #documented = 0;

  constructor(catalog: Catalog, language: DisplayLanguage) {
    this.#catalog = catalog;
    this.#language = language;
  }

  /** Prints the calls of one file. */
  add(path: string, calls: readonly ScannedCall[]): void {
    if (calls.length === 0) return;
    this.#files.add(path);
    printPainted(colors.bold(toVisible(path)));
    for (const call of calls) {
      this.#count++;
      this.#actions.add(`${call.provider} ${call.service} ${call.action}`);
      if (call.tested.length > 0) this.#handled++;
      for (const line of this.#linesOf(call)) printPainted(line);
      if (!call.certain) continue;
      for (const { documented } of call.tested) {
        if (documented === null) continue;
        this.#tested++;
        if (documented) this.#documented++;
      }
    }
    printPainted("");
  }

  /** Prints the totals. */
  print(): void {
    printPainted(this.#say(this.#total()));
  }

  #linesOf(call: ScannedCall): string[] {
    const provider = toVisible(this.#say(this.#catalog.provider(call.provider)?.name) || call.provider);
    const place = colors.dim(`${call.line + 1}:${call.character + 1}`);
    const where = call.service === null ? provider : `${provider} · ${toVisible(call.service)}`;
    const doubt = call.certain ? "" : colors.dim(`  ${this.#say(words.uncertain)}`);
    const known = call.codes === null ? [] : [this.#say(codesOf(call.codes))];
    const tested = call.tested.map(({ code, documented }) =>
      documented === false
        ? `${toVisible(code)}${colors.yellow(this.#say(words.undocumented))}`
        : toVisible(code),
    );
    return [
      `  ${place}  ${toVisible(call.action)}  ${colors.dim([where, ...known].join(" · "))}${doubt}`,
      ...(tested.length > 0 ? [`      ${this.#say(words.tested)}${this.#listed(tested)}`] : []),
      ...(tested.length > 0 && call.unhandledRetries.length > 0
        ? [
            `      ${this.#say(words.retries)}${this.#listed(call.unhandledRetries.map((one) => toVisible(one)))}`,
          ]
        : []),
    ];
  }

  /** Returns the first of some texts, and how many more there are. */
  #listed(texts: readonly string[]): string {
    const more = texts.length - maximumCodes;
    const first = texts.slice(0, maximumCodes).join(", ");
    return more > 0 ? `${first} ${colors.dim(this.#say(moreOf(more)))}` : first;
  }

  #total(): LocalizedText {
    if (this.#count === 0) return { en: "No calls of cloud APIs.", "zh-CN": "没有云 API 调用。" };
    const [calls, files] = [counted(this.#count, "call"), counted(this.#files.size, "file")];
    const [actions, handled] = [this.#actions.size, this.#handled].map(formatNumber);
    const [documented, tested] = [this.#documented, this.#tested].map(formatNumber);
    const share =
      this.#tested === 0
        ? { en: "", "zh-CN": "" }
        : {
            en: ` Of ${tested} tests of codes after a certain call, ${documented} are of documented ones.`,
            "zh-CN": `在确定的调用之后判断错误码 ${tested} 次，其中 ${documented} 次是该操作文档所列的错误码。`,
          };
    return {
      en: `${calls.en} in ${files.en}, ${actions} different; the codes of ${handled} are tested.${share.en}`,
      "zh-CN": `${files["zh-CN"]}中有 ${calls["zh-CN"]}，共 ${actions} 种操作；其中 ${handled} 个调用之后会判断错误码。${share["zh-CN"]}`,
    };
  }

  #say(text: LocalizedText | undefined): string {
    return localize(text, this.#language);
  }
}

const words = {
  uncertain: { en: "uncertain", "zh-CN": "不确定" },
  undocumented: { en: " (not documented)", "zh-CN": "（文档未列）" },
  tested: { en: "tested: ", "zh-CN": "已判断：" },
  retries: { en: "worth a retry, not handled: ", "zh-CN": "可重试但未处理：" },
} satisfies Record<string, LocalizedText>;

function codesOf(count: number): LocalizedText {
  const { en, "zh-CN": zh } = counted(count, "error code");
  return { en, "zh-CN": zh };
}

function moreOf(count: number): LocalizedText {
  return { en: `and ${formatNumber(count)} more`, "zh-CN": `等 ${formatNumber(count + maximumCodes)} 个` };
}
