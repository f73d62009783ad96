import type { Catalog } from "../model/catalog.ts";
import type { Entry } from "../model/entry.ts";
import { type Reading, say, type Text, texts } from "../model/localized-text.ts";
import { kinds, labels, retries } from "../model/terms.ts";

/** How an entry is to be rendered. */
export interface Rendering {
  reading: Reading;
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
export function facts(entry: Entry, catalog: Catalog, reading: Reading): string[] {
  const kind = catalog.kind(entry);
  const retry = catalog.retry(entry);
  return [
    say(catalog.provider(entry.provider)?.name, reading) || entry.provider,
    say(catalog.service(entry.provider, entry.service)?.name, reading) || entry.service,
    ...(entry.httpStatus.length > 0 ? [`HTTP ${entry.httpStatus.join(", ")}`] : []),
    ...(kind ? [say(kinds[kind], reading)] : []),
    ...(retry ? [say(retries[retry], reading)] : []),
  ];
}

function shortSection(entry: Entry, catalog: Catalog, how: Rendering, shown: ReadonlySet<string>): string {
  const { reading } = how;
  const others = catalog.equivalents(entry).filter(({ provider }) => !shown.has(provider));
  return paragraphs([
    code(entry.code),
    factLine(entry, catalog, reading),
    ...texts(entry.summary, reading).map(plain),
    ...notes(entry, reading),
    ...labelled(labels.fix, entry.fix ?? catalog.concept(entry)?.fix, reading),
    ...messages(entry, reading, 2),
    ...family(entry, catalog, reading),
    ...equivalents(others, catalog, reading),
    links(entry, catalog, how),
  ]);
}

function briefSection(entry: Entry, catalog: Catalog, how: Rendering): string {
  const { reading } = how;
  return paragraphs([
    factLine(entry, catalog, reading),
    ...texts(entry.summary, reading).map(plain),
    ...notes(entry, reading),
    links(entry, catalog, how),
  ]);
}

function factLine(entry: Entry, catalog: Catalog, reading: Reading): string {
  const [provider, ...rest] = facts(entry, catalog, reading).map(plain);
  return [`**${provider}**`, ...rest].join(" · ");
}

function links(entry: Entry, catalog: Catalog, { reading, detailsLink }: Rendering): string {
  const details = detailsLink && `[${plain(say(labels.details, reading))}](${detailsLink(entry)})`;
  return [details, origin(entry), documentation(entry, catalog, reading)].filter(Boolean).join(" · ");
}

/** Where an entry of a user's own catalog stands. */
function origin({ origin }: Entry): string {
  return origin ? link(plain(origin.path), `${origin.uri}#L${origin.line + 1}`) : "";
}

/** That exact comparison misses the members of a family, with two of them. */
function family(entry: Entry, catalog: Catalog, reading: Reading): string[] {
  const children = catalog.children(entry);
  if (children.length === 0) return [];
  const shown = children.slice(0, 2).map(code).join(", ");
  return texts(labels.family, reading).map(
    (note) => `${plain(note)} ${shown}${children.length > 2 ? " …" : ""}`,
  );
}

function equivalents(same: readonly Entry[], catalog: Catalog, reading: Reading): string[] {
  if (same.length === 0) return [];
  const shown = same.map((one) => `${plain(owner(one, catalog, reading))} ${code(one.code)}`);
  return [`${heading(labels.equivalents, reading)} ${shown.join(" · ")}`];
}

/** The name of an entry's provider. */
export function owner({ provider }: Entry, catalog: Catalog, reading: Reading): string {
  return say(catalog.provider(provider)?.name, reading) || provider;
}

/** A link to the vendor's page on an entry. */
export function documentation(entry: Entry, catalog: Catalog, reading: Reading): string {
  const url = linkOf(entry, catalog);
  return url ? link(plain(say(labels.documentation, reading)), url) : "";
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
export function notes({ officialMisspelling, deprecated }: Entry, reading: Reading): string[] {
  const odd = officialMisspelling ? texts(labels.officialMisspelling, reading).map(plain) : [];
  if (deprecated?.use) odd.push(`${plain(say(labels.use, reading))} ${code(deprecated.use)}`);
  else if (deprecated) odd.push(...texts(labels.deprecated, reading).map(plain));
  return odd.map((note) => `_${note}_`);
}

function messages(entry: Entry, reading: Reading, limit: number): string[] {
  if (entry.messages.length === 0) return [];
  const shown = entry.messages.slice(0, limit).map((message) => code(message));
  const rest = entry.messages.length - shown.length;
  return [`${heading(labels.message, reading)} ${shown.join(" · ")}${rest > 0 ? ` … +${rest}` : ""}`];
}

function labelled(label: Text, text: Text | undefined, reading: Reading): string[] {
  const said = texts(text, reading).map(plain);
  return said.length > 0 ? [`${heading(label, reading)} ${said.join("\n\n")}`] : [];
}

/** A label that runs on into its text. */
function heading(label: Text, reading: Reading): string {
  return `**${plain(say(label, reading))}${reading === "zh-CN" ? "：" : ":"}**`;
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
export function code(text: string): string {
  const flat = text.replace(/\s+/g, " ");
  const longest = Math.max(0, ...(flat.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$/.test(flat) ? " " : "";
  return `${fence}${pad}${flat}${pad}${fence}`;
}
