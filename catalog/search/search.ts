import { documentedRows } from "../model/action-answers.ts";
import { actionKeysNamed } from "../model/actions.ts";
import type { Catalog } from "../model/catalog.ts";
import type { CompiledCatalog } from "../model/compiled/compiled-catalog.ts";
import { isOwnIn } from "../model/compiled/traits.ts";
import type { Entry } from "../model/entry.ts";
import type { CatalogLayer } from "../model/layer.ts";
import { atOnce, type Slices } from "../model/slices.ts";
import { acceptedBy } from "./filters.ts";
import { SearchIndex } from "./index/search-index.ts";
import { normalizeMessage } from "./meaning/message-template.ts";
import { parseQuery, type Query } from "./query.ts";
import { matchRanks, ranksByScore } from "./ranks.ts";
import { type SearchText, toSearchText } from "./search-text.ts";
import { type RankedHit, TopHits } from "./top-hits.ts";
import { byAbbreviation } from "./ways/by-abbreviation.ts";
import { byCode, byInside } from "./ways/by-code.ts";
import { byMeaning } from "./ways/by-meaning.ts";
import { byMessage, entriesWithMessage } from "./ways/by-message.ts";
import { byPairs } from "./ways/by-pairs.ts";
import { byPinyin, bySyllables } from "./ways/by-pinyin.ts";
import { bySynonym, bySynonymOfSome } from "./ways/by-synonym.ts";
import { fuzzy } from "./ways/fuzzy.ts";
import { SearchScope } from "./ways/scope.ts";

/** A found entry; `ranges` are the matched ranges of its code, as [start, end) in UTF-16 units. */
export interface Hit {
  entry: Entry;
  ranges: [number, number][];
  /** How it matches, see {@link matchRanks}: lower is better. Undefined without search text, and in results of `findMessage`. */
  rank?: number;
  /** How well it matches, among those of its rank: higher is better. Undefined as the rank is. */
  score?: number;
  /** Whether words of the query were left out, since nothing has all of them. */
  isPartial?: true;
}

/** The ways in which an entry can match, in the order in which they are tried. */
const ways = [
  byCode,
  byMessage,
  bySynonym,
  byPairs,
  byMeaning,
  bySyllables,
  byAbbreviation,
  byPinyin,
  byInside,
];

/** If so many entries are found, nobody has misspelled the query. */
const enough = 3;

/** A hit with what it is a hit in. */
interface LayerHit extends RankedHit {
  layer: CatalogLayer;
  specificity: number;
}

/** Finds entries by code, abbreviation, meaning in either language, pinyin, message or HTTP status. */
export class Search {
  /** The indexes of compiled catalogs, which several catalogs can consist of. */
  static readonly #indexes = new WeakMap<CompiledCatalog, SearchIndex>();

