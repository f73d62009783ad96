import type { Section } from "../catalog/page.ts";
import type { PageLabels } from "../catalog/page-labels.ts";
import type { Kind } from "../catalog/terms.ts";
import type { Language, Text } from "../catalog/text.ts";

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
  kindName?: string;
  /** Spelled this way by the provider itself. */
  officialMisspelling?: boolean;
  /** Withdrawn. */
  deprecated?: boolean;
  /** The vendor's page. */
  link?: string;
  providerName: string;
  serviceName: string;
}

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

/** `errorCodes/catalog`: what the catalog has, users' own first. */
export const catalogRequest = "errorCodes/catalog";
export type CatalogResult = ProviderItem[];

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
export interface CodesParams {
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
export interface SearchParams {
  query: string;
  limit?: number;
  /** What comes first where the query is empty. */
  recent?: EntryKey[];
  /** Whether what is nearest is wanted where nothing is found. */
  orNearest?: boolean;
}
export interface FoundItem extends CodeItem {
  ranges: [number, number][];
  /** Undefined where it is what was asked for. */
  because?: "recent" | "nearest";
}
export type SearchResult = FoundItem[];

/** `errorCodes/hover`: what a hover says of one entry, as Markdown without commands; null where there is none. */
export const hoverRequest = "errorCodes/hover";
export type HoverResult = string | null;

/** `errorCodes/details`: the page of one entry; null where there is none. */
export const detailsRequest = "errorCodes/details";
export interface DetailsParams extends EntryKey {
  /** What a concrete response says besides the code. */
  response?: { message?: string; requestId?: string };
  /** Editors' language ids, most wanted first; snippets are in the first that has any. */
  languages?: string[];
}
export type DetailsResult = DetailsPage | null;

/** All that is known of an entry. */
export interface DetailsPage extends EntryKey {
  /** The language that most of it is in. */
  reading: Language;
  /** Provider, service, statuses, kind and advice on retrying. */
  facts: string[];
  /** Its parts; links in their Markdown are {@link pagePath} or {@link placeLink}, or lead to the web. */
  sections: Section[];
  handling: {
    /** The language of the snippets, one of `languages`. */
    language: string;
    languages: { id: string; name: string }[];
    snippets: { heading: string; text: string }[];
  };
  labels: PageLabels;
}

/** `errorCodes/usages`: where an entry's code stands; without `scan` only in open documents, and at once. */
export const usagesRequest = "errorCodes/usages";
export interface UsagesParams extends EntryKey {
  scan?: boolean;
}
export interface Usage {
  uri: string;
  /** From the folder of the workspace. */
  path: string;
  /** Zero-based, as is the character, in UTF-16 units. */
  line: number;
  character: number;
  /** The line's text. */
  text: string;
}
export interface UsagesResult {
  usages: Usage[];
  /** Whether more was found than is given, or the search was stopped. */
  partial: boolean;
}

/** `errorCodes/scan`: reads all files of the workspace for codes, with progress where the params have a token for it. */
export const scanRequest = "errorCodes/scan";
export interface ScanParams {
  workDoneToken?: string | number;
}
export interface ScanResult {
  /** How many files were looked at. */
  files: number;
  /** Whether it was stopped, so that what was known before still stands. */
  cancelled: boolean;
}

/** `errorCodes/used`: the codes of the files that were read, those first of which no provider is known. */
export const usedRequest = "errorCodes/used";
export interface UsedResult {
  scanned: boolean;
  folders: UsedFolder[];
}
export interface UsedFolder {
  uri: string;
  name: string;
  groups: UsedGroup[];
}
export interface UsedGroup {
  /** Undefined where the codes are unknown or misspelled. */
  provider?: string;
  name: string;
  codes: UsedCode[];
}
export interface UsedCode {
  code: string;
  /** In how many places it stands. */
  count: number;
  /** Undefined where it is not explained. */
  item?: CodeItem;
  suggestions: string[];
}

/** `errorCodes/places`: where a code stands in the files of a folder that were read. */
export const placesRequest = "errorCodes/places";
export interface PlacesParams {
  folder: string;
  provider?: string;
  code: string;
}
export interface Place {
  uri: string;
  range: LiteralAt["range"];
  /** The line's text. */
  line: string;
}
export type PlacesResult = Place[];

/** `errorCodes/usedChanged`: from the server, that codes of files that were read are others now. */
export const usedChangedNotification = "errorCodes/usedChanged";

/** `errorCodes/literals`: for each position of a document the literal around it; null where none with a name stands. */
export const literalsRequest = "errorCodes/literals";
export interface LiteralsParams {
  uri: string;
  positions: { line: number; character: number }[];
}
export interface LiteralAt {
  /** Its content; zero-based, in UTF-16 units. */
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
  text: string;
  /** Whether it is a string, whose content is one whole, rather than words of a text. */
  isString: boolean;
  /** What it can mean as an error code, most likely first. */
  items: CodeItem[];
}
export type LiteralsResult = (LiteralAt | null)[];

/** `errorCodes/explain`: what an error response, an exception's text or a log line says. */
export const explainRequest = "errorCodes/explain";
export interface ExplainParams {
  text: string;
}
export interface ExplainResult {
  found: { code: string; message?: string; requestId?: string; items: CodeItem[] }[];
  /** Where nothing known is found: what is nearest to what stands there. */
  nearest: CodeItem[];
}

/** `errorCodes/codesIn`: the known codes in a line of text, with their [start, end). */
export const codesInRequest = "errorCodes/codesIn";
export interface CodesInParams {
  text: string;
}
export type CodesInResult = { range: [number, number]; items: CodeItem[] }[];

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
  /** Whether the configuration pins them. */
  pinned: boolean;
  /** The configuration that governs, if any. */
  configuration: string | null;
  /** False where only what looks like a code is known. */
  parsed: boolean;
}

