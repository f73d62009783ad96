import type { Catalog } from "../../../catalog/model/catalog.ts";
import type { Entry } from "../../../catalog/model/entry.ts";
import { withoutSeparators, wordsOf } from "../../../catalog/model/words.ts";
import { type MessageTemplate, toTemplate } from "../../../catalog/search/meaning/message-template.ts";
import { Syllables } from "../../../catalog/search/pinyin.ts";
import { localizedTexts } from "../../../catalog/text/localized-text.ts";

/** An entry with the lower-cased texts by which it is found. */
export interface SearchDocument {
  entry: Entry;
  /** The code in lower case without separators. */
  letters: string;
  /** The name of its concept, in both languages. */
  conceptName: string;
  summary: string;
  /** The words of the code. */
  words: string;
  /** All other searchable text: messages, cause, service, statuses. */
  otherText: string;
  templates: MessageTemplate[];
  /** The pinyin of the Chinese name and summary. */
  syllables: { name: Syllables; summary: Syllables };
}

/** Builds the search document of an entry. */
export function toSearchDocument(entry: Entry, catalog: Catalog): SearchDocument {
  const concept = catalog.concept(entry);
  const service = catalog.service(entry.provider, entry.service);
  const rest = [
    ...entry.messages,
    ...localizedTexts(entry.cause ?? concept?.cause, "both"),
    ...localizedTexts(service?.name, "both"),
    entry.httpStatus.join(" "),
  ];
  const pinyin = (text: string | undefined) => new Syllables(text ?? "", catalog.pinyin);
  return {
    entry,
    letters: withoutSeparators(entry.code),
    conceptName: localizedTexts(concept?.name, "both").join(" ").toLowerCase(),
    summary: localizedTexts(entry.summary, "both").join("\n").toLowerCase(),
    words: wordsOf(entry.code).join(" "),
    otherText: rest.join("\n").toLowerCase(),
    templates: entry.messages.map(toTemplate).filter((template) => template !== undefined),
    syllables: { name: pinyin(concept?.name["zh-CN"]), summary: pinyin(entry.summary["zh-CN"]) },
  };
}
