import type { PageLabels } from "../../catalog/rendering/page-labels.ts";
import type { Section } from "../../catalog/rendering/section.ts";
import { unnamedService } from "../../catalog/schema/terms.ts";
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

/** `errorCodes/pageMarkdown`: the same page as Markdown for people without this extension; null if there is none. */
export const pageMarkdownRequest = "errorCodes/pageMarkdown";
export type PageMarkdownResult = string | null;

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

/**
 * Returns the path of an entry's page, with the query if the entry has an origin; pages link to each other by it. Editors
 * show the path to users: that of a code in their own catalog names its service only if they have named it.
 */
export function pagePath(key: EntryKey): string {
  const fields = fieldsOfPage(key);
  const names = [key.provider, ...("service" in fields ? [] : [key.service]), key.code];
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encoded(value)}`);
  return `/${names.map(encoded).join("/")}${query.length > 0 ? `?${query.join("&")}` : ""}`;
}

/** Returns the fields in the query of an entry's page: what identifies the entry and is not in the path. */
export function fieldsOfPage({ service, origin }: EntryKey): Record<string, string> {
  if (!origin) return {};
  return { ...(service === unnamedService ? { service } : {}), origin };
}

/** Returns a page's link to a line of a file; the line is zero-based. */
export function fileLink(uri: string, line: number): string {
  return `?uri=${encoded(uri)}&line=${line}`;
}

/** Encodes a part of a URI. A lone surrogate, which has no encoding, is replaced: one odd code must not break a page. */
function encoded(part: string): string {
  return encodeURIComponent(part.toWellFormed());
}
