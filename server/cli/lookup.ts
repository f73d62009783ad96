import type { Catalog } from "../../catalog/model/catalog.ts";
import { type DisplayLanguage, localize } from "../../catalog/model/localized-text.ts";
import { toVisible } from "../../catalog/model/visible-text.ts";
import { unknownFilters } from "../../catalog/search/unknown-filters.ts";
import type { Engine } from "./engine.ts";
import { cellsOf, formatColumns, print, printJson, toJson } from "./terminal/output.ts";
import { UsageError } from "./usage-error.ts";

/** Options of the `lookup` command. */
export interface LookupOptions {
  limit: number;
  json?: boolean;
  lang: DisplayLanguage;
}

/** Throws a usage error if a query is empty or has a filter with a value that does not exist. */
function assertAnswerable(query: string, catalog: Catalog, lang: DisplayLanguage): void {
  if (query.trim() === "")
    throw new UsageError(
      localize({ en: "There is nothing to look up: the query is empty.", "zh-CN": "查询内容为空。" }, lang),
    );
  const [unknown] = unknownFilters(query, catalog);
  if (!unknown) return;
  const { filter, value, known } = unknown;
  const some = `${known.slice(0, 12).join(", ")}${known.length > 12 ? ", …" : ""}`;
  throw new UsageError(
    localize(
      {
        en: `There is no ${filter} '${value}'. Known values: ${some}.`,
        "zh-CN": `${filter} 没有值“${value}”。已知的值：${some}。`,
      },
      lang,
    ),
  );
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
  else if (hits.length === 0) {
    const query = toVisible(words.join(" "));
    const nothing = { en: `Nothing found for '${query}'.`, "zh-CN": `没有找到“${query}”。` };
    process.stderr.write(`${localize(nothing, lang)}\n`);
  } else {
    const rows = hits.map(({ entry }) => {
      const { code, product, more } = cellsOf(entry, catalog, lang);
      return [code, product, ...more];
    });
    print(formatColumns(rows));
  }
  return hits.length > 0 ? 0 : 1;
}
