import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextMode,
} from "vscode-languageserver";
import { type DisplayLanguage, localize } from "../../../catalog/text/localized-text.ts";
import type { TrackedDocument } from "../../documents/tracked-document.ts";
import { type FileKey, type FileKind, keyAt } from "./file-keys.ts";
import { type KeyValue, type ValueContext, valuesFrom } from "./key-values.ts";
import { positionIn } from "./schema-file.ts";
import type { WrittenPosition } from "./written-position.ts";

// Completion in configurations and catalogs, for editors without an extension that completes them by a JSON Schema.

/** An item before it has its range. */
interface Offer extends KeyValue {
  kind: CompletionItemKind;
  /** What is inserted; `text` if undefined. */
  insert?: string;
}

/** Returns the completions at an offset of a configuration or catalog. */
export function completeFile(
  document: TrackedDocument,
  offset: number,
  kind: FileKind,
  context: ValueContext,
  displayLanguage: DisplayLanguage,
): CompletionList | null {
  const position = positionIn(document, offset);
  if (!position) return null;
  const { textDocument } = document;
  const { start, end } = position.word;
  const range = { start: textDocument.positionAt(start), end: textDocument.positionAt(end) };
  const items = offersAt(position, kind, context).map(
    ({ text, meaning, kind, insert }, index): CompletionItem => ({
      label: text,
      kind,
      ...(meaning ? { detail: localize(meaning, displayLanguage) } : {}),
      // By importance: without `sortText`, editors would sort alphabetically.
      sortText: String(index).padStart(4, "0"),
      insertTextMode: InsertTextMode.asIs,
      textEdit: { range, newText: insert ?? text },
    }),
  );
  return { isIncomplete: false, items };
}

function offersAt(position: WrittenPosition, kind: FileKind, context: ValueContext): Offer[] {
  const { parents, key, isItem, open } = position;
  if (key !== undefined) return valueOffers(position, keyAt(kind, [...parents, key]), context);
  const around = keyAt(kind, parents);
  if (isItem && !around?.keys) return valueOffers(position, around, context);
  const below = open && keyAt(kind, [...parents, open.key]);
  const indent = " ".repeat(open && position.column === open.column ? 2 : 0);
  const nested = below ? keyOffers({ ...position, present: new Set() }, below, context, indent) : [];
  return [...nested, ...keyOffers(position, around, context, "")];
}

function valueOffers(
  position: WrittenPosition,
  key: Omit<FileKey, "description"> | undefined,
  context: ValueContext,
): Offer[] {
  const values = key?.values ? valuesFrom[key.values](context) : [];
  const isBare = key?.values === "boolean" || key?.values === "status" || key?.values === "version";
  const offers = values.map(
    (one): Offer => ({
      ...one,
      kind: one.meaning ? CompletionItemKind.EnumMember : CompletionItemKind.Value,
      insert: written(one.text, position.needsQuotes && !isBare),
    }),
  );
  const { column } = position;
  // A key that holds a mapping can be completed with the first key of it.
  if (column === undefined || !key || position.isItem) return offers;
  const lead = `\n${" ".repeat(column + 2)}${key.isList ? "- " : ""}`;
  const deeper = { ...position, column: column + 2 + (key.isList ? 2 : 0), present: new Set<string>() };
  return [...offers, ...keyOffers(deeper, key, context, lead)];
}

/** Returns the keys that a mapping can have, and does not have yet; `lead` is inserted before each. */
function keyOffers(
  { present, needsQuotes, column }: WrittenPosition,
  around: Omit<FileKey, "description"> | undefined,
  context: ValueContext,
  lead: string,
): Offer[] {
  const own = Object.entries(around?.keys ?? {}).map(([text, key]) => ({
    text,
    meaning: key.description,
    key,
  }));
  const { by, each } = around?.named ?? {};
  const named = by && each ? valuesFrom[by](context).map((one) => ({ ...one, key: each })) : [];
  return [...own, ...named]
    .filter(({ text }) => !present.has(text))
    .map(({ text, meaning, key }): Offer => {
      const isNested = (key.keys !== undefined || key.named !== undefined) && key.values === undefined;
      const isBlock = column !== undefined && isNested && isAlwaysMapping(key);
      return {
        text,
        meaning,
        kind: CompletionItemKind.Property,
        insert: `${lead}${written(text, needsQuotes)}:${isBlock ? "" : " "}`,
      };
    });
}

/** Whether the value of a key stands on lines of its own; texts in two languages can as well be one. */
function isAlwaysMapping({ keys }: Omit<FileKey, "description">): boolean {
  return !(keys && Object.hasOwn(keys, "zh-CN"));
}

function written(text: string, needsQuotes: boolean): string {
  return needsQuotes ? JSON.stringify(text) : text;
}
