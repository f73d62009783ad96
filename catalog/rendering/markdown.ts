import type { Catalog } from "../model/catalog.ts";
import type { Entry } from "../model/entry.ts";
import {
  type DisplayLanguage,
  type LocalizedText,
  localize,
  localizedTexts,
} from "../model/localized-text.ts";
import { kinds, labels, retries } from "../model/terms.ts";

/** The options for rendering an entry. */
export interface RenderingOptions {
  displayLanguage: DisplayLanguage;
  /** Returns the target of a link to the entry's page, one of our commands. */
  detailsLink?: (entry: Entry) => string;
}

/** Renders the entries of one code as Markdown for a hover, in the given order: the first in full, the others in brief. */
export function toMarkdown(entries: readonly Entry[], catalog: Catalog, rendering: RenderingOptions): string {
  const shownProviders = new Set(entries.map(({ provider }) => provider));
  const sections = entries.map((entry, index) =>
    index === 0
      ? fullSection(entry, catalog, rendering, shownProviders)
      : briefSection(entry, catalog, rendering),
  );
  return sections.join("\n\n---\n\n");
}

/** Returns the facts of an entry, to be shown on one line: provider · service · status · kind · retry. */
export function factsOf(entry: Entry, catalog: Catalog, displayLanguage: DisplayLanguage): string[] {
  const kind = catalog.kind(entry);
  const retry = catalog.retry(entry);
  return [
    localize(catalog.provider(entry.provider)?.name, displayLanguage) || entry.provider,
    localize(catalog.service(entry.provider, entry.service)?.name, displayLanguage) || entry.service,
    ...(entry.httpStatus.length > 0 ? [`HTTP ${entry.httpStatus.join(", ")}`] : []),
    ...(kind ? [localize(kinds[kind], displayLanguage)] : []),
    ...(retry ? [localize(retries[retry], displayLanguage)] : []),
  ];
}

function fullSection(
  entry: Entry,
  catalog: Catalog,
  rendering: RenderingOptions,
  shownProviders: ReadonlySet<string>,
): string {
  const { displayLanguage } = rendering;
  const others = catalog.equivalents(entry).filter(({ provider }) => !shownProviders.has(provider));
  return paragraphs([
    codeSpan(entry.code),
    factLine(entry, catalog, displayLanguage),
    ...localizedTexts(entry.summary, displayLanguage).map(escapeMarkdown),
    ...notesOf(entry, displayLanguage),
    ...labelled(labels.fix, entry.fix ?? catalog.concept(entry)?.fix, displayLanguage),
    ...messages(entry, displayLanguage, 2),
    ...family(entry, catalog, displayLanguage),
    ...equivalents(others, catalog, displayLanguage),
    links(entry, catalog, rendering),
  ]);
}

function briefSection(entry: Entry, catalog: Catalog, rendering: RenderingOptions): string {
  const { displayLanguage } = rendering;
  return paragraphs([
    factLine(entry, catalog, displayLanguage),
    ...localizedTexts(entry.summary, displayLanguage).map(escapeMarkdown),
    ...notesOf(entry, displayLanguage),
    links(entry, catalog, rendering),
  ]);
}

function factLine(entry: Entry, catalog: Catalog, displayLanguage: DisplayLanguage): string {
  const [provider, ...rest] = factsOf(entry, catalog, displayLanguage).map(escapeMarkdown);
  return [`**${provider}**`, ...rest].join(" · ");
}

function links(entry: Entry, catalog: Catalog, { displayLanguage, detailsLink }: RenderingOptions): string {
  const details =
    detailsLink && `[${escapeMarkdown(localize(labels.details, displayLanguage))}](${detailsLink(entry)})`;
  return [details, origin(entry), documentationLink(entry, catalog, displayLanguage)]
    .filter(Boolean)
    .join(" · ");
}

/** Returns a link to an entry in a user's own catalog, or an empty string for a built-in entry. */
function origin({ origin }: Entry): string {
  return origin ? markdownLink(escapeMarkdown(origin.path), `${origin.uri}#L${origin.line + 1}`) : "";
}

