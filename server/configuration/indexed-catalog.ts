import type { Catalog } from "../../catalog/model/catalog.ts";
import type { UserCatalog } from "../../catalog/model/user-catalog.ts";
import { Search } from "../../catalog/search/search.ts";
import { Speller } from "../../catalog/search/speller.ts";

/** A catalog with its search indexes. These are large, so projects with the same catalog share one instance. */
export class IndexedCatalog {
  readonly catalog: Catalog;
  #speller: Speller | undefined;
  #search: Search | undefined;

  constructor(catalog: Catalog) {
    this.catalog = catalog;
  }

  /** Returns an indexed catalog that includes user catalogs, or this one if there are none. */
  with(userCatalogs: readonly UserCatalog[]): IndexedCatalog {
    return userCatalogs.length === 0 ? this : new IndexedCatalog(this.catalog.with(userCatalogs));
  }

  /** Finds the nearest codes to a misspelled one; created on first use. */
  get speller(): Speller {
    this.#speller ??= new Speller(this.catalog);
    return this.#speller;
  }

  /** Searches codes; created on first use. */
  get search(): Search {
    this.#search ??= new Search(this.catalog);
    return this.#search;
  }
}
