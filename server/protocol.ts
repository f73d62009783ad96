import type { Kind } from "../catalog/terms.ts";
import type { Text } from "../catalog/text.ts";

/** What names one entry of the catalog. */
export interface EntryKey {
  provider: string;
  service: string;
  code: string;
}

/** One code as lists show it; texts are in the reader's language. */
export interface CodeItem extends EntryKey {
  summary: string;
  /** Both languages, so that a list can be filtered by either. */
  meanings: Text;
  httpStatus: number[];
  messages: string[];
  kind?: Kind;
  providerName: string;
  serviceName: string;
}

/** A provider with its services and their codes. */
export interface ProviderItem {
  id: string;
  name: string;
  services: { id: string; name: string; codes: CodeItem[] }[];
}

/** `errorCodes/catalog`: the whole catalog as a tree. */
export const catalogRequest = "errorCodes/catalog";
export type CatalogResult = ProviderItem[];

/** `errorCodes/search`: codes for a query, best first; `ranges` are the matched [start, end) of the code. */
export const searchRequest = "errorCodes/search";
export interface SearchParams {
  query: string;
  limit?: number;
}
export type SearchResult = (CodeItem & { ranges: [number, number][] })[];

/** `errorCodes/hover`: what a hover says of one entry, as Markdown without commands; null where there is none. */
export const hoverRequest = "errorCodes/hover";

/** `errorCodes/details`: the page of one entry, as Markdown; null where there is none. */
export const detailsRequest = "errorCodes/details";
export type DetailsParams = EntryKey;
export type DetailsResult = string | null;

/** `errorCodes/status`: what a document is known to hold; null where it is not open. */
export const statusRequest = "errorCodes/status";
export interface StatusParams {
  uri: string;
}
export interface StatusResult {
  /** How many codes the catalog has here. */
  known: number;
  /** How many literals of the document are believed to be codes. */
  codes: number;
  /** The providers that the document works with, most likely first, and what tells so. */
  providers: { id: string; name: string; reason: string }[];
  /** Every provider, for a choice. */
  all: { id: string; name: string }[];
  /** The configuration that governs, if any. */
  configuration: string | null;
  /** False where only what looks like a code is known. */
  parsed: boolean;
}

/** `errorCodes/why`: what was seen and believed of the literal at a position, step by step, as Markdown. */
export const whyRequest = "errorCodes/why";
export interface WhyParams extends StatusParams {
  position: { line: number; character: number };
}
export type WhyResult = string | null;

/** The command that checks all files of the workspace. */
export const checkCommand = "errorCodes.checkWorkspace";

/** The address of an entry's page. */
export function pageAddress(scheme: string, { provider, service, code }: EntryKey): string {
  return `${scheme}:/${[provider, service, code].map(encodeURIComponent).join("/")}.md`;
}

/** `errorCodes/changed`: from the server, that lists and pages may say something else now. */
export const changedNotification = "errorCodes/changed";

/** What a client tells the server when it starts it. */
export interface InitializationOptions {
  /** Initial settings, for clients that have no `workspace/configuration`. */
  settings?: unknown;
  /** The client's command that shows the details of an {@link EntryKey}; hovers then link to it. */
  detailsCommand?: string;
  /** The scheme of the addresses under which the client shows the pages of entries; see {@link pageAddress}. */
  detailsScheme?: string;
  /** Whether the workspace is not trusted: configurations then cannot point outside its folders. */
  restricted?: boolean;
  /** Whether the client would ask for all files' diagnostics unbidden, so that the server must not offer them. */
  asksUnbidden?: boolean;
}
