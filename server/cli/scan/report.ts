import type { Catalog } from "../../../catalog/model/catalog.ts";
import { type DisplayLanguage, type LocalizedText, localize } from "../../../catalog/text/localized-text.ts";
import { toVisible } from "../../../catalog/text/visible-text.ts";
import { colors } from "../terminal/colors.ts";
import { counted, formatNumber } from "../terminal/counted.ts";
import { printPainted } from "../terminal/output.ts";
import { widthOf } from "../terminal/text-width.ts";
import type { ScannedLiteral } from "./file-scan.ts";

const headers = {
  uses: { en: "uses", "zh-CN": "次数" },
  files: { en: "files", "zh-CN": "文件" },
  code: { en: "code", "zh-CN": "错误码" },
};
/** What stands beside a code that the catalog does not explain in its own words. */
const notes = {
  fromName: { en: "from its name", "zh-CN": "据其名称" },
  fromSdk: { en: "from the SDK", "zh-CN": "据 SDK" },
  unexplained: { en: "official, not explained", "zh-CN": "官方错误码，没有解释" },
} satisfies Record<string, LocalizedText>;
const unknown: LocalizedText = { en: "Unknown", "zh-CN": "未知" };

/** How often and in which files a code of a provider is used. */
interface CodeUsage {
  code: string;
  provider: string | undefined;
  note: keyof typeof notes | undefined;
  count: number;
  files: Set<string>;
}

/** Collects the codes found by a scan and prints them by provider, most used first and unknown codes last. */
export class ScanReport {
  readonly #catalog: Catalog;
  readonly #language: DisplayLanguage;
  readonly #usages = new Map<string, CodeUsage>();
  readonly #files = new Set<string>();
  #count = 0;

  constructor(catalog: Catalog, language: DisplayLanguage) {
    this.#catalog = catalog;
    this.#language = language;
  }

  add(found: readonly ScannedLiteral[]): void {
    for (const literal of found) {
      const provider = this.#providerOf(literal);
      const key = `${provider ?? ""} ${literal.text}`;
      const usage = this.#usages.get(key) ?? {
        // A copy, because a slice would keep the whole file's text in memory.
        code: toVisible(Buffer.from(literal.text).toString()),
        provider,
        note: provider === undefined ? undefined : noteOn(literal),
        count: 0,
        files: new Set<string>(),
      };
      usage.count++;
      usage.files.add(literal.path);
      this.#usages.set(key, usage);
      this.#files.add(literal.path);
      this.#count++;
    }
  }

  /** Prints all added literals, grouped by provider, and the totals. `read` is the number of files that were read. */
  print(read: number): void {
    const usages = [...this.#usages.values()];
    const [uses, inFiles, code] = Object.values(headers).map((one) => localize(one, this.#language));
    const rows = usages.map(({ count, files }) => [formatNumber(count), formatNumber(files.size)]);
    const [first, second] = [widest([[uses, inFiles], ...rows], 0), widest([[uses, inFiles], ...rows], 1)];
    const row = (count = "", files = "", text = "") =>
      `  ${padded(count, first)}  ${padded(files, second)}  ${text}`;
    for (const [index, [title, group]] of this.#groupsOf(usages).entries()) {
      printPainted(`${index > 0 ? "\n" : ""}${colors.bold(title)}`);
      printPainted(colors.dim(row(uses, inFiles, code)));
      for (const { count, files, code, note } of group) {
        const dimmed = note ? colors.dim(`  ${localize(notes[note], this.#language)}`) : "";
        printPainted(row(formatNumber(count), formatNumber(files.size), code) + dimmed);
      }
    }
    if (usages.length > 0) printPainted("");
    printPainted(localize(this.#totalOf(usages, read), this.#language));
  }

  /** Groups usages by provider, under its name: the provider with the most usages first, unknown codes last. */
  #groupsOf(usages: CodeUsage[]): [title: string, usages: CodeUsage[]][] {
    const total = (group: CodeUsage[]) => group.reduce((sum, { count }) => sum + count, 0);
    const groups = [...Map.groupBy(usages, ({ provider }) => provider)].sort(
      ([a, first], [b, second]) => Number(!a) - Number(!b) || total(second) - total(first),
    );
    return groups.map(([id, group]) => [
      id
        ? toVisible(localize(this.#catalog.provider(id)?.name, this.#language) || id)
        : colors.yellow(localize(unknown, this.#language)),
      group.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
    ]);
  }

  #totalOf(usages: CodeUsage[], read: number): LocalizedText {
    const all = counted(read, "file");
    if (usages.length === 0)
      return { en: `No error codes in ${all.en}.`, "zh-CN": `${all["zh-CN"]}中没有错误码。` };
    const codes = new Map(usages.map(({ code, provider }) => [code, provider !== undefined]));
    const known = [...codes.values()].filter(Boolean).length;
    const [kinds, explained, others] = [codes.size, known, codes.size - known].map(formatNumber);
    const [found, files] = [counted(this.#count, "error code"), counted(this.#files.size, "file")];
    const isAll = this.#files.size === read;
    const place = isAll
      ? { en: files.en, zh: files["zh-CN"] }
      : { en: `${formatNumber(this.#files.size)} of ${all.en}`, zh: `${all["zh-CN"]}中，${files["zh-CN"]}` };
    return {
      en: `${found.en} in ${place.en}, ${kinds} different: ${explained} known, ${others} unknown.`,
      "zh-CN": `${place.zh}中有 ${found["zh-CN"]}，共 ${kinds} 种：已知 ${explained} 种，未知 ${others} 种。`,
    };
  }

  /** Returns the provider that a literal is counted for: the first of its inferred providers that has the code. */
  #providerOf({ text, matches, providers }: ScannedLiteral): string | undefined {
    if (matches[0]) return matches[0].provider;
    const owners = this.#catalog.providersOf(text);
    return providers.find(({ provider }) => owners.includes(provider))?.provider ?? owners[0];
  }
}

function noteOn({ matches }: ScannedLiteral): CodeUsage["note"] {
  if (matches.length === 0) return "unexplained";
  if (matches.every(({ basis }) => basis === "sdk")) return "fromSdk";
  return matches.every(({ basis }) => basis === "name") ? "fromName" : undefined;
}

/** Returns the width of a column of some rows. */
function widest(rows: readonly (readonly (string | undefined)[])[], column: number): number {
  return rows.reduce((most, row) => Math.max(most, widthOf(row[column] ?? "")), 0);
}

/** Returns a text with blanks before it. */
function padded(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}
