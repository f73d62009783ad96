import type { Kind } from "../../catalog/model/terms.ts";
import type { CodeItem, EntryKey, RequestOrigin } from "./code-item.ts";

/** A service of a provider, with how many codes it has. */
export interface ServiceItem {
  id: string;
  name: string;
  count: number;
  /** Whether some of them are of users' own catalogs. */
  own: boolean;
}

/** A provider with its services. */
interface ProviderItem extends ServiceItem {
  services: ServiceItem[];
}

/** `errorCodes/catalog`: what the catalog has where something is {@link RequestOrigin asked}, users' own first. */
export const catalogRequest = "errorCodes/catalog";
export type CatalogResult = ProviderItem[];

/** `errorCodes/governing`: whose catalog counts where something is {@link RequestOrigin asked}. */
export const governingRequest = "errorCodes/governing";
export interface GoverningResult {
  /** The same for all places with the same catalog. */
  id: string;
  /** The folder that has it, where the workspace has several; undefined where there is no other. */
  folder?: string;
}

/** By what the codes of a service are grouped. */
export const groupings = ["family", "kind", "status", "concept"] as const;
export type Grouping = (typeof groupings)[number];

/** Codes that have something in common. */
export interface GroupItem {
  id: string;
  name: string;
  /** Where all are of one. */
  kind?: Kind;
  codes: CodeItem[];
}

/** `errorCodes/codes`: the codes of a service, in groups; one that would be alone in its group stands for itself. */
export const codesRequest = "errorCodes/codes";
export interface CodesParams extends RequestOrigin {
  provider: string;
  service: string;
  grouping: Grouping;
}
export interface CodesResult {
  groups: GroupItem[];
  codes: CodeItem[];
}

/** `errorCodes/search`: codes for a query, best first; `ranges` are the matched [start, end) of the code. */
export const searchRequest = "errorCodes/search";
export interface SearchParams extends RequestOrigin {
  query: string;
  limit?: number;
  /** What comes first where the query is empty. */
  recent?: EntryKey[];
  /** Whether what is nearest is wanted where nothing is found. */
  orNearest?: boolean;
  /** Whether the users' own codes of other folders are wanted too, behind the others. */
  everywhere?: boolean;
}
export interface FoundItem extends CodeItem {
  ranges: [number, number][];
  /** The folder that has it, where that is another one. */
  folder?: string;
  /** Undefined where it is what was asked for. */
  because?: "recent" | "nearest";
}
export type SearchResult = FoundItem[];

/** `errorCodes/hover`: what a hover says of one entry, as Markdown without commands; null where there is none. */
export const hoverRequest = "errorCodes/hover";
export interface HoverParams extends EntryKey, RequestOrigin {}
export type HoverResult = string | null;
