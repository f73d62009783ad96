import Fuse, { type IFuseOptions } from "fuse.js";
import { abbreviates } from "./abbreviation.ts";
import type { Catalog } from "./catalog.ts";
import type { Entry } from "./entry.ts";
import { Syllables } from "./pinyin.ts";
import { type Filter, parseQuery } from "./query.ts";
import { matches, normalise, type Template, toTemplate } from "./template.ts";
import { texts } from "./text.ts";

/** A found entry; `ranges` are the matched stretches of its code, as [start, end) in UTF-16 units. */
export interface Hit {
  entry: Entry;
  ranges: [number, number][];
}

/** How a hit was found, best first: the order of the results. */
const ranks = { exact: 0, prefix: 1, message: 2, part: 3, meaning: 4, abbreviation: 5, pinyin: 6, fuzzy: 7 };

interface Ranked extends Hit {
  rank: number;
  /** Within a rank, more is better. */
  score: number;
}

/** An entry with the texts that it is found by. */
interface Card {
  entry: Entry;
  code: string;
  /** Everything that can be read of it, lower-cased: summaries, concept, messages, names. */
  text: string;
  /** The short names of its meaning, in which a match says most. */
  name: string;
  templates: Template[];
  /** The Chinese name and summary as they are typed. */
  syllables: { name: Syllables; summary: Syllables };
}

const options: IFuseOptions<Card> = {
  includeMatches: true,
  ignoreLocation: true,
  threshold: 0.3,
  minMatchCharLength: 2,
  keys: [
    { name: "code", weight: 4, getFn: ({ entry }) => entry.code },
    { name: "name", weight: 3 },
    { name: "summary", weight: 2, getFn: ({ entry }) => texts(entry.summary, "both") },
    { name: "messages", weight: 1, getFn: ({ entry }) => entry.messages },
  ],
};

/** Fuzzy matching costs some 20 µs an entry and key; above this many, the exact ways must do. */
const maximumFuzzy = 20_000;

/** Finds entries by code, abbreviation, meaning in either language, pinyin, message or HTTP status. */
export class Search {
  readonly #catalog: Catalog;
  #cards: Card[] | undefined;
  #fuse: Fuse<Card> | undefined;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** Entries for a query, best first; the query may hold filters, see {@link parseQuery}. */
  find(query: string, limit = 50): Hit[] {
    const { text, filters } = parseQuery(query.slice(0, 2000));
    const cards = this.#filtered(filters);
    if (text === "") return cards.slice(0, limit).map(({ entry }) => ({ entry, ranges: [] }));
    const best = new Map<Entry, Ranked>();
    const add = (hit: Ranked | undefined) => {
      if (hit && (best.get(hit.entry)?.rank ?? Infinity) > hit.rank) best.set(hit.entry, hit);
    };
    const ask = new Ask(text);
    for (const card of cards) add(ask.of(card));
    if (best.size < limit) for (const hit of this.#fuzzy(text, cards, limit)) add(hit);
    return [...best.values()]
      .sort((a, b) => a.rank - b.rank || b.score - a.score || plainness(a.entry) - plainness(b.entry))
      .slice(0, limit)
      .map(({ entry, ranges }) => ({ entry, ranges }));
  }

  /** Entries whose message template a concrete message, or a text around one, was made of; the most telling first. */
  findMessage(text: string): Hit[] {
    const message = normalise(text.slice(0, 20_000));
    const scored = this.#all().map(({ entry, templates }) => ({
      entry,
      score: Math.max(0, ...templates.map((template) => matches(template, message))),
    }));
    const best = Math.max(...scored.map(({ score }) => score));
    return scored
      .filter(({ score }) => score > 0 && score === best)
      .map(({ entry }) => ({ entry, ranges: [] }));
  }

  #all(): Card[] {
    this.#cards ??= this.#catalog.entries.map((entry) => toCard(entry, this.#catalog));
    return this.#cards;
  }

  #filtered(filters: Map<Filter, string[]>): Card[] {
    if (filters.size === 0) return this.#all();
    return this.#all().filter(({ entry }) =>
      [...filters].every(([key, values]) => values.some((value) => this.#has(entry, key, value))),
    );
  }

  #has(entry: Entry, key: Filter, value: string): boolean {
    const catalog = this.#catalog;
    switch (key) {
      case "provider":
        return catalog.providersNamed(value).some(({ id }) => id === entry.provider);
      case "service":
        return entry.service === value;
      case "status":
        return entry.httpStatus.some((status) => `${status}`.startsWith(value.replace(/x+$/, "")));
      case "kind":
        return catalog.kind(entry) === value;
      case "retry":
        return catalog.retry(entry) === value;
      case "concept":
        return entry.concept === value;
    }
  }

  #fuzzy(text: string, cards: Card[], limit: number): Ranked[] {
    if (cards.length > maximumFuzzy || text.length > 100) return [];
    const all = cards === this.#cards;
    if (all) this.#fuse ??= new Fuse(cards, options);
    const fuse = all && this.#fuse ? this.#fuse : new Fuse(cards, options);
    return fuse.search(text, { limit }).map(({ item, matches, score = 1 }) => ({
      entry: item.entry,
      rank: ranks.fuzzy,
      // A slip is made in the code rather than in one of many words about it.
      score: 1 - score + ((matches ?? []).some(({ key }) => key === "code") ? 1 : 0),
      ranges: (matches ?? [])
        .filter(({ key }) => key === "code")
        .flatMap(({ indices }) => indices.map(([from, to]): [number, number] => [from, to + 1])),
    }));
  }
}

