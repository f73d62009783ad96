import type { Catalog } from "../model/catalog.ts";
import type { LocalizedText } from "../model/localized-text.ts";
import { nameInMessage } from "../model/name-in-message.ts";
import { nearestName } from "../model/nearest-name.ts";
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

/** How many of the values are named. */
const maximumNamed = 12;

/** Returns the sentence that a value does not exist, with those that may be meant, or else the first ones. */
export function unknownFilterMessage({ filter, value, known }: UnknownFilter): LocalizedText {
  const meant = similarTo(value, known);
  const named = meant.length > 0 ? meant : known.slice(0, maximumNamed);
  const isAll = named.length === known.length && filter !== "status";
  const quoted = nameInMessage(value);
  const [en, zh] = [named.join(", "), named.join("、")];
  const first = { en: `There is no ${filter} '${quoted}'.`, "zh-CN": `“${filter}:${quoted}”无效：没有这个值。` };
  if (meant.length > 0)
    return { en: `${first.en} Did you mean ${named.join(" or ")}?`, "zh-CN": `${first["zh-CN"]}是否指 ${zh}？` };
  return {
    en: `${first.en} Known values: ${en}${isAll ? "" : ", …"}.`,
    "zh-CN": `${first["zh-CN"]}可用的值：${zh}${isAll ? "" : "……"}。`,
  };
}

/** Returns up to three values that begin with what was written, or else the one that is spelled nearly so. */
function similarTo(written: string, known: readonly string[]): string[] {
  const starting = written.length > 1 ? known.filter((value) => value.startsWith(written)) : [];
  if (starting.length > 0) return starting.slice(0, 3);
  const nearest = written.length > 2 ? nearestName(written, known) : undefined;
  return nearest === undefined ? [] : [nearest];
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