/** `errorCodes/pinChoices`: what providers a document can be pinned to, and where that is written. */
export const pinChoicesRequest = "errorCodes/pinChoices";
export interface PinChoicesParams {
  uri: string;
}
export type PinChoices = PinRefusal | PinOffer;
/** For people: why nothing can be pinned here. */
interface PinRefusal {
  refused: string;
}
export interface PinOffer {
  refused?: undefined;
  /** How the document, and the configuration that is written to, are called in the workspace. */
  document: string;
  configuration: { uri: string; name: string; isNew: boolean };
  /** Every provider; those that the document works with, or would, come first, with what tells so. */
  providers: { id: string; name: string; reason?: string; pinned: boolean }[];
  /** What is pinned, and what would count without it: the next pin that fits, or what the document itself tells. */
  pin?: { path: string; next?: { path: string; providers: string } };
  /** The names of what the document itself tells. */
  inferred: string;
  scopes: PinScope[];
}
/** For what a provider can be pinned. */
export interface PinScope {
  scope: "file" | "folder" | "all";
  /** As the configuration has it. */
  path: string;
  /** As people call it. */
  name: string;
  /** The names of the providers that it is pinned to now. */
  now?: string;
}

/** `errorCodes/pin`: writes a pin into the configuration that governs a document, or takes the one that counts away. */
export const pinRequest = "errorCodes/pin";
export type PinParams =
  | { uri: string; provider: string; scope: PinScope["scope"] }
  | { uri: string; provider: null };
export type PinResult = PinRefusal | { refused?: undefined };

/** `errorCodes/why`: what was seen and believed of the literal at a position, step by step, as Markdown. */
export const whyRequest = "errorCodes/why";
export interface WhyParams extends StatusParams {
  position: { line: number; character: number };
}
export type WhyResult = string | null;

/** The command that checks all files of the workspace. */
export const checkCommand = "errorCodes.checkWorkspace";

/** The address of an entry's page. */
export function pageAddress(scheme: string, key: EntryKey): string {
  return `${scheme}:${pagePath(key)}`;
}

/** The path of an entry's page, which links from page to page are. */
export function pagePath({ provider, service, code }: EntryKey): string {
  return `/${[provider, service, code].map(encodeURIComponent).join("/")}.md`;
}

/** A link of a page to a place in a file; the line is zero-based. */
export function placeLink(uri: string, line: number): string {
  return `?uri=${encodeURIComponent(uri)}&line=${line}`;
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
