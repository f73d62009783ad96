import { Catalog } from "../../catalog/model/catalog.ts";
import type { CatalogData } from "../../catalog/model/entry.ts";
import { type UserCatalog, withUserCatalogs } from "../../catalog/model/user-catalog.ts";
import { Search } from "../../catalog/search/search.ts";
import { Speller } from "../../catalog/search/speller.ts";

/** A catalog with what finds codes in it. Their indexes are large: what knows the same shares them. */
export class IndexedCatalog {
  readonly catalog: Catalog;
  readonly #data: CatalogData;
  #speller: Speller | undefined;
  #search: Search | undefined;

  constructor(data: CatalogData) {
    this.#data = data;
    this.catalog = new Catalog(data);
  }

  /** The same with users' catalogs; itself where there are none. */
  with(userCatalogs: readonly UserCatalog[]): IndexedCatalog {
    return userCatalogs.length === 0 ? this : new IndexedCatalog(withUserCatalogs(this.#data, userCatalogs));
  }

  /** Finds the codes nearest to a misspelled one; made when it is first asked for. */
  get speller(): Speller {
    this.#speller ??= new Speller(this.catalog);
    return this.#speller;
  }

  /** Looks codes up; made when it is first asked for. */
  get search(): Search {
    this.#search ??= new Search(this.catalog);
    return this.#search;
  }
}
