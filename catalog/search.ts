import Fuse, { type IFuseOptions } from "fuse.js";
import type { Catalog } from "./catalog.ts";
import type { Entry } from "./entry.ts";
import { texts } from "./text.ts";

/** A found entry; `ranges` are the matched stretches of its code, as [start, end) in UTF-16 units. */
export interface Hit {
  entry: Entry;
  ranges: [number, number][];
}

const options: IFuseOptions<Entry> = {
  includeMatches: true,
  ignoreLocation: true,
  ignoreDiacritics: true,
  threshold: 0.34,
  minMatchCharLength: 2,
  keys: [
    { name: "code", weight: 4 },
    { name: "summary", weight: 2, getFn: ({ summary }) => texts(summary, "both") },
    { name: "messages", weight: 1 },
  ],
};

/** Finds entries by code, by meaning in either language, by message or by HTTP status. */
export class Search {
  readonly #catalog: Catalog;
  #fuse: Fuse<Entry> | undefined;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** Entries for a query, best first: exact codes, then codes it begins, then codes it stands in, then the fuzzy rest. */
  find(query: string, limit = 50): Hit[] {
    const wanted = query.trim();
    if (wanted === "") return this.#catalog.entries.slice(0, limit).map((entry) => ({ entry, ranges: [] }));
    const hits = new Map<Entry, Hit>();
    for (const hit of [...this.#byStatus(wanted), ...this.#byCode(wanted), ...this.#fuzzy(wanted, limit)]) {
      if (!hits.has(hit.entry)) hits.set(hit.entry, hit);
    }
    return [...hits.values()].slice(0, limit);
  }

  #byStatus(query: string): Hit[] {
    if (!/^\d{3}$/.test(query)) return [];
    const status = Number(query);
    return this.#catalog.entries
      .filter((entry) => entry.httpStatus.includes(status))
      .map((entry) => ({ entry, ranges: [] }));
  }

  #byCode(query: string): Hit[] {
    const wanted = query.toLowerCase();
    const found = this.#catalog.entries
      .map((entry) => ({ entry, at: entry.code.toLowerCase().indexOf(wanted) }))
      .filter(({ at }) => at >= 0);
    const rank = ({ entry, at }: { entry: Entry; at: number }) =>
      entry.code.length === wanted.length ? 0 : at === 0 ? 1 : 2;
    return found
      .sort((a, b) => rank(a) - rank(b) || a.entry.code.length - b.entry.code.length)
      .map(({ entry, at }) => ({ entry, ranges: [[at, at + wanted.length]] }));
  }

  #fuzzy(query: string, limit: number): Hit[] {
    this.#fuse ??= new Fuse(this.#catalog.entries, options);
    return this.#fuse.search(query.slice(0, 200), { limit }).map(({ item, matches }) => ({
      entry: item,
      ranges: (matches ?? [])
        .filter(({ key }) => key === "code")
        .flatMap(({ indices }) => indices.map(([from, to]): [number, number] => [from, to + 1])),
    }));
  }
}
