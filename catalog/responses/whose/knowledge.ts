import type { Catalog } from "../../model/catalog.ts";
import type { Search } from "../../search/search.ts";

/** The catalog and the search of its messages. */
export interface Knowledge {
  catalog: Catalog;
  search: Pick<Search, "findMessage">;
}
