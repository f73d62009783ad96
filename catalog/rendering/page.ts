import type { Catalog } from "../model/catalog.ts";
import type { Entry } from "../model/entry.ts";
import { familyOf } from "../model/family.ts";
import {
  type DisplayLanguage,
  type LocalizedText,
  localize,
  localizedTexts,
} from "../model/localized-text.ts";
import { labels } from "../model/terms.ts";
import { codeSpan, documentation, link, notes, owner, paragraphs, plain } from "./markdown.ts";

/** A part of an entry's page; those that are more than text, `handling` and `usages`, have no Markdown. */
export interface Section {
  id: keyof typeof labels | "summary";
  heading: string;
  markdown: string;
}

/** How a page is to be rendered. */
export interface PageRendering {
  displayLanguage: DisplayLanguage;
  /** What a concrete response says besides the code. */
  response?: { message?: string; requestId?: string };
  /** The target of a link to another entry's page. */
  linkTo: (entry: Entry) => string;
  /** The target of a link to a place in a file; the line is zero-based. */
  linkToPlace: (uri: string, line: number) => string;
}

/** More relatives than this are a catalog, not a family. */
const maximumRelatives = 30;

/** All that is known of an entry, part by part in the order of its page; parts that say nothing are left out. */
export function pageSections(entry: Entry, catalog: Catalog, how: PageRendering): Section[] {
  const { displayLanguage } = how;
  const concept = catalog.concept(entry);
  const section = (id: keyof typeof labels, ...blocks: string[]): Section[] => {
    const markdown = paragraphs(blocks);
    return markdown === "" ? [] : [{ id, heading: localize(labels[id], displayLanguage), markdown }];
  };
  const bare = (id: "handling" | "usages"): Section => ({
    id,
    heading: localize(labels[id], displayLanguage),
    markdown: "",
  });
  const same = catalog
    .equivalents(entry)
    .map(
      (one) => `${plain(owner(one, catalog, displayLanguage))}${colon(displayLanguage)}${linked(one, how)}`,
    );
  const summary = paragraphs([
    ...localizedTexts(entry.summary, displayLanguage).map(plain),
    ...notes(entry, displayLanguage),
  ]);
  return [
    { id: "summary", heading: "", markdown: summary },
    ...section("response", ...response(how)),
    ...section("cause", ...localizedTexts(entry.cause ?? concept?.cause, displayLanguage).map(plain)),
    ...section("fix", ...localizedTexts(entry.fix ?? concept?.fix, displayLanguage).map(plain)),
    ...section("message", list(entry.messages.map(codeSpan))),
    ...section("equivalents", list(same)),
    bare("usages"),
    bare("handling"),
    ...section("relatives", ...relatives(entry, catalog, how)),
    ...section("source", sources(entry), origin(entry, how), documentation(entry, catalog, displayLanguage)),
  ];
}

function response({ displayLanguage, response }: PageRendering): string[] {
  const { message, requestId } = response ?? {};
  const fact = (label: LocalizedText, value: string | undefined) =>
    value ? [`**${plain(localize(label, displayLanguage))}**\n\n${codeSpan(value)}`] : [];
  return [...fact(labels.message, message), ...fact(labels.requestId, requestId)];
}

function relatives(entry: Entry, catalog: Catalog, how: PageRendering): string[] {
  const { parent, children, siblings } = familyOf(entry, catalog);
  const group = (label: LocalizedText, entries: readonly Entry[]) => {
    if (entries.length === 0) return [];
    const shown = entries.slice(0, maximumRelatives).map((one) => linked(one, how));
    const rest = entries.length - shown.length;
    return [
      `### ${plain(localize(label, how.displayLanguage))}`,
      list([...shown, ...(rest > 0 ? [`… +${rest}`.replace("+", "\\+")] : [])]),
    ];
  };
  return [
    ...(children.length > 0
      ? localizedTexts(labels.family, how.displayLanguage).map((note) => familyNote(note, children))
      : []),
    ...group(labels.parent, parent ? [parent] : []),
    ...group(labels.children, children),
    ...group(labels.siblings, siblings),
  ];
}

/** That exact comparison misses the more specific codes, with one of them. */
function familyNote(note: string, [first]: readonly Entry[]): string {
  return `${plain(note)} ${codeSpan(first?.code ?? "")}`;
}

function colon(displayLanguage: DisplayLanguage): string {
  return displayLanguage === "zh-CN" ? "：" : ": ";
}

function linked(entry: Entry, { linkTo }: PageRendering): string {
  return `[${codeSpan(entry.code)}](${linkTo(entry)})`;
}

function sources(entry: Entry): string {
  const places = entry.source.map(({ document, section, date, url }) => {
    const [name = "", ...rest] = [document, section, date].flatMap((one) => (one ? plain(one) : []));
    return [url ? link(name, url) : name, ...rest].join(", ");
  });
  return list([...new Set(places)]);
}

/** Where an entry of a user's own catalog stands. */
function origin({ origin }: Entry, { linkToPlace }: PageRendering): string {
  if (!origin) return "";
  return link(plain(`${origin.path}:${origin.line + 1}`), linkToPlace(origin.uri, origin.line));
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}
