import type { Catalog } from "../model/catalog.ts";
import type { Entry } from "../model/entry.ts";
import {
  type DisplayLanguage,
  type LocalizedText,
  localize,
  localizedTexts,
} from "../model/localized-text.ts";
import { kinds, labels, retries } from "../model/terms.ts";

/** How an entry is to be rendered. */
export interface Rendering {
  displayLanguage: DisplayLanguage;
  /** The target of a link to the details page, a command of ours. */
  detailsLink?: (entry: Entry) => string;
}

/** Entries of one code as a hover has them, in the order given: the first in full, the others in brief. */
export function toMarkdown(entries: readonly Entry[], catalog: Catalog, how: Rendering): string {
  const shown = new Set(entries.map(({ provider }) => provider));
  const sections = entries.map((entry, index) =>
    index === 0 ? shortSection(entry, catalog, how, shown) : briefSection(entry, catalog, how),
  );
  return sections.join("\n\n---\n\n");
}

/** The facts of an entry on one line: provider · service · status · kind · retry. */
export function facts(entry: Entry, catalog: Catalog, displayLanguage: DisplayLanguage): string[] {
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

function shortSection(entry: Entry, catalog: Catalog, how: Rendering, shown: ReadonlySet<string>): string {
  const { displayLanguage } = how;
  const others = catalog.equivalents(entry).filter(({ provider }) => !shown.has(provider));
  return paragraphs([
    codeSpan(entry.code),
    factLine(entry, catalog, displayLanguage),
    ...localizedTexts(entry.summary, displayLanguage).map(plain),
    ...notes(entry, displayLanguage),
    ...labelled(labels.fix, entry.fix ?? catalog.concept(entry)?.fix, displayLanguage),
    ...messages(entry, displayLanguage, 2),
    ...family(entry, catalog, displayLanguage),
    ...equivalents(others, catalog, displayLanguage),
    links(entry, catalog, how),
  ]);
}

function briefSection(entry: Entry, catalog: Catalog, how: Rendering): string {
  const { displayLanguage } = how;
  return paragraphs([
    factLine(entry, catalog, displayLanguage),
    ...localizedTexts(entry.summary, displayLanguage).map(plain),
    ...notes(entry, displayLanguage),
    links(entry, catalog, how),
  ]);
}

function factLine(entry: Entry, catalog: Catalog, displayLanguage: DisplayLanguage): string {
  const [provider, ...rest] = facts(entry, catalog, displayLanguage).map(plain);
  return [`**${provider}**`, ...rest].join(" · ");
}

function links(entry: Entry, catalog: Catalog, { displayLanguage, detailsLink }: Rendering): string {
  const details =
    detailsLink && `[${plain(localize(labels.details, displayLanguage))}](${detailsLink(entry)})`;
  return [details, origin(entry), documentation(entry, catalog, displayLanguage)].filter(Boolean).join(" · ");
}

/** Where an entry of a user's own catalog stands. */
function origin({ origin }: Entry): string {
  return origin ? link(plain(origin.path), `${origin.uri}#L${origin.line + 1}`) : "";
}

/** That exact comparison misses the members of a family, with two of them. */
function family(entry: Entry, catalog: Catalog, displayLanguage: DisplayLanguage): string[] {
  const children = catalog.children(entry);
  if (children.length === 0) return [];
  const shown = children.slice(0, 2).map(codeSpan).join(", ");
  return localizedTexts(labels.family, displayLanguage).map(
    (note) => `${plain(note)} ${shown}${children.length > 2 ? " …" : ""}`,
  );
}

function equivalents(same: readonly Entry[], catalog: Catalog, displayLanguage: DisplayLanguage): string[] {
  if (same.length === 0) return [];
  const shown = same.map((one) => `${plain(owner(one, catalog, displayLanguage))} ${codeSpan(one.code)}`);
  return [`${heading(labels.equivalents, displayLanguage)} ${shown.join(" · ")}`];
}

/** The name of an entry's provider. */
export function owner({ provider }: Entry, catalog: Catalog, displayLanguage: DisplayLanguage): string {
  return localize(catalog.provider(provider)?.name, displayLanguage) || provider;
}

/** A link to the vendor's page on an entry. */
export function documentation(entry: Entry, catalog: Catalog, displayLanguage: DisplayLanguage): string {
  const url = linkOf(entry, catalog);
  return url ? link(plain(localize(labels.documentation, displayLanguage)), url) : "";
}

/** A link whose target cannot end early, whatever a catalog gives as its URL. */
export function link(text: string, url: string): string {
  return `[${text}](${url.replace(/[()<>[\]\\`\s]/g, (char) => encodeURIComponent(char).replace("(", "%28").replace(")", "%29"))})`;
}

/** The vendor's page on an entry: its service's, else its provider's. */
export function linkOf(entry: Entry, catalog: Catalog): string | undefined {
  return (
    catalog.service(entry.provider, entry.service)?.link ??
    catalog.provider(entry.provider)?.links.documentation
  );
}

/** What is odd about a code: the vendor's own misspelling, or that it was withdrawn. */
export function notes(
  { officialMisspelling, deprecated }: Entry,
  displayLanguage: DisplayLanguage,
): string[] {
  const odd = officialMisspelling
    ? localizedTexts(labels.officialMisspelling, displayLanguage).map(plain)
    : [];
  if (deprecated?.use)
    odd.push(`${plain(localize(labels.use, displayLanguage))} ${codeSpan(deprecated.use)}`);
  else if (deprecated) odd.push(...localizedTexts(labels.deprecated, displayLanguage).map(plain));
  return odd.map((note) => `_${note}_`);
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
  const said = localizedTexts(text, displayLanguage).map(plain);
  return said.length > 0 ? [`${heading(label, displayLanguage)} ${said.join("\n\n")}`] : [];
}

/** A label that runs on into its text. */
function heading(label: LocalizedText, displayLanguage: DisplayLanguage): string {
  return `**${plain(localize(label, displayLanguage))}${displayLanguage === "zh-CN" ? "：" : ":"}**`;
}

/** Blocks of Markdown, the empty ones left out. */
export function paragraphs(parts: string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

/** Text from data as plain Markdown text: nothing in it can become a link, an image, HTML or a block. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]()<>#+\-!|~&$]/g, (mark) =>
      mark === "<" ? "&lt;" : mark === "&" ? "&amp;" : `\\${mark}`,
    )
    .replace(/^(\s*\d+)\./, "$1\\.");
}

/** Text from data as inline code, whatever backticks it holds. */
export function codeSpan(text: string): string {
  const flat = text.replace(/\s+/g, " ");
  const longest = Math.max(0, ...(flat.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$/.test(flat) ? " " : "";
  return `${fence}${pad}${flat}${pad}${fence}`;
}
