import type { Catalog } from "../model/catalog.ts";
import type { Entry } from "../model/entry.ts";
import { familyOf } from "../model/family.ts";
import { withNameRead } from "../naming/explain-by-name.ts";
import { labels } from "../schema/terms.ts";
import {
  type DisplayLanguage,
  type LocalizedText,
  localize,
  localizedTexts,
} from "../text/localized-text.ts";
import {
  codeSpan,
  documentationLink,
  escapeMarkdown,
  factsOf,
  heading,
  linkTo,
  markdownLink,
  notesOf,
  paragraphs,
  providerName,
  type RenderingOptions,
  summaryOf,
  textOf,
} from "./markdown.ts";
import { sdkWords } from "./sdk-words.ts";
import { serviceLines } from "./services.ts";

/** What is known of the place where a code stands. */
export interface HoverContext {
  /** The ids of the providers that the place certainly works with: only their entries are shown in full. */
  certainProviders?: ReadonlySet<string>;
  /** Whether a service is one of those that the file imports: other services are then only named. */
  isImported?: (service: Pick<Entry, "provider" | "service">) => boolean;
  /** Whether the code is tested in such a way that its more specific codes match too; undefined if that is not certain. */
  matchesChildren?: boolean | undefined;
  /** Paragraphs of Markdown to show below the code. */
  notes?: readonly string[];
}

/** The context of an entry outside a document, such as in a list. */
const anywhere: HoverContext = { matchesChildren: false };

/** How many of an entry's messages are shown. */
const maximumMessages = 2;

/**
 * Renders the entries of one code as Markdown for a hover: a section for each provider, in the given order, the first
 * in full. If any provider is certain, only the certain ones have sections.
 */
export function toMarkdown(
  entries: readonly Entry[],
  catalog: Catalog,
  rendering: RenderingOptions,
  context: HoverContext = anywhere,
): string {
  const all = entries.map((entry) => withNameRead(entry, catalog.concepts));
  const byProvider = [...Map.groupBy(all, ({ provider }) => provider).values()];
  const certain = byProvider.filter(([first]) => context.certainProviders?.has(first?.provider ?? ""));
  const [first, ...others] = certain.length > 0 ? certain : byProvider;
  if (!first?.[0]) return "";
  const title = codeSpan(first[0].code);
  const sections = [
    paragraphs([title, ...(context.notes ?? []), fullSection(first, all, catalog, rendering, context)]),
    ...others.map((services) => briefSection(services, title, catalog, rendering, context)),
  ];
  return sections.join("\n\n---\n\n");
}

/** Renders the entries of one provider's services; `entries` are those of all providers. */
function fullSection(
  services: readonly Entry[],
  entries: readonly Entry[],
  catalog: Catalog,
  rendering: RenderingOptions,
  context: HoverContext,
): string {
  const [entry] = services;
  if (!entry) return "";
  const { displayLanguage } = rendering;
  const words = sdkWords(entry, catalog, displayLanguage, context.isImported);
  return paragraphs([
    ...opening(entry, services, catalog, rendering, context),
    ...(entry.basis === "sdk" ? words : []),
    ...labelled(labels.fix, entry.fix ?? catalog.concept(entry)?.fix, displayLanguage),
    ...messages(entry, displayLanguage),
    ...(entry.basis === "sdk" ? [] : words),
    ...parent(entry, catalog, rendering),
    ...family(entry, catalog, displayLanguage, context),
    ...onOtherClouds(entry, entries, catalog, rendering),
    links(entry, catalog, rendering),
  ]);
}

function briefSection(
  services: readonly Entry[],
  title: string,
  catalog: Catalog,
  rendering: RenderingOptions,
  context: HoverContext,
): string {
  const [entry] = services;
  if (!entry) return "";
  const code = codeSpan(entry.code);
  return paragraphs([
    code === title ? "" : code,
    ...opening(entry, services, catalog, rendering, context),
    ...sdkWords(entry, catalog, rendering.displayLanguage, context.isImported),
    links(entry, catalog, rendering),
  ]);
}

