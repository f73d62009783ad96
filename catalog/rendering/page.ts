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
import { actionSection } from "./action-groups.ts";
import {
  codeSpan,
  documentationLink,
  escapeMarkdown,
  markdownLink,
  notesOf,
  paragraphs,
  providerName,
  summaryOf,
} from "./markdown.ts";
import { statementsOn, statementToMarkdown } from "./sdk-words.ts";
import type { PageOptions, Section } from "./section.ts";
import { sourcesOf } from "./source-names.ts";

/** The maximum number of codes listed in each group of relatives. */
const maximumRelatives = 30;

/** Returns the sections of an entry's page in their order; sections without content are left out. */
export function pageSections(own: Entry, catalog: Catalog, rendering: PageOptions): Section[] {
  const entry = withNameRead(own, catalog.concepts);
  const { displayLanguage } = rendering;
  const concept = catalog.concept(entry);
  const section = (id: keyof typeof labels, ...blocks: string[]): Section[] => {
    const markdown = paragraphs(blocks);
    return markdown === "" ? [] : [{ id, heading: localize(labels[id], displayLanguage), markdown }];
  };
  const emptySection = (id: "handling" | "usages"): Section => ({
    id,
    heading: localize(labels[id], displayLanguage),
    markdown: "",
  });
  const equivalents = catalog
    .equivalents(entry)
    .map(
      (one) =>
        `${escapeMarkdown(providerName(one, catalog, displayLanguage))}${colon(displayLanguage)}${linked(one, rendering)}`,
    );
  const summary = paragraphs([...summaryOf(entry, displayLanguage), ...notesOf(entry, displayLanguage)]);
  const words = section("sdkWords", ...statementsOn(entry, catalog).map(statementToMarkdown));
  return [
    { id: "summary", heading: "", markdown: summary },
    ...section("response", ...response(rendering)),
    ...(entry.basis === "sdk" ? words : []),
    ...section(
      "cause",
      ...localizedTexts(entry.cause ?? concept?.cause, displayLanguage).map(escapeMarkdown),
    ),
    ...section("fix", ...localizedTexts(entry.fix ?? concept?.fix, displayLanguage).map(escapeMarkdown)),
    ...section("message", list(entry.messages.map(codeSpan))),
    ...(entry.basis === "sdk" ? [] : words),
    ...section("equivalents", list(equivalents)),
    emptySection("usages"),
    emptySection("handling"),
    ...actionSection(entry, catalog, rendering),
    ...section("relatives", ...relatives(entry, catalog, rendering)),
    ...section(
      "source",
      list(sourcesOf(entry, catalog, displayLanguage)),
      origin(entry, rendering),
      documentationLink(entry, catalog, displayLanguage),
    ),
  ];
}

function response({ displayLanguage, response }: PageOptions): string[] {
  const { message, requestId, notes = [], action } = response ?? {};
  const fact = (label: LocalizedText, markdown: string | undefined) =>
    markdown ? [`**${escapeMarkdown(localize(label, displayLanguage))}**\n\n${markdown}`] : [];
  return [
    ...fact(labels.message, message && codeSpan(message)),
    ...notes,
    ...fact(labels.action, action),
    ...fact(labels.requestId, requestId && codeSpan(requestId)),
  ];
}

function relatives(entry: Entry, catalog: Catalog, rendering: PageOptions): string[] {
  const { parent, children, siblings } = familyOf(entry, catalog);
  const group = (label: LocalizedText, entries: readonly Entry[]) => {
    if (entries.length === 0) return [];
    const shown = entries.slice(0, maximumRelatives).map((one) => linked(one, rendering));
    const rest = entries.length - shown.length;
    return [
      `### ${escapeMarkdown(localize(label, rendering.displayLanguage))}`,
      list([...shown, ...(rest > 0 ? [`… +${rest}`.replace("+", "\\+")] : [])]),
    ];
  };
  return [
    ...(children.length > 0
      ? localizedTexts(labels.family, rendering.displayLanguage).map((note) => familyNote(note, children))
      : []),
    ...group(labels.parent, parent ? [parent] : []),
    ...group(labels.children, children),
    ...group(labels.siblings, siblings),
  ];
}

/** Returns the note that an exact comparison misses the more specific codes, with one of them as an example. */
function familyNote(note: string, [first]: readonly Entry[]): string {
  return `${escapeMarkdown(note)} ${codeSpan(first?.code ?? "")}`;
}

function colon(displayLanguage: DisplayLanguage): string {
  return displayLanguage === "zh-CN" ? "：" : ": ";
}

function linked(entry: Entry, { linkTo }: PageOptions): string {
  return markdownLink(codeSpan(entry.code), linkTo(entry));
}

/** Returns a link to an entry in a user's own catalog, or an empty string for a built-in entry. */
function origin({ origin }: Entry, { linkToPosition }: PageOptions): string {
  if (!origin) return "";
  return markdownLink(
    escapeMarkdown(`${origin.path}:${origin.line + 1}`),
    linkToPosition(origin.uri, origin.line),
  );
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}
