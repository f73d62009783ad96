import { type DisplayLanguage, localize } from "../../../catalog/text/localized-text.ts";
import type { Span } from "../../documents/span.ts";
import type { TrackedDocument } from "../../documents/tracked-document.ts";
import { rulePageUrl } from "../../rules/pages.ts";
import { type FileKind, keyAt } from "./file-keys.ts";
import { type ValueContext, valuesFrom } from "./key-values.ts";
import { positionIn } from "./schema-file.ts";

/** What is said of a word of a file, as Markdown. */
interface FileHover {
  markdown: string;
  span: Span;
}

/** Explains the key or the value at an offset of a configuration or catalog; undefined if nothing is to be said. */
export function fileHoverAt(
  document: TrackedDocument,
  offset: number,
  kind: FileKind,
  context: ValueContext,
  displayLanguage: DisplayLanguage,
): FileHover | undefined {
  const position = positionIn(document, offset);
  if (!position) return undefined;
  const { parents, key, isItem, word } = position;
  const text = document.text.slice(word.start, word.end);
  if (text === "") return undefined;
  const around = keyAt(kind, parents);
  const source =
    key !== undefined ? keyAt(kind, [...parents, key])?.values : isItem ? around?.values : undefined;
  const own = around?.keys && Object.hasOwn(around.keys, text) ? around.keys[text] : undefined;
  const isKey = key === undefined && /^["']?\s*:/.test(document.text.slice(word.end, word.end + 20));
  const meaning = isKey
    ? (own?.description ?? (around?.named?.by === "rule" ? ruleMeaning(text) : undefined))
    : source && valuesFrom[source](context).find((one) => one.text === text)?.meaning;
  if (!meaning) return undefined;
  const concept = source === "concept" ? context.catalog.conceptWithId(text) : undefined;
  const more = [concept?.cause, concept?.fix].map((one) => localize(one, displayLanguage)).filter(Boolean);
  return {
    markdown: [`**${text}** — ${localize(meaning, displayLanguage)}`, ...more].join("\n\n"),
    span: word,
  };
}

function ruleMeaning(rule: string) {
  const url = rulePageUrl(rule);
  return { en: `[What this rule reports](${url})`, "zh-CN": `[此规则报告什么](${url})` };
}
