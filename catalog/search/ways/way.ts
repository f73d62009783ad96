import type { SearchText } from "../search-text.ts";
import type { TopHits } from "../top-hits.ts";
import type { SearchScope } from "./scope.ts";

/** A way in which entries match a query. An entry is found in the first way that it matches in. */
export interface Way {
  /** The best rank of its hits. */
  rank: number;
  /** Adds what it finds to the hits. It may leave out what has no room among them. */
  find(query: SearchText, scope: SearchScope, hits: TopHits): void;
}
