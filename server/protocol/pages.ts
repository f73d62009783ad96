import type { Language } from "../../catalog/model/localized-text.ts";
import type { Section } from "../../catalog/rendering/page.ts";
import type { PageLabels } from "../../catalog/rendering/page-labels.ts";
import type { EntryKey, RequestOrigin } from "./code-item.ts";

/** `errorCodes/details`: the page of one entry; null where there is none. */
export const detailsRequest = "errorCodes/details";
export interface DetailsParams extends EntryKey, RequestOrigin {
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

/** The address of an entry's page. */
export function pageAddress(scheme: string, key: EntryKey): string {
  return `${scheme}:${pagePath(key)}`;
}

/** The path of an entry's page, which links from page to page are. */
export function pagePath({ provider, service, code, origin }: EntryKey): string {
  const path = `/${[provider, service, code].map(encodeURIComponent).join("/")}.md`;
  return origin ? `${path}?origin=${encodeURIComponent(origin)}` : path;
}

/** A link of a page to a place in a file; the line is zero-based. */
export function placeLink(uri: string, line: number): string {
  return `?uri=${encodeURIComponent(uri)}&line=${line}`;
}
