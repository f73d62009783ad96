import { actionKeysNamed, actionNamesNear } from "../model/actions.ts";
import type { Catalog } from "../model/catalog.ts";
import { kinds, retries } from "../schema/terms.ts";
import type { LocalizedText } from "../text/localized-text.ts";
import { nameInMessage } from "../text/name-in-message.ts";
import { nearestName } from "../text/nearest-name.ts";
import { type Filter, parseQuery } from "./query.ts";

/** A filter of a query with a value that no entry can have, and the values that there are. */
export interface UnknownFilter {
  filter: Filter;
  value: string;
  known: readonly string[];
}

/** Returns the filters of a query whose values are unknown. */
export function unknownFilters(query: string, catalog: Catalog): UnknownFilter[] {
  const { filters } = parseQuery(query);
  return [...filters].flatMap(([filter, values]) => {
    if (filter === "action") return unknownActions(values, filters, catalog);
    const known = valuesOf(filter, catalog);
    return values
      .filter((value) => !isKnown(filter, value, known, catalog))
      .map((value) => ({ filter, value, known }));
  });
}

/** Returns the actions that none of the named providers and services has; of those that are known, some that are near. */
function unknownActions(
  names: readonly string[],
  filters: ReadonlyMap<Filter, readonly string[]>,
  catalog: Catalog,
): UnknownFilter[] {
  const providers = filters.get("provider")?.flatMap((name) => catalog.providersWithPrefix(name));
  const services = filters.get("service");
  const isMeant = ({ provider, service }: { provider: string; service: string }) =>
    (!providers || providers.some(({ id }) => id === provider)) && (!services || services.includes(service));
  return names
    .filter((name) => !actionKeysNamed(catalog, name).some(isMeant))
    .map((value) => {
      const near = actionNamesNear(catalog, value, isMeant);
      return { filter: "action", value, known: near.length > 0 ? near : ["RunInstances", "CreateBucket"] };
    });
}

/** How many of the values are named. */
const maximumNamed = 12;

/** What is said of an unknown value: a sentence that it does not exist, and one on the values that there are. */
export interface UnknownFilterTexts {
  problem: LocalizedText;
  remedy: LocalizedText;
}

/** Returns what is said of an unknown value: also which values may be meant, or else the first ones. */
export function unknownFilterTexts({ filter, value, known }: UnknownFilter): UnknownFilterTexts {
  const quoted = nameInMessage(value);
  const problem = {
    en: `There is no ${filter} '${quoted}'.`,
    "zh-CN": `“${filter}:${quoted}”无效：没有这个值。`,
  };
  const meant = valuesMeant({ filter, value, known });
  if (meant.length > 0) {
    const remedy = { en: `Did you mean ${meant.join(" or ")}?`, "zh-CN": `是否指 ${meant.join("、")}？` };
    return { problem, remedy };
  }
  const named = known.slice(0, maximumNamed);
  const isAll = named.length === known.length && filter !== "status" && filter !== "action";
  const remedy = {
    en: `Known values: ${named.join(", ")}${isAll ? "" : ", …"}.`,
    "zh-CN": `可用的值：${named.join("、")}${isAll ? "" : "……"}。`,
  };
  return { problem, remedy };
}

/** Returns the same as one text. */
export function unknownFilterMessage(unknown: UnknownFilter): LocalizedText {
  const { problem, remedy } = unknownFilterTexts(unknown);
  return { en: `${problem.en} ${remedy.en}`, "zh-CN": `${problem["zh-CN"]}${remedy["zh-CN"]}` };
}

/** In a shorter value, two edits make another word. */
const minimumMisspelled = 5;

/** Returns up to three values that begin with what was written, or else the one that is spelled nearly so. */
export function valuesMeant({ value: written, known }: UnknownFilter): string[] {
  const starting = written.length > 1 ? known.filter((value) => value.toLowerCase().startsWith(written)) : [];
  if (starting.length > 0) return starting.slice(0, 3);
  const nearest = written.length < minimumMisspelled ? undefined : nearestName(written, known);
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
    case "action":
      return [];
    case "status":
      return ["400", "4xx", "503"];
  }
}
