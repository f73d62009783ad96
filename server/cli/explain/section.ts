import type { Catalog } from "../../../catalog/model/catalog.ts";
import type { Entry } from "../../../catalog/model/entry.ts";
import type { SdkStatement } from "../../../catalog/model/installed-sdk.ts";
import { withNameRead } from "../../../catalog/naming/explain-by-name.ts";
import { readName } from "../../../catalog/naming/reading.ts";
import { documentationUrl, factsOf } from "../../../catalog/rendering/markdown.ts";
import { statementsOn } from "../../../catalog/rendering/sdk-words.ts";
import { adviceFor } from "../../../catalog/responses/advice/index.ts";
import type { ReportedError } from "../../../catalog/responses/explanation.ts";
import { filledPlaceholders } from "../../../catalog/responses/filled-placeholders.ts";
import { actionSentence } from "../../../catalog/responses/whose/action-sentence.ts";
import { labels, type retries } from "../../../catalog/schema/terms.ts";
import {
  type DisplayLanguage,
  type LocalizedText,
  localize,
  localizedTexts,
} from "../../../catalog/text/localized-text.ts";
import { toVisible } from "../../../catalog/text/visible-text.ts";
import { colors } from "../terminal/colors.ts";
import { words } from "./words.ts";

/** What a section is written with. */
export interface Writing {
  catalog: Catalog;
  lang: DisplayLanguage;
  /** The text that reports the error; undefined if its code was given alone. */
  text?: string | undefined;
}

/** Formats an error: what was received, whose it is, what it means and what to do; every entry of a code given alone. */
export function sectionOf(error: ReportedError, writing: Writing): string {
  const entries = error.candidates.flatMap(({ entry }) => entry ?? []);
  if (writing.text === undefined) {
    const known = entries.map((entry) => blocksOf(entry, writing).join("\n\n"));
    return (known.length > 0 ? known : readFromName(error.code ?? "", writing)).join("\n\n");
  }
  const [entry] = entries;
  const received = receivedOf(error, entry, writing);
  const blocks = entry
    ? blocksOf(entry, writing, { received, retry: adviceFor(error).find(({ retry }) => retry)?.retry })
    : unknownBlocks(error, writing, received);
  return [...blocks, ...othersOf(error, writing)].join("\n\n");
}

function titleOf(code: string): string {
  return colors.bold(colors.cyan(toVisible(code)));
}

/** Returns the paragraphs about a code that is in no catalog, or about an error without a code. */
function unknownBlocks(
  { code, candidates }: ReportedError,
  { catalog, lang }: Writing,
  received: string[],
): string[] {
  const provider = catalog.provider(candidates[0]?.provider ?? "");
  const facts = provider ? `\n${colors.dim(toVisible(localize(provider.name, lang)))}` : "";
  if (code === undefined) return [`${titleOf(localize(words.noCode, lang))}${facts}`, ...received];
  const status = catalog.isOfficial(code) ? words.notExplained(code) : words.notInCatalog(code);
  const [title = "", summary, ...advice] = readFromName(code, { catalog, lang });
  return [
    `${title || titleOf(code)}${facts}`,
    ...localizedTexts(status, lang).map(toVisible),
    ...(summary ? [summary] : []),
    ...received,
    ...advice,
  ];
}

/** Returns the paragraphs on what the name of a code says: its title, a summary and advice; none if it says nothing. */
function readFromName(code: string, { catalog, lang }: Writing): string[] {
  const reading = readName(code, catalog.concepts);
  if (!reading) return [];
  return [
    titleOf(code),
    ...labelled(labels.fromName, localizedTexts(reading.summary, lang), lang),
    ...labelled(labels.cause, localizedTexts(reading.cause, lang), lang),
    ...labelled(labels.fix, localizedTexts(reading.fix, lang), lang),
  ];
}

interface Received {
  received: string[];
  retry?: keyof typeof retries | undefined;
}