  readonly #catalog: Catalog;
  readonly #scopes = new Map<CatalogLayer, SearchScope>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  static *#indexOf(table: CompiledCatalog): Slices<SearchIndex> {
    const index = Search.#indexes.get(table) ?? (yield* SearchIndex.making(table));
    Search.#indexes.set(table, index);
    return index;
  }

  /** Makes the indexes that searching needs, in slices; what is not made is made when something is first searched for. */
  *preparing(): Slices<void> {
    for (const { table } of this.#catalog.layers) yield* Search.#indexOf(table);
  }

  /** Returns at most `limit` entries for a query, best first. The query may contain filters, see {@link parseQuery}. */
  find(query: string, limit = 50): Hit[] {
    const { text, filters } = this.#withProviders(parseQuery(query.slice(0, 2000)));
    if (text === "") return this.#all(filters, limit);
    const searched = toSearchText(text);
    const hits = this.#catalog.layers.map((layer) => {
      const scope = this.#scopeOf(layer);
      const specificityOf = specificityIn(scope);
      const isExplained = (index: number) => layer.hasOwnText(index);
      const top = new TopHits(acceptedBy(filters, layer, scope), limit, specificityOf, isExplained);
      return { layer, scope, specificityOf, top };
    });
    for (const { scope, top } of hits) {
      for (const way of ways) {
        if (top.hasRoomFor(way.rank)) way.find(searched, scope, top);
        top.settle();
      }
    }
    if (hits.reduce((sum, { top }) => sum + top.count, 0) < Math.min(limit, enough))
      for (const { scope, top } of hits) fuzzy.find(searched, scope, top);
    const isPartial = hits.every(({ top }) => top.count === 0);
    if (isPartial) for (const { scope, top } of hits) bySynonymOfSome.find(searched, scope, top);
    const all = hits.flatMap(({ layer, specificityOf, top }) =>
      top.best().map((hit): LayerHit => ({ ...hit, layer, specificity: specificityOf(hit.index) })),
    );
    return all
      .sort(
        (a, b) =>
          a.rank - b.rank || tierOf(a) - tierOf(b) || b.score - a.score || a.specificity - b.specificity,
      )
      .slice(0, limit)
      .map((hit) => ({ ...toHit(hit, searched), ...(isPartial ? { isPartial } : {}) }));
  }

  /** Returns the entries whose message template matches a concrete message, or a text around one, with most fixed text. */
  findMessage(text: string): Hit[] {
    const message = normalizeMessage(text.slice(0, 20_000));
    const scored = this.#catalog.layers.flatMap((layer) =>
      [...entriesWithMessage(message, this.#scopeOf(layer).index)]
        .filter(([index]) => !layer.hidden.has(index) && !layer.isRepeated(index))
        .sort(([a], [b]) => a - b)
        .map(([index, score]) => ({ layer, index, score })),
    );
    const best = scored.reduce((highest, { score }) => Math.max(highest, score), 0);
    return scored
      .filter(({ score }) => score === best)
      .map(({ layer, index }) => ({ entry: layer.entry(index), ranges: [] }));
  }

  #all(filters: Query["filters"], limit: number): Hit[] {
    const actions = filters.get("action");
    if (actions) return this.#answersOf(actions, filters, limit);
    const found: Hit[] = [];
    for (const layer of this.#catalog.layers) {
      for (const [index, isAccepted] of acceptedBy(filters, layer, this.#scopeOf(layer)).entries()) {
        if (found.length === limit) return found;
        if (isAccepted) found.push({ entry: layer.entry(index), ranges: [] });
      }
    }
    return found;
  }

  /** Returns what the actions with some names answer with, the most telling codes of each first. */
  #answersOf(names: readonly string[], filters: Query["filters"], limit: number): Hit[] {
    const accepted = new Map(
      this.#catalog.layers.map((layer) => [layer, acceptedBy(filters, layer, this.#scopeOf(layer))]),
    );
    const rows = names
      .flatMap((name) => actionKeysNamed(this.#catalog, name))
      .flatMap((action) => documentedRows(this.#catalog, action))
      .filter(({ layer, index }) => accepted.get(layer)?.[index]);
    const entries = new Set(rows.map(({ layer, index }) => layer.entry(index)));
    return [...entries].slice(0, limit).map((entry) => ({ entry, ranges: [] }));
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

  #scopeOf(layer: CatalogLayer): SearchScope {
    let scope = this.#scopes.get(layer);
    if (!scope) {
      scope = new SearchScope(this.#catalog, atOnce(Search.#indexOf(layer.table)));
      this.#scopes.set(layer, scope);
    }
    return scope;
  }
}

/** Returns 1 for what comes behind the entries of its rank that the catalog explains. */
function tierOf({ rank, layer, index }: LayerHit): number {
  return ranksByScore.has(rank) || layer.hasOwnText(index) ? 0 : 1;
}

function toHit({ layer, index, rank, score, at, ranges }: LayerHit, { text }: SearchText): Hit {
  const entry = layer.entry(index);
  if (at === undefined) return { entry, rank, score, ranges: ranges ?? [] };
  const end = rank === matchRanks.exact ? entry.code.length : at + text.length;
  return { entry, rank, score, ranges: [[at, end]] };
}

/** Returns a sort key of equally good matches: explained codes come first, of these what all services share, then shorter ones. */
function specificityIn({ index: { table, codeTexts } }: SearchScope): (index: number) => number {
  const [codes, owners, traits] = [table.column("code"), table.column("owner"), table.column("traits")];
  const penalties = table.owners.map(([, service]) => (service === "common" ? 0 : 100));
  return (index) =>
    codeTexts.lengthOf(codes[index] as number) +
    (penalties[owners[index] as number] as number) +
    (isOwnIn(traits[index] as number) ? 0 : unexplained);
}

/** More than the other parts of the sort key. */
const unexplained = 1_000_000;
