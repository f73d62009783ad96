import type { PageLabels } from "../../catalog/rendering/page-labels.ts";
import type { Section } from "../../catalog/rendering/section.ts";
import type { Language } from "../../catalog/text/localized-text.ts";
import type { EntryKey, RequestOrigin } from "./code-item.ts";

/** `errorCodes/details`: the page of one entry; null if there is no such entry. */
export const detailsRequest = "errorCodes/details";
export interface DetailsParams extends EntryKey, RequestOrigin {
  /** The other contents of a concrete error response, to be shown on the page. */
  response?: { message?: string; requestId?: string; action?: string };
  /** LSP language ids in order of preference; the snippets are in the first that has any. */
  languages?: string[];
}
export type DetailsResult = DetailsPage | null;

/** The content of an entry's page. */
export interface DetailsPage extends EntryKey {
  /** The main language of the page. */
  reading: Language;
  /** The provider, service, HTTP statuses, kind and retry advice. */
  facts: string[];
  /** The sections; links in their Markdown are a {@link pagePath}, a {@link fileLink} or a web URL. */
  sections: Section[];
  handling: {
    /** The id of the language of the snippets, one of `languages`. */
    language: string;
    languages: { id: string; name: string }[];
    snippets: { heading: string; text: string }[];
  };
  labels: PageLabels;
}

/** Returns the URI of an entry's page. */
export function pageUri(scheme: string, key: EntryKey): string {
  return `${scheme}:${pagePath(key)}`;
}

/** Returns the path of an entry's page, with the query if the entry has an origin; pages link to each other by it. */
export function pagePath({ provider, service, code, origin }: EntryKey): string {
  const path = `/${[provider, service, code].map(encoded).join("/")}.md`;
  return origin ? `${path}?origin=${encoded(origin)}` : path;
}

/** Returns a page's link to a line of a file; the line is zero-based. */
export function fileLink(uri: string, line: number): string {
  return `?uri=${encoded(uri)}&line=${line}`;
}

/** Encodes a part of a URI. A lone surrogate, which has no encoding, is replaced: one odd code must not break a page. */
function encoded(part: string): string {
  return encodeURIComponent(part.toWellFormed());
}
