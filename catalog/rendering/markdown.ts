import type { ActionKey } from "../model/actions.ts";
import type { Catalog } from "../model/catalog.ts";
import type { Entry } from "../model/entry.ts";
import { kinds, labels, retries, unnamedService } from "../schema/terms.ts";
import {
  type DisplayLanguage,
  type LocalizedText,
  localize,
  localizedTexts,
} from "../text/localized-text.ts";

/** The options for rendering an entry. */
export interface RenderingOptions {
  displayLanguage: DisplayLanguage;
  /** Returns the target of a link to the entry's page, one of our commands. */
  detailsLink?: (entry: Entry) => string;
  /** Returns the target of a link to all codes of an action. */
  actionLink?: (action: ActionKey) => string;
}

/** Returns the facts of an entry, to be shown on one line: provider · service · status · kind · retry. */
export function factsOf(entry: Entry, catalog: Catalog, displayLanguage: DisplayLanguage): string[] {
  const kind = catalog.kind(entry);
  const retry = catalog.retry(entry);
  return [
    localize(catalog.provider(entry.provider)?.name, displayLanguage) || entry.provider,
    ...[serviceName(entry, catalog, displayLanguage)].filter(Boolean),
    ...(entry.httpStatus.length > 0 ? [`HTTP ${entry.httpStatus.join(", ")}`] : []),
    ...(kind ? [localize(kinds[kind], displayLanguage)] : []),
    ...(retry ? [localize(retries[retry], displayLanguage)] : []),
  ];
}

/** Returns the name of an entry's provider, or its id if it has no name. */
export function providerName(
  { provider }: Entry,
  catalog: Catalog,
  displayLanguage: DisplayLanguage,
): string {
  return localize(catalog.provider(provider)?.name, displayLanguage) || provider;
}

/** Returns the name of an entry's service, or its id; an empty string for the codes of users who have named no service. */
export function serviceName(
  { provider, service }: Pick<Entry, "provider" | "service">,
  catalog: Catalog,
  displayLanguage: DisplayLanguage,
): string {
  const name = localize(catalog.service(provider, service)?.name, displayLanguage) || service;
  return service === unnamedService && name === unnamedService ? "" : name;
}

/** Renders a link to the page of an entry; only its text if the client shows no pages. */
export function linkTo(entry: Entry, text: string, { detailsLink }: RenderingOptions): string {
  return detailsLink ? markdownLink(text, detailsLink(entry)) : text;
}

/** Renders codes as a list, each with a link to its page and with what it means; empty if there are none. */
export function codesWithMeaning(
  codes: readonly { code: string; entry: Entry | undefined }[],
  rendering: RenderingOptions,
): string {
  const { displayLanguage } = rendering;
  const colon = displayLanguage === "zh-CN" ? "：" : ": ";
  return codes
    .map(({ code, entry }) => {
      const name = entry ? linkTo(entry, codeSpan(code), rendering) : codeSpan(code);
      const meaning = escapeMarkdown(localize(entry?.summary, displayLanguage));
      return `- ${name}${meaning && colon}${meaning}`;
    })
    .join("\n");
}

/** Returns the plain Markdown text of a label. */
export function textOf(label: LocalizedText, displayLanguage: DisplayLanguage): string {
  return escapeMarkdown(localize(label, displayLanguage));
}

/** Returns a link to the vendor's page about an entry, or an empty string if there is none. */
export function documentationLink(entry: Entry, catalog: Catalog, displayLanguage: DisplayLanguage): string {
  const url = documentationUrl(entry, catalog, displayLanguage);
  return url ? markdownLink(escapeMarkdown(localize(labels.documentation, displayLanguage)), url) : "";
}

/** Renders a link whose target cannot end early, whatever characters the URL contains, such as those of a code. */
export function markdownLink(text: string, url: string): string {
  return `[${text}](${url.replace(/[()<>[\]\\`\s]/g, (char) => encodeURIComponent(char).replace("(", "%28").replace(")", "%29"))})`;
}

/**
 * Returns the URL of the vendor's page about the codes of an entry's service, in the language of the reader if there is
 * such a page; undefined if none is known, since the start page of a vendor says nothing about a code.
 */
export function documentationUrl(
  entry: Pick<Entry, "provider" | "service" | "code">,
  catalog: Catalog,
  displayLanguage: DisplayLanguage,
): string | undefined {
  const [url] = localizedTexts(catalog.service(entry.provider, entry.service)?.link, displayLanguage);
  return url?.replaceAll("{code}", encodeURIComponent(entry.code));
}

/**
 * Returns what an entry says, as paragraphs; what is only read from the name of its code is marked so. None if these are
 * the words of an SDK, which are shown as such.
 */
export function summaryOf({ summary, basis }: Entry, displayLanguage: DisplayLanguage): string[] {
  if (basis === "sdk") return [];
  const texts = localizedTexts(summary, displayLanguage).map(escapeMarkdown);
  if (basis !== "name") return texts;
  if (texts.length === 0) return localizedTexts(labels.unexplained, displayLanguage).map(escapeMarkdown);
  return [`${heading(labels.fromName, displayLanguage)} ${texts.join("\n\n")}`];
}

/** Returns notes on a code that the vendor itself misspells or has withdrawn, in italics. */
export function notesOf(
  { officialMisspelling, deprecated }: Entry,
  displayLanguage: DisplayLanguage,
): string[] {
  const texts = officialMisspelling
    ? localizedTexts(labels.officialMisspelling, displayLanguage).map(escapeMarkdown)
    : [];
  if (deprecated?.use)
    texts.push(`${escapeMarkdown(localize(labels.use, displayLanguage))} ${codeSpan(deprecated.use)}`);
  else if (deprecated) texts.push(...localizedTexts(labels.deprecated, displayLanguage).map(escapeMarkdown));
  return texts.map((note) => `_${note}_`);
}

/** Renders a label in bold, to be followed by its text on the same line. */
export function heading(label: LocalizedText, displayLanguage: DisplayLanguage): string {
  return `**${escapeMarkdown(localize(label, displayLanguage))}${displayLanguage === "zh-CN" ? "：" : ":"}**`;
}

/** Joins blocks of Markdown, leaving out empty ones. */
export function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

/** What editors take for a link where it stands bare: `https://`, `www.`, an address. */
const bareLink = /(?<=https?|ftp):(?=\/\/)|(?<=www)\.|@/gi;

/** Escapes text from data as plain Markdown text: nothing in it can become a link, an image, HTML or a block. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]()<>#+\-!|~&$]/g, (char) =>
      char === "<" ? "&lt;" : char === "&" ? "&amp;" : `\\${char}`,
    )
    .replace(bareLink, "\\$&")
    .replace(/^(\s*\d+)\./, "$1\\.");
}

/** Renders text from data as inline code, whatever backticks it contains. */
export function codeSpan(text: string): string {
  const flat = text.replace(/\s+/g, " ");
  const longest = (flat.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$/.test(flat) ? " " : "";
  return `${fence}${pad}${flat}${pad}${fence}`;
}