/** Returns the note that an exact comparison misses the more specific codes, with two of them as examples. */
function family(entry: Entry, catalog: Catalog, displayLanguage: DisplayLanguage): string[] {
  const children = catalog.children(entry);
  if (children.length === 0) return [];
  const shown = children.slice(0, 2).map(codeSpan).join(", ");
  return localizedTexts(labels.family, displayLanguage).map(
    (note) => `${escapeMarkdown(note)} ${shown}${children.length > 2 ? " …" : ""}`,
  );
}

function equivalents(
  entries: readonly Entry[],
  catalog: Catalog,
  displayLanguage: DisplayLanguage,
): string[] {
  if (entries.length === 0) return [];
  const shown = entries.map(
    (one) => `${escapeMarkdown(providerName(one, catalog, displayLanguage))} ${codeSpan(one.code)}`,
  );
  return [`${heading(labels.equivalents, displayLanguage)} ${shown.join(" · ")}`];
}

/** Returns the name of an entry's provider, or its id if it has no name. */
export function providerName(
  { provider }: Entry,
  catalog: Catalog,
  displayLanguage: DisplayLanguage,
): string {
  return localize(catalog.provider(provider)?.name, displayLanguage) || provider;
}

/** Returns a link to the vendor's page about an entry, or an empty string if there is none. */
export function documentationLink(entry: Entry, catalog: Catalog, displayLanguage: DisplayLanguage): string {
  const url = documentationUrl(entry, catalog);
  return url ? markdownLink(escapeMarkdown(localize(labels.documentation, displayLanguage)), url) : "";
}

/** Renders a link whose target cannot end early, whatever characters the URL from a catalog contains. */
export function markdownLink(text: string, url: string): string {
  return `[${text}](${url.replace(/[()<>[\]\\`\s]/g, (char) => encodeURIComponent(char).replace("(", "%28").replace(")", "%29"))})`;
}

/** Returns the URL of the vendor's page about an entry: that of its service, else that of its provider. */
export function documentationUrl(entry: Entry, catalog: Catalog): string | undefined {
  return (
    catalog.service(entry.provider, entry.service)?.link ??
    catalog.provider(entry.provider)?.links.documentation
  );
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

function messages(entry: Entry, displayLanguage: DisplayLanguage, limit: number): string[] {
  if (entry.messages.length === 0) return [];
  const shown = entry.messages.slice(0, limit).map((message) => codeSpan(message));
  const rest = entry.messages.length - shown.length;
  return [`${heading(labels.message, displayLanguage)} ${shown.join(" · ")}${rest > 0 ? ` … +${rest}` : ""}`];
}

function labelled(
  label: LocalizedText,
  text: LocalizedText | undefined,
  displayLanguage: DisplayLanguage,
): string[] {
  const texts = localizedTexts(text, displayLanguage).map(escapeMarkdown);
  return texts.length > 0 ? [`${heading(label, displayLanguage)} ${texts.join("\n\n")}`] : [];
}

/** Renders a label in bold, to be followed by its text on the same line. */
function heading(label: LocalizedText, displayLanguage: DisplayLanguage): string {
  return `**${escapeMarkdown(localize(label, displayLanguage))}${displayLanguage === "zh-CN" ? "：" : ":"}**`;
}

/** Joins blocks of Markdown, leaving out empty ones. */
export function paragraphs(parts: string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

/** Escapes text from data as plain Markdown text: nothing in it can become a link, an image, HTML or a block. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]()<>#+\-!|~&$]/g, (char) =>
      char === "<" ? "&lt;" : char === "&" ? "&amp;" : `\\${char}`,
    )
    .replace(/^(\s*\d+)\./, "$1\\.");
}

/** Renders text from data as inline code, whatever backticks it contains. */
export function codeSpan(text: string): string {
  const flat = text.replace(/\s+/g, " ");
  const longest = Math.max(0, ...(flat.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$/.test(flat) ? " " : "";
  return `${fence}${pad}${flat}${pad}${fence}`;
}
