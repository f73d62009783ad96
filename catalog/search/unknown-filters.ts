import type { Catalog } from "../model/catalog.ts";
import { kinds, retries } from "../model/terms.ts";
import { type Filter, parseQuery } from "./query.ts";

/** A filter of a query with a value that no entry can have, and the values that there are. */
export interface UnknownFilter {
  filter: Filter;
  value: string;
  known: readonly string[];
}

/** Returns the filters of a query whose values are unknown. */
export function unknownFilters(query: string, catalog: Catalog): UnknownFilter[] {
  return [...parseQuery(query).filters].flatMap(([filter, values]) => {
    const known = valuesOf(filter, catalog);
    return values
      .filter((value) => !isKnown(filter, value, known, catalog))
      .map((value) => ({ filter, value, known }));
  });
}

function isKnown(filter: Filter, value: string, known: readonly string[], catalog: Catalog): boolean {
  if (filter === "provider") return catalog.providersWithPrefix(value).length > 0;
  if (filter === "status") return /^[1-5](?:\d\d?|\dx|x{0,2})$/.test(value);
  if (filter === "kind")
    return Object.entries(kinds).some(([id, texts]) =>
      [id, ...Object.values(texts)].some((name) => name.toLowerCase() === value),
    );
  return known.includes(value);
}

function valuesOf(filter: Filter, catalog: Catalog): readonly string[] {
  switch (filter) {
    case "provider":
      return catalog.providers.map(({ id }) => id);
    case "service":
      return [...new Set(catalog.services.map(({ service }) => service))];
    case "kind":
      return Object.keys(kinds);
    case "retry":
      return Object.keys(retries);
    case "concept":
      return catalog.concepts.map(({ id }) => id);
    case "status":
      return ["400", "4xx", "503"];
  }
}
