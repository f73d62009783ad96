import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Catalog } from "../../../catalog/model/catalog.ts";
import type { Entry } from "../../../catalog/model/entry.ts";
import { matchTemplate, normalizeMessage } from "../../../catalog/search/meaning/message-template.ts";
import { QueryMatcher } from "./query-matcher.ts";
import { type SearchDocument, toSearchDocument } from "./search-document.ts";

/** Queries of every kind, see the file. */
export const queries = readFileSync(join(import.meta.dirname, "queries.txt"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));

/** Searches by looking at every entry: slow, and simple enough to tell what the index must find. */
export class FullScan {
  readonly #documents: SearchDocument[];
  readonly #services: ReadonlySet<string>;

  constructor(catalog: Catalog) {
    this.#services = new Set(catalog.services.map(({ service }) => service));
    this.#documents = catalog.entries
      .filter(({ isRepeated }) => !isRepeated)
      .map((entry) => toSearchDocument(entry, catalog));
  }

  /** Returns what matches a text without filters, best first: of each entry its key, its rank and the matched ranges. */
  find(text: string, limit: number): string[] {
    const matcher = new QueryMatcher(text, this.#services);
    return this.#documents
      .flatMap((document) => matcher.match(document) ?? [])
      .sort((a, b) => a.rank - b.rank || b.score - a.score || specificity(a.entry) - specificity(b.entry))
      .slice(0, limit)
      .map(keyOf);
  }

  /** Returns the entries of which a message fits a text best. */
  findMessage(text: string): string[] {
    const message = normalizeMessage(text);
    const scored = this.#documents.map(({ entry, templates }) => ({
      entry,
      score: Math.max(0, ...templates.map((template) => matchTemplate(template, message))),
    }));
    const best = Math.max(...scored.map(({ score }) => score));
    return scored
      .filter(({ score }) => score > 0 && score === best)
      .map(({ entry }) => keyOf({ entry, ranges: [] }));
  }
}

/** Returns a hit as one text. */
export function keyOf({
  entry,
  rank,
  ranges,
}: {
  entry: Entry;
  rank?: number;
  ranges: [number, number][];
}): string {
  return `${rank ?? ""} ${entry.provider} ${entry.service} ${entry.code} ${JSON.stringify(ranges)}`;
}

function specificity({ service, code, basis }: Entry): number {
  return code.length + (service === "common" ? 0 : 100) + (basis ? 1_000_000 : 0);
}
