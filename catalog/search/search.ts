import Fuse, { type IFuseOptions } from "fuse.js";
import type { Catalog } from "../model/catalog.ts";
import type { Entry } from "../model/entry.ts";
import { localizedTexts } from "../model/localized-text.ts";
import { matchTemplate, normalizeMessage } from "./message-template.ts";
import { type Filter, parseQuery, type Query } from "./query.ts";
import { matchRanks, QueryMatcher, type RankedEntry } from "./query-matcher.ts";
import { type SearchDocument, toSearchDocument } from "./search-document.ts";

/** A found entry; `ranges` are the matched ranges of its code, as [start, end) in UTF-16 units. */
export interface Hit {
  entry: Entry;
  ranges: [number, number][];
  /** How it matches, see {@link matchRanks}: lower is better. Undefined without search text, and in results of `findMessage`. */
  rank?: number;
}

const options: IFuseOptions<SearchDocument> = {
  includeMatches: true,
  ignoreLocation: true,
  threshold: 0.3,
  minMatchCharLength: 2,
  keys: [
    { name: "code", weight: 4, getFn: ({ entry }) => entry.code },
    { name: "name", weight: 3 },
    { name: "summary", weight: 2, getFn: ({ entry }) => localizedTexts(entry.summary, "both") },
    { name: "messages", weight: 1, getFn: ({ entry }) => entry.messages },
  ],
};

/** Fuzzy matching costs some 20 µs per entry and key, and more for long texts: it is used only if little else was found. */
const fuzzy = { maximumEntries: 20_000, maximumLength: 32, enough: 3 };

/** Finds entries by code, abbreviation, meaning in either language, pinyin, message or HTTP status. */
export class Search {
  readonly #catalog: Catalog;
  #documents: SearchDocument[] | undefined;
  #fuse: Fuse<SearchDocument> | undefined;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** Returns at most `limit` entries for a query, best first. The query may contain filters, see {@link parseQuery}. */
  find(query: string, limit = 50): Hit[] {
    const { text, filters } = this.#withProviders(parseQuery(query.slice(0, 2000)));
    const documents = this.#filtered(filters);
    if (text === "") return documents.slice(0, limit).map(({ entry }) => ({ entry, ranges: [] }));
    const best = new Map<Entry, RankedEntry>();
    const add = (hit: RankedEntry | undefined) => {
      if (hit && (best.get(hit.entry)?.rank ?? Infinity) > hit.rank) best.set(hit.entry, hit);
    };
    const matcher = new QueryMatcher(text);
    for (const document of documents) add(matcher.match(document));
    if (best.size < Math.min(limit, fuzzy.enough))
      for (const hit of this.#fuzzy(text, documents, limit)) add(hit);
    return [...best.values()]
      .sort((a, b) => a.rank - b.rank || b.score - a.score || specificity(a.entry) - specificity(b.entry))
      .slice(0, limit)
      .map(({ entry, ranges, rank }) => ({ entry, ranges, rank }));
  }

  /** Returns the entries whose message template matches a concrete message, or a text around one, with most fixed text. */
  findMessage(text: string): Hit[] {
    const message = normalizeMessage(text.slice(0, 20_000));
    const scored = this.#all().map(({ entry, templates }) => ({
      entry,
      score: templates.reduce((most, one) => Math.max(most, matchTemplate(one, message)), 0),
    }));
    const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
    return scored
      .filter(({ score }) => score > 0 && score === best)
      .map(({ entry }) => ({ entry, ranges: [] }));
  }

  /** Turns the names of providers among the words of a query into filters, unless it consists of nothing else. */
  #withProviders({ text, filters }: Query): Query {
    const words = text.split(" ");
    const named = words.filter((word) => this.#catalog.providerNamed(word));
    if (named.length === 0 || named.length === words.length) return { text, filters };
    const providers = [...(filters.get("provider") ?? []), ...named];
    return {
      text: words.filter((word) => !named.includes(word)).join(" "),
      filters: new Map([...filters, ["provider", providers]]),
    };
  }

  #all(): SearchDocument[] {
    this.#documents ??= this.#catalog.entries.map((entry) => toSearchDocument(entry, this.#catalog));
    return this.#documents;
  }

  #filtered(filters: Map<Filter, string[]>): SearchDocument[] {
    if (filters.size === 0) return this.#all();
    const tests = [...filters].map(([key, values]) => values.map((value) => this.#filterFor(key, value)));
    return this.#all().filter(({ entry }) =>
      tests.every((alternatives) => alternatives.some((matches) => matches(entry))),
    );
  }

  /** Returns whether an entry matches one value of a filter, as a function of the entry. */
  #filterFor(key: Filter, value: string): (entry: Entry) => boolean {
    const catalog = this.#catalog;
    switch (key) {
      case "provider": {
        const ids = new Set(catalog.providersWithPrefix(value).map(({ id }) => id));
        return ({ provider }) => ids.has(provider);
      }
      case "service":
        return ({ service }) => service === value;
      case "status": {
        const prefix = value.replace(/x+$/, "");
        return ({ httpStatus }) => httpStatus.some((status) => `${status}`.startsWith(prefix));
      }
      case "kind":
        return (entry) => catalog.kind(entry) === value;
      case "retry":
        return (entry) => catalog.retry(entry) === value;
      case "concept":
        return ({ concept }) => concept === value;
    }
  }

  #fuzzy(text: string, documents: SearchDocument[], limit: number): RankedEntry[] {
    if (documents.length > fuzzy.maximumEntries || text.length > fuzzy.maximumLength) return [];
    const isUnfiltered = documents === this.#documents;
    if (isUnfiltered) this.#fuse ??= new Fuse(documents, options);
    const fuse = isUnfiltered && this.#fuse ? this.#fuse : new Fuse(documents, options);
    return fuse.search(text, { limit }).map(({ item, matches, score = 1 }) => ({
      entry: item.entry,
      rank: matchRanks.fuzzy,
      // A misspelling is more likely in the code than in one of the many words about it.
      score: 1 - score + ((matches ?? []).some(({ key }) => key === "code") ? 1 : 0),
      ranges: (matches ?? [])
        .filter(({ key }) => key === "code")
        .flatMap(({ indices }) => indices.map(([from, to]): [number, number] => [from, to + 1])),
    }));
  }
}

/** The sort key of equally good matches: codes that all services share come first, then shorter ones. */
function specificity({ service, code }: Entry): number {
  return code.length + (service === "common" ? 0 : 100);
}