/** Returns the facts, the summary and the notes of a provider's first entry, and how its other services differ. */
function opening(
  entry: Entry,
  services: readonly Entry[],
  catalog: Catalog,
  rendering: RenderingOptions,
  context: HoverContext,
): string[] {
  const { displayLanguage } = rendering;
  return [
    factLine(entry, catalog, displayLanguage),
    ...summaryOf(entry, displayLanguage),
    ...notesOf(entry, displayLanguage),
    ...serviceLines(services, catalog, rendering, context.isImported),
  ];
}

function factLine(entry: Entry, catalog: Catalog, displayLanguage: DisplayLanguage): string {
  const [provider, ...rest] = factsOf(entry, catalog, displayLanguage).map(escapeMarkdown);
  return [`**${provider}**`, ...rest].join(" · ");
}

function links(entry: Entry, catalog: Catalog, rendering: RenderingOptions): string {
  const { displayLanguage, detailsLink } = rendering;
  const details = detailsLink && linkTo(entry, textOf(labels.details, displayLanguage), rendering);
  return [details, origin(entry), documentationLink(entry, catalog, displayLanguage)]
    .filter(Boolean)
    .join(" · ");
}

/** Returns a link to an entry in a user's own catalog, or an empty string for a built-in entry. */
function origin({ origin }: Entry): string {
  return origin ? markdownLink(escapeMarkdown(origin.path), `${origin.uri}#L${origin.line + 1}`) : "";
}

/** Returns the more general code of one that only its name explains: it may be explained better. */
function parent(entry: Entry, catalog: Catalog, rendering: RenderingOptions): string[] {
  const found = entry.basis === "name" ? familyOf(entry, catalog).parent : undefined;
  if (!found) return [];
  const { displayLanguage } = rendering;
  const meaning = escapeMarkdown(localize(found.summary, displayLanguage));
  const colon = displayLanguage === "zh-CN" ? "：" : ": ";
  const link = linkTo(found, codeSpan(found.code), rendering);
  return [`${heading(labels.parent, displayLanguage)} ${link}${meaning && colon}${meaning}`];
}

/** Returns the note whether the more specific codes match too, with two of them as examples. */
function family(
  entry: Entry,
  catalog: Catalog,
  displayLanguage: DisplayLanguage,
  { matchesChildren }: HoverContext,
): string[] {
  const children = matchesChildren === undefined ? [] : catalog.children(entry);
  if (children.length === 0) return [];
  const shown = children
    .slice(0, 2)
    .map(codeSpan)
    .join(displayLanguage === "zh-CN" ? "、" : ", ");
  return localizedTexts(matchesChildren ? labels.familyMatches : labels.family, displayLanguage).map(
    (note) => `${escapeMarkdown(note)} ${shown}${children.length > 2 ? " …" : ""}`,
  );
}

/** Returns the equivalent codes of all other providers, and this code where it is no equivalent, as one line of links. */
function onOtherClouds(
  entry: Entry,
  entries: readonly Entry[],
  catalog: Catalog,
  rendering: RenderingOptions,
): string[] {
  const { displayLanguage } = rendering;
  const equivalents = catalog.equivalents(entry);
  const named = new Set([entry.provider, ...equivalents.map(({ provider }) => provider)]);
  const sameCode = entries.filter(({ provider }) => !named.has(provider) && named.add(provider));
  const shown = [...equivalents, ...sameCode].map((one) => {
    const name = escapeMarkdown(providerName(one, catalog, displayLanguage));
    return `${name} ${linkTo(one, codeSpan(one.code), rendering)}`;
  });
  return shown.length > 0 ? [`${heading(labels.equivalents, displayLanguage)} ${shown.join(" · ")}`] : [];
}

function messages({ messages }: Entry, displayLanguage: DisplayLanguage): string[] {
  if (messages.length === 0) return [];
  const shown = messages.slice(0, maximumMessages).map((message) => codeSpan(message));
  const rest = messages.length - shown.length;
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
