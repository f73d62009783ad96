import type { Catalog } from "../../../catalog/model/catalog.ts";
import type { Entry } from "../../../catalog/model/entry.ts";
import { withNameRead } from "../../../catalog/naming/explain-by-name.ts";
import { providerName, serviceName } from "../../../catalog/rendering/markdown.ts";
import { type DisplayLanguage, type LocalizedText, localize } from "../../../catalog/text/localized-text.ts";
import { toVisible, toVisibleJson, toVisibleLines } from "../../../catalog/text/visible-text.ts";
import { widthOf } from "./text-width.ts";

/** Returns the object that `--json` prints for an entry, including what it inherits from its concept. */
export function toJson(entry: Entry, catalog: Catalog): object {
  const concept = catalog.concept(entry);
  return {
    provider: entry.provider,
    service: entry.service,
    code: entry.code,
    basis: entry.basis ?? "own",
    httpStatus: entry.httpStatus,
    messages: entry.messages,
    summary: entry.summary,
    concept: entry.concept,
    kind: catalog.kind(entry),
    retry: catalog.retry(entry),
    cause: entry.cause ?? concept?.cause,
    fix: entry.fix ?? concept?.fix,
    officialMisspelling: entry.officialMisspelling,
    deprecated: entry.deprecated,
    source: entry.source,
  };
}

/** What stands behind a meaning that only the name of the code, or an SDK, states. */
const origins: Record<NonNullable<Entry["basis"]>, LocalizedText> = {
  name: { en: " (from its name)", "zh-CN": "（据其名称）" },
  sdk: { en: " (from the SDK)", "zh-CN": "（据 SDK）" },
};

/** Returns the cells of an entry in a table: its code, its provider and service, and the columns that follow. */
export function cellsOf(
  own: Entry,
  catalog: Catalog,
  lang: DisplayLanguage,
): { code: string; product: string; more: string[] } {
  const entry = withNameRead(own, catalog.concepts);
  const product = [providerName(entry, catalog, lang), serviceName(entry, catalog, lang)];
  const summary = localize(entry.summary, lang);
  const origin = entry.basis && summary !== "" ? localize(origins[entry.basis], lang) : "";
  return {
    code: entry.code,
    product: product.filter(Boolean).join(" · "),
    more: [entry.httpStatus.join("/"), `${summary}${origin}`],
  };
}

/** Prints a value as indented JSON. */
export function printJson(value: unknown): void {
  process.stdout.write(`${toVisibleJson(value, 2)}\n`);
}

/** Prints a line, or several, to standard output. What could manipulate the terminal is replaced, colours too. */
export function print(text: string): void {
  printPainted(toVisibleLines(text));
}

/** Prints lines in colours to standard output: whoever paints a text of others makes it visible first. */
export function printPainted(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Formats rows as aligned columns; the last column is not padded. Full-width characters count as two columns. */
export function formatColumns(texts: string[][]): string {
  const rows = texts.map((row) => row.map(toVisible));
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, widthOf(cell));
  }
  const pad = (cell: string, index: number, row: string[]) =>
    index === row.length - 1 ? cell : cell + " ".repeat((widths[index] ?? 0) - widthOf(cell));
  return rows.map((row) => row.map(pad).join("  ")).join("\n");
}
