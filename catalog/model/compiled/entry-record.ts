import type { LocalizedText } from "../../text/localized-text.ts";
import type { Entry } from "../entry.ts";
import { Numbering } from "./numbering.ts";
import { type StringReader, StringWriter } from "./strings.ts";
import { longestVarint, type VarintReader, VarintWriter } from "./varint.ts";

/** The part of an entry that is in no column: its texts and sources. */
export type EntryRecord = Pick<
  Entry,
  "messages" | "summary" | "cause" | "fix" | "deprecated" | "source" | "origin"
>;

type Source = Entry["source"][number];

/** The table that a source is a row of. */
export type SourceTable = Omit<Source, "httpStatus" | "message">;

/**
 * Writes records: the length in bytes, then what the entry has. A number of 0 stands for what is absent; the number of a
 * text is one more than in the table of texts.
 */
export class RecordWriter {
  readonly #tables = new Numbering<SourceTable>();
  readonly #strings = new StringWriter();
  readonly #records = new VarintWriter();
  /** The places of the records by what is in them. */
  readonly #places = new Map<string, number>();

  /** The tables that the sources are rows of, by number. */
  get tables(): readonly SourceTable[] {
    return this.#tables.values;
  }

  /** Writes the record of an entry and returns where it begins, in bytes; records with the same content are one. */
  write(entry: EntryRecord): number {
    const content = this.#contentOf(entry);
    const key = content.join();
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.#records.length;
      this.#places.set(key, place);
      this.#records.write(content.length);
      for (const byte of content) this.#records.writeByte(byte);
    }
    return place;
  }

  writeTo(sections: Map<string, Uint8Array>): void {
    // The length of the last record is read with as many bytes as a number can have.
    for (let byte = 0; byte < longestVarint; byte++) this.#records.writeByte(0);
    sections.set("entries.records", this.#records.toBytes());
    this.#strings.writeTo(sections, "entries");
  }

  #contentOf(record: EntryRecord): Uint8Array {
    const writer = new VarintWriter();
    const text = (one: string | undefined) =>
      writer.write(one === undefined ? 0 : this.#strings.idOf(one) + 1);
    const localized = (one: LocalizedText | undefined) => {
      writer.write(one ? (one.other === undefined ? 1 : 2) : 0);
      if (!one) return;
      text(one.en);
      text(one["zh-CN"]);
      if (one.other !== undefined) text(one.other);
    };
    localized(record.summary);
    writer.write(record.messages.length);
    for (const message of record.messages) text(message);
    writer.write(record.source.length);
    for (const { httpStatus, message, ...table } of record.source) {
      writer.write(this.#tables.of(table));
      writer.write(httpStatus ?? 0);
      text(message);
    }
    localized(record.cause);
    localized(record.fix);
    const { deprecated, origin } = record;
    writer.write(deprecated ? 1 : 0);
    if (deprecated) text(deprecated.use);
    writer.write(origin ? 1 : 0);
    if (origin) {
      text(origin.uri);
      text(origin.path);
      writer.write(origin.line);
      writer.write(origin.character);
    }
    return writer.toBytes();
  }
}

/** Reads what a {@link RecordWriter} has written, without the length. */
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
  const kind = reader.next();
  if (kind === 0) return undefined;
  const [en, chinese] = [readText(reader, strings), readText(reader, strings)];
  const other = kind === 2 ? readText(reader, strings) : undefined;
  return {
    ...(en === undefined ? {} : { en }),
    ...(chinese === undefined ? {} : { "zh-CN": chinese }),
    ...(other === undefined ? {} : { other }),
  };
}
