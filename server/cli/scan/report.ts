import type { Catalog } from "../../../catalog/model/catalog.ts";
import { localize } from "../../../catalog/model/localized-text.ts";
import { toVisible } from "../../../catalog/model/visible-text.ts";
import { colors } from "../terminal/colors.ts";
import { formatCount, printPainted } from "../terminal/output.ts";
import type { ScannedLiteral } from "./file-scan.ts";

/** How often and in which files a code of a provider is used. */
interface CodeUsage {
  code: string;
  provider: string | undefined;
  isExplained: boolean;
  count: number;
  files: Set<string>;
}

/** Collects the codes found by a scan and prints them by provider, most used first and unknown codes last. */
export class ScanReport {
  readonly #catalog: Catalog;
  readonly #usages = new Map<string, CodeUsage>();
  readonly #files = new Set<string>();
  #count = 0;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  add(found: readonly ScannedLiteral[]): void {
    for (const literal of found) {
      const provider = this.#providerOf(literal);
      const key = `${provider ?? ""} ${literal.text}`;
      const usage = this.#usages.get(key) ?? {
        // A copy, because a slice would keep the whole file's text in memory.
        code: toVisible(Buffer.from(literal.text).toString()),
        provider,
        isExplained: literal.matches.length > 0,
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

  /** Prints all added literals, grouped by provider, and the totals. */
  print(): void {
    const usages = [...this.#usages.values()];
    const width = {
      count: usages.reduce((most, { count }) => Math.max(most, formatNumber(count).length), 4),
      files: usages.reduce((most, { files }) => Math.max(most, formatNumber(files.size).length), 5),
    };
    const row = (count: string, files: string, code: string) =>
      `  ${count.padStart(width.count)}  ${files.padStart(width.files)}  ${code}`;
    for (const [index, [title, group]] of this.#groupsOf(usages).entries()) {
      printPainted(`${index > 0 ? "\n" : ""}${colors.bold(title)}`);
      printPainted(colors.dim(row("uses", "files", "code")));
      for (const { count, files, code, isExplained, provider } of group) {
        const note = provider && !isExplained ? colors.dim("  official, not explained") : "";
        printPainted(row(formatNumber(count), formatNumber(files.size), code) + note);
      }
    }
    if (usages.length > 0) printPainted("");
    printPainted(this.#totalOf(usages));
  }

  /** Groups usages by provider, under its English name: the provider with the most usages first, unknown codes last. */
  #groupsOf(usages: CodeUsage[]): [title: string, usages: CodeUsage[]][] {
    const total = (group: CodeUsage[]) => group.reduce((sum, { count }) => sum + count, 0);
    const groups = [...Map.groupBy(usages, ({ provider }) => provider)].sort(
      ([a, first], [b, second]) => Number(!a) - Number(!b) || total(second) - total(first),
    );
    return groups.map(([id, group]) => [
      id ? toVisible(localize(this.#catalog.provider(id)?.name, "en") || id) : colors.yellow("Unknown"),
      group.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
    ]);
  }

  #totalOf(usages: CodeUsage[]): string {
    if (usages.length === 0) return "No error codes.";
    const codes = new Map(usages.map(({ code, provider }) => [code, provider !== undefined]));
    const known = [...codes.values()].filter(Boolean).length;
    const different = `${formatNumber(codes.size)} different: ${formatNumber(known)} known, ${formatNumber(codes.size - known)} unknown`;
    return `${formatCount(this.#count, "error code")} in ${formatCount(this.#files.size, "file")}, ${different}.`;
  }

  /** Returns the provider that a literal is counted for: the first of its inferred providers that has the code. */
  #providerOf({ text, matches, providers }: ScannedLiteral): string | undefined {
    if (matches[0]) return matches[0].provider;
    const owners = this.#catalog.providersOf(text);
    return providers.find(({ provider }) => owners.includes(provider))?.provider ?? owners[0];
  }
}

function formatNumber(count: number): string {
  return count.toLocaleString("en");
}
