import type { Catalog } from "../model/catalog.ts";
import type { Entry } from "../model/entry.ts";
import { servicesOfCode } from "../model/explained.ts";
import { kinds, labels, retries } from "../schema/terms.ts";
import { type DisplayLanguage, localize } from "../text/localized-text.ts";
import { escapeMarkdown, heading, linkTo, type RenderingOptions } from "./markdown.ts";

/** How many services have a line of their own. */
const maximumLines = 4;

/**
 * Renders what the other services of a provider say of the first one's code: a line for each with its summary and what
 * differs from the first; services that say the same share a line. What is left, and all that are not imported if the
 * first one is, are only named, as are the services with repeated entries. Returns no blocks if there is one service only.
 */
export function serviceLines(
  services: readonly Entry[],
  catalog: Catalog,
  rendering: RenderingOptions,
  isImported: (entry: Entry) => boolean = () => false,
): string[] {
  const [first, ...others] = services;
  if (!first) return [];
  // Where the file names its service, or where all share a code, the further ones that have it say nothing new.
  const isClear = first.service === "common" || isImported(first);
  const repeated = isClear ? [] : repeatedServices(services, first, catalog, rendering);
  if (others.length + repeated.length === 0) return [];
  const explained = isImported(first) ? others.filter(isImported) : others;
  const lines = [...Map.groupBy(explained, (entry) => statement(entry, catalog)).values()]
    .filter(([entry]) => entry && statement(entry, catalog) !== statement(first, catalog))
    // Those that differ in more than their wording first.
    .sort(([a], [b]) => differences(b, first, catalog) - differences(a, first, catalog))
    .slice(0, maximumLines);
  const shown = new Set(lines.flat());
  const rest = others.filter((entry) => !shown.has(entry));
  const named = [...rest.map((entry) => nameOf(entry, catalog, rendering)), ...repeated];
  return [
    lines.map((group) => line(group, first, catalog, rendering)).join("\n"),
    named.length > 0 ? `${heading(labels.otherServices, rendering.displayLanguage)} ${shortened(named)}` : "",
  ];
}

/** How many services are named. */
const maximumNamed = 12;

function shortened(names: readonly string[]): string {
  const rest = names.length - maximumNamed;
  return [...names.slice(0, maximumNamed), ...(rest > 0 ? [`… +${rest}`] : [])].join(" · ");
}

/** Returns the names of the services that have a code, but of which no entry is shown. */
function repeatedServices(
  services: readonly Entry[],
  { provider, code }: Entry,
  catalog: Catalog,
  { displayLanguage }: RenderingOptions,
): string[] {
  const shown = new Set(services.map(({ service }) => service));
  return servicesOfCode(code, provider, catalog)
    .filter((service) => !shown.has(service))
    .map((service) =>
      escapeMarkdown(localize(catalog.service(provider, service)?.name, displayLanguage) || service),
    );
}

/** Returns everything that a hover says of an entry, as a key to compare it by. */
function statement(entry: Entry, catalog: Catalog): string {
  const { summary, fix, cause, httpStatus } = entry;
  return JSON.stringify([summary, fix, cause, httpStatus, catalog.kind(entry), catalog.retry(entry)]);
}

function line(group: readonly Entry[], first: Entry, catalog: Catalog, rendering: RenderingOptions): string {
  const { displayLanguage } = rendering;
  const [entry] = group;
  if (!entry) return "";
  const facts = [names(group, catalog, rendering), ...ownFacts(entry, first, catalog, displayLanguage)];
  const summary = escapeMarkdown(localize(entry.summary, displayLanguage));
  return `- ${facts.join(" · ")}${summary && (displayLanguage === "zh-CN" ? "：" : ": ")}${summary}`;
}

/** Returns the facts in which an entry differs from the first one. */
function ownFacts(entry: Entry, first: Entry, catalog: Catalog, displayLanguage: DisplayLanguage): string[] {
  const [kind, retry] = [catalog.kind(entry), catalog.retry(entry)];
  const status = entry.httpStatus.join(", ");
  return [
    ...(status && status !== first.httpStatus.join(", ") ? [`HTTP ${status}`] : []),
    ...(kind && kind !== catalog.kind(first) ? [localize(kinds[kind], displayLanguage)] : []),
    ...(retry && retry !== catalog.retry(first) ? [localize(retries[retry], displayLanguage)] : []),
  ].map(escapeMarkdown);
}

/** Returns in how many ways an entry differs from the first one of its provider, besides the wording. */
function differences(entry: Entry | undefined, first: Entry, catalog: Catalog): number {
  if (!entry) return 0;
  const hasOwn = (key: "fix" | "cause") =>
    entry[key] !== undefined && JSON.stringify(entry[key]) !== JSON.stringify(first[key]);
  return (
    ownFacts(entry, first, catalog, "en").length + [hasOwn("fix"), hasOwn("cause")].filter(Boolean).length
  );
}

function names(entries: readonly Entry[], catalog: Catalog, rendering: RenderingOptions): string {
  return entries.map((entry) => nameOf(entry, catalog, rendering)).join(" · ");
}

function nameOf(entry: Entry, catalog: Catalog, rendering: RenderingOptions): string {
  const name = localize(catalog.service(entry.provider, entry.service)?.name, rendering.displayLanguage);
  return linkTo(entry, escapeMarkdown(name || entry.service), rendering);
}
