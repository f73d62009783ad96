import type { Catalog } from "../../model/catalog.ts";
import { localizedTexts } from "../../text/localized-text.ts";
import type { SearchIndex } from "../index/search-index.ts";

/** The searchable texts, in lower case, that entries share; the lists are by the numbers in the entries' columns. */
interface SharedTexts {
  /** The names of the concepts. */
  names: readonly string[];
  /** The causes of the concepts, which an entry can have one of its own in place of. */
  causes: readonly string[];
  /** The names of the services. */
  services: readonly string[];
}

/** What is searched: one of the compiled catalogs that a catalog consists of, with what the catalog says of concepts. */
export class SearchScope {
  readonly catalog: Catalog;
  readonly index: SearchIndex;
  #shared: SharedTexts | undefined;

  constructor(catalog: Catalog, index: SearchIndex) {
    this.catalog = catalog;
    this.index = index;
  }

  get shared(): SharedTexts {
    this.#shared ??= this.#readShared();
    return this.#shared;
  }

  #readShared(): SharedTexts {
    const { conceptIds, owners } = this.index.table;
    const concepts = ["", ...conceptIds].map((id) => this.catalog.conceptWithId(id));
    return {
      names: concepts.map((concept) => localizedTexts(concept?.name, "both").join(" ").toLowerCase()),
      causes: concepts.map((concept) => localizedTexts(concept?.cause, "both").join("\n").toLowerCase()),
      services: owners.map(([provider, service]) =>
        localizedTexts(this.catalog.service(provider, service)?.name, "both").join("\n").toLowerCase(),
      ),
    };
  }
}
