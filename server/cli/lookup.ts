import type { Catalog } from "../../catalog/model/catalog.ts";
import { unknownFilterMessage, unknownFilters } from "../../catalog/search/unknown-filters.ts";
import { type DisplayLanguage, type LocalizedText, localize } from "../../catalog/text/localized-text.ts";
import { toVisible } from "../../catalog/text/visible-text.ts";
import type { Engine } from "./engine.ts";
import { cellsOf, printJson, printPainted, toJson } from "./terminal/output.ts";
import { sayCount } from "./terminal/result-count.ts";
import { formatTable } from "./terminal/table.ts";
import { UsageError } from "./usage-error.ts";

/** Options of the `lookup` command. */
export interface LookupOptions {
  limit: number;
  json?: boolean;
  lang: DisplayLanguage;
}

/** Throws a usage error if a query is empty or has a filter with a value that does not exist. */
export function assertAnswerable(query: string, catalog: Catalog, lang: DisplayLanguage): void {
  if (query.trim() === "")
    throw new UsageError(
      localize({ en: "There is nothing to look up: the query is empty.", "zh-CN": "查询内容为空。" }, lang),
    );
  const [unknown] = unknownFilters(query, catalog);
  if (!unknown) return;
  throw new UsageError(localize(unknownFilterMessage(unknown), lang));
}

/**
 * Runs `lookup`: prints the entries that match a code, meaning, message or HTTP status, best match first. Returns the
 * exit code: 1 if nothing is found.
 */
export function lookup({ catalog, search }: Engine, words: string[], options: LookupOptions): number {
  const { limit, json, lang } = options;
  assertAnswerable(words.join(" "), catalog, lang);
  const hits = search.find(words.join(" "), limit);
  if (json) printJson(hits.map(({ entry }) => toJson(entry, catalog)));
  else if (hits.length === 0) say(nothingFor(words.join(" ")), lang);
  else {
    const rows = hits.map(({ entry }) => {
      const { code, product, more } = cellsOf(entry, catalog, lang);
      return [code, product, ...more];
    });
    printPainted(formatTable(rows, { strong: 0 }));
  }
  // The search stops where it has enough: what is left is only counted if there is more.
  const all = hits.length < limit ? hits.length : search.find(words.join(" "), catalog.size).length;
  if (all > hits.length) sayCount(hits.length, all, lang);
  return hits.length > 0 ? 0 : 1;
}

function nothingFor(query: string): LocalizedText {
  const text = toVisible(query);
  return { en: `Nothing found for '${text}'.`, "zh-CN": `没有找到“${text}”。` };
}

/** Prints a line to standard error: standard output has the results alone. */
function say(text: LocalizedText, lang: DisplayLanguage): void {
  process.stderr.write(`error-codes: ${localize(text, lang)}\n`);
}
