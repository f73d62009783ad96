import type { Entry } from "../entry.ts";
import type { LocalizedText } from "../localized-text.ts";
import type { StringReader, StringWriter } from "./strings.ts";
import type { VarintReader, VarintWriter } from "./varint.ts";

/** The part of an entry that is in no column: its texts and sources. */
export type EntryRecord = Pick<
  Entry,
  "messages" | "summary" | "cause" | "fix" | "deprecated" | "source" | "origin"
>;

type Source = Entry["source"][number];

/** The table that a source is a row of. */
export type SourceTable = Omit<Source, "httpStatus" | "message">;

/** Numbers the tables of sources. */
export type TableIds = (table: SourceTable) => number;

/**
 * Writes a record. A number of 0 stands for what is absent; the number of a text is one more than in the table of texts.
 */
export function writeRecord(
  record: EntryRecord,
  writer: VarintWriter,
  strings: StringWriter,
  tableIdOf: TableIds,
): void {
  const text = (one: string | undefined) => writer.write(one === undefined ? 0 : strings.idOf(one) + 1);
  const localized = (one: LocalizedText | undefined) => {
    writer.write(one ? 1 : 0);
    if (!one) return;
    text(one.en);
    text(one["zh-CN"]);
  };
  localized(record.summary);
  writer.write(record.messages.length);
  for (const message of record.messages) text(message);
  writer.write(record.source.length);
  for (const { httpStatus, message, ...table } of record.source) {
    writer.write(tableIdOf(table));
    writer.write(httpStatus ?? 0);
    text(message);
  }
  localized(record.cause);
  localized(record.fix);
  const { deprecated, origin } = record;
  writer.write(deprecated ? 1 : 0);
  if (deprecated) text(deprecated.use);
  writer.write(origin ? 1 : 0);
  if (!origin) return;
  text(origin.uri);
  text(origin.path);
  writer.write(origin.line);
  writer.write(origin.character);
}

/** Reads what {@link writeRecord} has written. */
export function readRecord(
  reader: VarintReader,
  strings: StringReader,
  tables: readonly SourceTable[],
): EntryRecord {
  const text = () => readText(reader, strings);
  const localized = () => readLocalizedText(reader, strings);
  const list = <T>(read: () => T) => Array.from({ length: reader.next() }, read);
  const summary = readSummary(reader, strings);
  const messages = list(() => text() ?? "");
  const source = list((): Source => {
    const table = tables[reader.next()] as SourceTable;
    const [httpStatus, message] = [reader.next(), text()];
    return { ...table, ...(httpStatus ? { httpStatus } : {}), ...(message === undefined ? {} : { message }) };
  });
  const [cause, fix] = [localized(), localized()];
  const deprecated = reader.next() === 0 ? undefined : { use: text() };
  const origin =
    reader.next() === 0
      ? undefined
      : { uri: text() ?? "", path: text() ?? "", line: reader.next(), character: reader.next() };
  return {
    messages,
    summary,
    source,
    ...(cause ? { cause } : {}),
    ...(fix ? { fix } : {}),
    ...(deprecated ? { deprecated: deprecated.use === undefined ? {} : { use: deprecated.use } } : {}),
    ...(origin ? { origin } : {}),
  };
}

/** Reads the summary, with which a record begins. */
export function readSummary(reader: VarintReader, strings: StringReader): LocalizedText {
  return readLocalizedText(reader, strings) ?? {};
}

function readText(reader: VarintReader, strings: StringReader): string | undefined {
  const id = reader.next();
  return id === 0 ? undefined : strings.at(id - 1);
}

function readLocalizedText(reader: VarintReader, strings: StringReader): LocalizedText | undefined {
  if (reader.next() === 0) return undefined;
  const [en, chinese] = [readText(reader, strings), readText(reader, strings)];
  return { ...(en === undefined ? {} : { en }), ...(chinese === undefined ? {} : { "zh-CN": chinese }) };
}
