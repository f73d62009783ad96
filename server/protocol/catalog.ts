import type { Kind } from "../../catalog/schema/terms.ts";
import type { CodeItem, EntryKey, RequestOrigin } from "./code-item.ts";

/** A service of a provider; `count` is the number of its codes. */
export interface ServiceItem {
  id: string;
  name: string;
  count: number;
  /** Whether some of its codes are from user catalogs. */
  own: boolean;
}

/** A provider with its services. */
interface ProviderItem extends ServiceItem {
  services: ServiceItem[];
}

/** `errorCodes/catalog`: the providers of the catalog that applies to the {@link RequestOrigin}, users' own first. */
export const catalogRequest = "errorCodes/catalog";
export type CatalogResult = ProviderItem[];

/** `errorCodes/governing`: the project whose catalog applies to the {@link RequestOrigin}. */
export const projectRequest = "errorCodes/governing";
export interface ProjectResult {
  /** The URI of the project's configuration, empty without one: the same for all documents with the same catalog. */
  id: string;
  /** The project's folder as shown to users; undefined if the project is the whole of the only workspace folder. */
  folder?: string;
}

/** The ways to group the codes of a service. */
export const groupings = ["family", "kind", "status", "concept"] as const;
export type Grouping = (typeof groupings)[number];

/** A group of codes. */
export interface GroupItem {
  id: string;
  name: string;
  /** The kind of the codes; undefined if they are of different kinds. */
  kind?: Kind;
  codes: CodeItem[];
}

/** `errorCodes/codes`: the codes of a service in groups; `codes` are those in no group, or alone in one. */
export const codesRequest = "errorCodes/codes";
export interface CodesParams extends RequestOrigin {
  provider: string;
  service: string;
  grouping: Grouping;
}
export interface CodesResult {
  groups: GroupItem[];
  codes: CodeItem[];
  /** How many codes are left out, since the service has too many for one answer. */
  omitted?: number;
}

/** `errorCodes/search`: the codes that match a query, best first. */
export const searchRequest = "errorCodes/search";
export interface SearchParams extends RequestOrigin {
  query: string;
  limit?: number;
  /** Recently used entries, which come first if the query is empty. */
  recent?: EntryKey[];
  /** Whether to return the nearest codes if none matches. */
  orNearest?: boolean;
  /** Whether to search the user catalogs of the workspace's other projects too. */
  everywhere?: boolean;
}
export interface SearchItem extends CodeItem {
  /** The matched parts of the code, as [start, end) in UTF-16 units. */
  ranges: [number, number][];
  /** The folder of the project that the code was found in, if that is not the project of the request. */
  folder?: string;
  /** Why the code is listed, if not because it matches the query. */
  because?: "recent" | "nearest";
  /** The names of the providers of the request's document, if these are certain and the code is of none of them. */
  fileProviders?: string;
}
export type SearchResult = SearchItem[];

/**
 * `errorCodes/unknownFilters`: for each filter of a query whose value does not exist, such as `@nobody`, a sentence that
 * says so, and one on the values that there are, in the display language.
 */
export const unknownFiltersRequest = "errorCodes/unknownFilters";
export interface UnknownFiltersParams extends RequestOrigin {
  query: string;
}
export type UnknownFiltersResult = { problem: string; remedy: string }[];

/**
 * `errorCodes/filterValues`: what the filter at the end of a query can be completed to, such as `kind:qu`; the filters
 * themselves if the query is empty.
 */
export const filterValuesRequest = "errorCodes/filterValues";
export interface FilterValuesParams extends RequestOrigin {
  query: string;
}
export interface FilterValuesResult {
  /** Where in the query the filter begins that a value replaces, in UTF-16 units. */
  start: number;
  /** The text of each value as a query has it, and its name in the display language. */
  values: { text: string; name: string; detail?: string }[];
}

/** `errorCodes/hover`: the hover of one entry, as Markdown without command links; null if there is no such entry. */
export const entryMarkdownRequest = "errorCodes/hover";
export interface EntryMarkdownParams extends EntryKey, RequestOrigin {}
export type EntryMarkdownResult = string | null;