/** Returns the paragraphs about an entry; what was received replaces its message templates. */
function blocksOf(
  own: Entry,
  { catalog, lang }: Writing,
  { received, retry }: Received = { received: [] },
): string[] {
  const entry = withNameRead(own, catalog.concepts);
  const concept = catalog.concept(entry);
  const url = documentationUrl(entry, catalog, lang);
  const children = catalog.children(entry);
  const equivalents = catalog
    .equivalents(entry)
    .map((other) => `${localize(catalog.provider(other.provider)?.name, lang)}: ${other.code}`);
  const facts = factsOf(retry ? { ...entry, retry } : entry, catalog, lang).join(" · ");
  return [
    `${titleOf(entry.code)}\n${colors.dim(toVisible(facts))}`,
    ...summaryOf(entry, lang),
    ...notesOf(entry, lang).map(toVisible),
    ...(received.length > 0 ? received : labelled(labels.message, entry.messages, lang)),
    ...labelled(labels.sdkWords, statementsOn(entry, catalog).map(sdkLine), lang),
    ...labelled(labels.cause, localizedTexts(entry.cause ?? concept?.cause, lang), lang),
    ...labelled(labels.fix, localizedTexts(entry.fix ?? concept?.fix, lang), lang),
    ...labelled(labels.children, children.length > 8 ? [...children.slice(0, 8), "…"] : children, lang),
    ...labelled(labels.equivalents, equivalents, lang),
    ...labelled(labels.documentation, url ? [url] : [], lang),
  ];
}

/** Returns what an entry says; what is only read from the name of its code is marked so. */
function summaryOf({ summary, basis }: Entry, lang: DisplayLanguage): string[] {
  if (basis === "sdk") return [];
  const texts = localizedTexts(summary, lang);
  if (basis !== "name") return texts.map(toVisible);
  return texts.length > 0
    ? labelled(labels.fromName, texts, lang)
    : localizedTexts(labels.unexplained, lang).map(toVisible);
}

function sdkLine({ text, package: name, version }: SdkStatement): string {
  return `${text} — ${name} ${version}`;
}

/** Returns what was received, what shows whose it is, and what the message says beyond the code. */
function receivedOf(
  error: ReportedError,
  entry: Entry | undefined,
  { lang, text = "", catalog }: Writing,
): string[] {
  const { message, requestId, httpStatus, host, action, recommendation, span, candidates } = error;
  const filled = entry && message ? filledPlaceholders(entry, message) : [];
  const [best] = candidates;
  const provider = best && localize(catalog.provider(best.provider)?.name, lang);
  const line = span && text.includes("\n") ? text.slice(0, span.start).split("\n").length : undefined;
  const advice = adviceFor(error);
  const value = (one: string | number | undefined) => (one === undefined ? [] : [`${one}`]);
  return [
    ...labelled(labels.message, message?.split("\n") ?? [], lang),
    ...labelled(
      words.placeholders,
      filled.map(({ placeholder, value: one }) => `${placeholder} = ${one}`),
      lang,
    ),
    ...labelled(labels.requestId, value(requestId), lang),
    ...labelled(words.httpStatus, value(httpStatus), lang),
    ...labelled(words.host, value(host), lang),
    ...labelled(
      labels.action,
      action && best ? [actionSentence(action, best.provider, catalog, lang)] : [],
      lang,
    ),
    ...labelled(words.line, value(line), lang),
    ...labelled(words.whose, best ? [`${provider}: ${localize(best.reason, lang)}`] : [], lang),
    ...advice.flatMap(({ text: sentence, command, link }) => [
      [
        ...localizedTexts(sentence, lang),
        ...(command ? [`  ${command}`] : []),
        ...(link ? [`  ${link}`] : []),
      ]
        .map(toVisible)
        .join("\n"),
    ]),
    ...labelled(words.recommendation, value(recommendation), lang),
  ];
}

/** Returns a line about the other services and providers that the error can be of. */
function othersOf({ candidates }: ReportedError, { catalog, lang }: Writing): string[] {
  const others = candidates.slice(1).map(({ provider, service }) => {
    const names = [catalog.provider(provider)?.name, service && catalog.service(provider, service)?.name];
    return names.flatMap((name) => (name ? localize(name, lang) : [])).join(" · ");
  });
  return labelled(words.alsoPossible, [...new Set(others)], lang);
}

/** Returns notes on a code that the provider itself misspells or has withdrawn. */
function notesOf({ officialMisspelling, deprecated }: Entry, lang: DisplayLanguage): string[] {
  const withdrawn = deprecated?.use
    ? [`${localize(labels.use, lang)} ${deprecated.use}`]
    : localizedTexts(deprecated && labels.deprecated, lang);
  return [...(officialMisspelling ? localizedTexts(labels.officialMisspelling, lang) : []), ...withdrawn];
}

function labelled(label: LocalizedText, lines: readonly string[], lang: DisplayLanguage): string[] {
  return lines.length > 0
    ? [
        `${colors.bold(localize(label, lang))}\n${lines.map((line) => `  ${toVisible(line.replace(/\t/g, "  "))}`).join("\n")}`,
      ]
    : [];
}
