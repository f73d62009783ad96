import { type DisplayLanguage, localize } from "../../catalog/model/localized-text.ts";
import { facts } from "../../catalog/rendering/markdown.ts";
import type { Engine } from "./engine.ts";
import { columns, print, printJson, toJson } from "./terminal/output.ts";

/** Flags of `lookup`. */
export interface LookupOptions {
  limit: number;
  json?: boolean;
  lang: DisplayLanguage;
}

/** `lookup`: codes by code, meaning, message or HTTP status, best first; 1 where nothing is found. */
export function lookup({ catalog, search }: Engine, words: string[], options: LookupOptions): number {
  const { limit, json, lang } = options;
  const hits = search.find(words.join(" "), limit);
  if (json) printJson(hits.map(({ entry }) => toJson(entry, catalog)));
  else if (hits.length === 0) process.stderr.write(`Nothing is known of '${words.join(" ")}'.\n`);
  else {
    const rows = hits.map(({ entry }) => {
      const [provider = "", service = ""] = facts(entry, catalog, lang);
      return [
        entry.code,
        `${provider} · ${service}`,
        entry.httpStatus.join("/"),
        localize(entry.summary, lang),
      ];
    });
    print(columns(rows));
  }
  return hits.length > 0 ? 0 : 1;
}
