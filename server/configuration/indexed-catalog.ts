import type { Catalog } from "../../catalog/model/catalog.ts";
import type { SdkAdditions } from "../../catalog/model/sdk-statements.ts";
import type { Slices } from "../../catalog/model/slices.ts";
import type { UserCatalog } from "../../catalog/model/user-catalog.ts";
import { Search } from "../../catalog/search/search.ts";
import { Speller } from "../../catalog/search/spelling/speller.ts";

/** A catalog with its search indexes. These are large, so projects with the same catalog share one instance. */
export class IndexedCatalog {
  readonly catalog: Catalog;
  /** The catalog with the same codes, whose indexes serve for this one; undefined if there is none. */
  readonly #same: IndexedCatalog | undefined;
  #speller: Speller | undefined;
  #search: Search | undefined;

  constructor(catalog: Catalog, same?: IndexedCatalog) {
    this.catalog = catalog;
    this.#same = same;
  }

  /** Returns an indexed catalog that includes user catalogs, or this one if there are none; in slices. */
  *with(userCatalogs: readonly UserCatalog[]): Slices<IndexedCatalog> {
    return userCatalogs.length === 0 ? this : new IndexedCatalog(yield* this.catalog.with(userCatalogs));
  }

  /** Returns an indexed catalog with what installed SDKs add. If that is no code, it shares the indexes of this one. */
  withSdk(additions: SdkAdditions): IndexedCatalog {
    const catalog = this.catalog.withSdk(additions);
    return new IndexedCatalog(catalog, additions.entries.length === 0 ? this : undefined);
  }

  /** Finds the nearest codes to a misspelled one; created on first use. */
  get speller(): Speller {
    this.#speller ??= this.#same?.speller ?? new Speller(this.catalog);
    return this.#speller;
  }

  /** Searches codes; created on first use. */
  get search(): Search {
    this.#search ??= this.#same?.search ?? new Search(this.catalog);
    return this.#search;
  }
}
