import type { Catalog } from "../model/catalog.ts";
import type { Entry } from "../model/entry.ts";
import type { Reading } from "../naming/reading.ts";
import { kinds, labels, retries } from "../schema/terms.ts";
import {
  type Language,
  type LocalizedText,
  localize,
  localizedTexts,
  spacedChinese,
} from "../text/localized-text.ts";
import {
  codeSpan,
  codesWithMeaning,
  escapeMarkdown,
  heading,
  markdownLink,
  paragraphs,
  type RenderingOptions,
  textOf,
} from "./markdown.ts";

/** What is known of a code that the catalog does not explain, or not for the provider in question. */
export interface UnknownCode {
  code: string;
  /** The providers that are meant where the code stands; empty if it is not clear whose code it is. */
  providers: readonly string[];
  /** Whether it is certainly none of their codes, is only missing in the catalog, or is official but not explained. */
  status: "wrong" | "missing" | "unexplained";
  /** What its name says; undefined if that is nothing, or if it is certainly no code. */
  reading?: Reading | undefined;
  /** Official codes that may be meant instead, the likeliest first; of an official code, its family. */
  nearest: readonly NearestCode[];
}

/** An official code that may be meant instead of an unknown one. */
export interface NearestCode {
  code: string;
  /** Its entry; undefined if it is official, but the catalog does not explain it. */
  entry?: Entry | undefined;
  /** The target of a link that changes the literal to it; undefined if the client has no command for that. */
  changeLink?: string | undefined;
}

/** Renders the code, that it is unknown, what its name says, and the nearest codes, as Markdown for a hover. */
export function unknownCodeToMarkdown(
  unknown: UnknownCode,
  catalog: Catalog,
  rendering: RenderingOptions,
): string {
  const { code, status, reading, nearest } = unknown;
  const label = status === "unexplained" ? labels.parent : labels.nearest;
  return paragraphs([
    codeSpan(code),
    ...statusOf(unknown, catalog, rendering),
    ...(reading ? readingParagraphs(reading, rendering) : []),
    nearest.length > 0 ? heading(label, rendering.displayLanguage) : "",
    nearest.map((one) => nearestLine(one, rendering)).join("\n"),
  ]);
}

/** Renders the sentence that a code is not in the catalog of the providers in question, or is not explained there. */
export function statusOf(
  { status, providers }: Pick<UnknownCode, "status" | "providers">,
  catalog: Catalog,
  { displayLanguage }: RenderingOptions,
): string[] {
  const names = (language: Language, or: string) =>
    providers
      .map((id) => `**${escapeMarkdown(localize(catalog.provider(id)?.name, language) || id)}**`)
      .join(or);
  return localizedTexts(sentences[status](names("en", " or "), names("zh-CN", "或")), displayLanguage);
}

/** The sentences by status, given the names of the providers in each language; these are empty if none is meant. */
const sentences: Record<UnknownCode["status"], (en: string, zh: string) => LocalizedText> = {
  wrong: (en, zh) => ({
    en: en ? `Not a code of ${en}.` : "Not a known error code.",
    "zh-CN": zh ? spacedChinese(`不是${zh}的错误码。`) : "不是已知的错误码。",
  }),
  missing: (en, zh) => ({
    en: en ? `Not in the catalog of ${en}.` : "Not in the catalog.",
    "zh-CN": zh ? spacedChinese(`${zh}的目录中没有此错误码。`) : "目录中没有此错误码。",
  }),
  unexplained: (en, zh) => ({
    en: `An official code of ${en}, not explained in the catalog.`,
    "zh-CN": spacedChinese(`${zh}的官方错误码，目录中暂无说明。`),
  }),
};

/** Renders what the name of a code says; facts only of a sure reading. */
function readingParagraphs(
  { isSure, summary, kind, retry, fix }: Reading,
  { displayLanguage }: RenderingOptions,
): string[] {
  const facts = isSure ? [kinds[kind], retries[retry]].map((fact) => textOf(fact, displayLanguage)) : [];
  const labelled = (label: LocalizedText, text: LocalizedText) =>
    `${heading(label, displayLanguage)} ${localizedTexts(text, displayLanguage).map(escapeMarkdown).join("\n\n")}`;
  return [labelled(labels.fromName, summary), facts.join(" · "), ...(fix ? [labelled(labels.fix, fix)] : [])];
}

function nearestLine({ code, entry, changeLink }: NearestCode, rendering: RenderingOptions): string {
  const { displayLanguage } = rendering;
  const change = changeLink ? `${markdownLink(textOf(labels.change, displayLanguage), changeLink)} ` : "";
  return codesWithMeaning([{ code, entry }], rendering).replace("- ", `- ${change}`);
}
