import { Catalog } from "../../catalog/model/catalog.ts";
import type { CatalogData } from "../../catalog/model/entry.ts";
import { type Addition, withUsers } from "../../catalog/model/user-catalog.ts";
import { Search } from "../../catalog/search/search.ts";
import { Speller } from "../../catalog/search/speller.ts";

/** A catalog with what finds codes in it. Their indexes are large: what knows the same shares them. */
export class Knowledge {
  readonly catalog: Catalog;
  readonly #data: CatalogData;
  #speller: Speller | undefined;
  #search: Search | undefined;

  constructor(data: CatalogData) {
    this.#data = data;
    this.catalog = new Catalog(data);
  }

  /** The same with users' catalogs; itself where there are none. */
  with(additions: readonly Addition[]): Knowledge {
    return additions.length === 0 ? this : new Knowledge(withUsers(this.#data, additions));
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
