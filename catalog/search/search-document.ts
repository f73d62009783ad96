import type { Catalog } from "../model/catalog.ts";
import type { Entry } from "../model/entry.ts";
import { localizedTexts } from "../model/localized-text.ts";
import { lettersOf, words } from "../model/words.ts";
import { type MessageTemplate, toTemplate } from "./message-template.ts";
import { Syllables } from "./pinyin.ts";

/** An entry with the texts that it is found by, lower-cased. */
export interface SearchDocument {
  entry: Entry;
  /** The code without case and separators. */
  letters: string;
  /** What it means in a few words: the name of its concept, in both languages. */
  name: string;
  summary: string;
  /** The words of the code. */
  words: string;
  /** Everything else that can be read of it: messages, cause, service, statuses. */
  rest: string;
  templates: MessageTemplate[];
  /** The Chinese name and summary as they are typed. */
  syllables: { name: Syllables; summary: Syllables };
}

/** The card of an entry. */
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
    letters: lettersOf(entry.code),
    name: localizedTexts(concept?.name, "both").join(" ").toLowerCase(),
    summary: localizedTexts(entry.summary, "both").join("\n").toLowerCase(),
    words: words(entry.code).join(" "),
    rest: rest.join("\n").toLowerCase(),
    templates: entry.messages.map(toTemplate).filter((template) => template !== undefined),
    syllables: { name: pinyin(concept?.name["zh-CN"]), summary: pinyin(entry.summary["zh-CN"]) },
  };
}
