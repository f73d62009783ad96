import type { DisplayLanguage } from "../../catalog/model/localized-text.ts";
import { toVisible } from "../../catalog/model/visible-text.ts";
import type { Engine } from "./engine.ts";
import { cellsOf, formatColumns, print, printJson, toJson } from "./terminal/output.ts";

/** Options of the `lookup` command. */
export interface LookupOptions {
  limit: number;
  json?: boolean;
  lang: DisplayLanguage;
}

/**
 * Runs `lookup`: prints the entries that match a code, meaning, message or HTTP status, best match first. Returns the
 * exit code: 1 if nothing is found.
 */
export function lookup({ catalog, search }: Engine, words: string[], options: LookupOptions): number {
  const { limit, json, lang } = options;
  const hits = search.find(words.join(" "), limit);
  if (json) printJson(hits.map(({ entry }) => toJson(entry, catalog)));
  else if (hits.length === 0) process.stderr.write(`Nothing found for '${toVisible(words.join(" "))}'.\n`);
  else {
    const rows = hits.map(({ entry }) => {
      const { code, product, more } = cellsOf(entry, catalog, lang);
      return [code, product, ...more];
    });
    print(formatColumns(rows));
  }
  return hits.length > 0 ? 0 : 1;
}