/** One question, put to every card. */
class Ask {
  readonly #text: string;
  readonly #code: string;
  readonly #words: string[];
  readonly #message: string | undefined;
  readonly #pinyin: string | undefined;

  constructor(text: string) {
    this.#text = text.toLowerCase();
    this.#code = letters(text);
    this.#words = this.#text.split(" ");
    // Shorter than this, a message has no fixed text that says anything.
    this.#message = text.length >= 16 ? normalise(text) : undefined;
    this.#pinyin = /^[a-z ]{3,}$/.test(this.#text) ? this.#text.replaceAll(" ", "") : undefined;
  }

  of(card: Card): Ranked | undefined {
    return this.#byCode(card) ?? this.#byMessage(card) ?? this.#byMeaning(card) ?? this.#byLetters(card);
  }

  #byCode({ entry, code }: Card): Ranked | undefined {
    const plain = entry.code.toLowerCase();
    const at = plain.indexOf(this.#text);
    if (at < 0) {
      // Case and separators aside, as in `authfailure_signatureexpire`.
      if (this.#code === "" || code !== this.#code) return undefined;
      return { entry, rank: ranks.exact, score: 0, ranges: [[0, plain.length]] };
    }
    const rank = plain.length === this.#text.length ? ranks.exact : at === 0 ? ranks.prefix : ranks.part;
    return { entry, rank, score: this.#text.length / plain.length, ranges: [[at, at + this.#text.length]] };
  }

  #byMessage({ entry, templates }: Card): Ranked | undefined {
    const message = this.#message;
    if (message === undefined) return undefined;
    const score = Math.max(0, ...templates.map((template) => matches(template, message)));
    return score > 0 ? { entry, rank: ranks.message, score, ranges: [] } : undefined;
  }

  #byMeaning({ entry, text, name }: Card): Ranked | undefined {
    if (!this.#words.every((word) => text.includes(word))) return undefined;
    const named = this.#words.filter((word) => name.includes(word)).length / this.#words.length;
    const whole = name.includes(this.#text) ? 2 : text.includes(this.#text) ? 1 : 0;
    return { entry, rank: ranks.meaning, score: whole + named, ranges: [] };
  }

  #byLetters({ entry, syllables }: Card): Ranked | undefined {
    const found = abbreviates(this.#text, entry.code);
    if (found) return { entry, rank: ranks.abbreviation, ...found };
    const typed = this.#pinyin;
    if (typed === undefined) return undefined;
    const score = syllables.name.isTypedAs(typed) ? 2 : syllables.summary.isTypedAs(typed) ? 1 : 0;
    return score > 0 ? { entry, rank: ranks.pinyin, score, ranges: [] } : undefined;
  }
}

function toCard(entry: Entry, catalog: Catalog): Card {
  const concept = catalog.concept(entry);
  const provider = catalog.provider(entry.provider);
  const service = catalog.service(entry.provider, entry.service);
  const name = texts(concept?.name, "both").join(" ").toLowerCase();
  const pinyin = (text: string | undefined) => new Syllables(text ?? "", catalog.pinyin);
  const names = [provider?.name, service?.name].flatMap((one) => texts(one, "both"));
  const text = [
    entry.code,
    name,
    ...texts(entry.summary, "both"),
    ...entry.messages,
    ...names,
    ...(provider?.aliases ?? []),
    ...entry.httpStatus,
  ];
  return {
    entry,
    code: letters(entry.code),
    text: text.join("\n").toLowerCase(),
    name,
    templates: entry.messages.map(toTemplate).filter((template) => template !== undefined),
    syllables: { name: pinyin(concept?.name["zh-CN"]), summary: pinyin(entry.summary["zh-CN"]) },
  };
}

/** Among equals, the codes that all services share come first, then the shorter ones. */
function plainness({ service, code }: Entry): number {
  return code.length + (service === "common" ? 0 : 100);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[\s._-]/g, "");
}
