import type { Catalog } from "../model/catalog.ts";
import { isDistinctive } from "../model/words.ts";
import type { Search } from "../search/search.ts";
import { hostOf, isPageOf } from "./hosts.ts";
import { masked } from "./masking.ts";
import { type ErrorRecord, recordsIn } from "./records.ts";
import type { Value } from "./sentences/sentence.ts";
import { Traces } from "./traces.ts";
import { Vocabulary } from "./vocabulary.ts";
import { type Candidate, candidatesOf, type Surroundings } from "./whose.ts";

/** A part of a text, in UTF-16 units. */
interface Span {
  start: number;
  end: number;
}

/** An error that a text reports; what the text does not state is absent. */
export interface ReportedError {
  /** The code; absent if the answer had no body that could state one. */
  code?: string;
  /** Whether the text does not state the code, but its message is one that stands for it. */
  isFromMessage?: boolean;
  /** The message as it was received; keys, signatures and tokens in it are masked. */
  message?: string;
  requestId?: string;
  httpStatus?: number;
  host?: string;
  /** The more detailed code of Alibaba Cloud OSS, such as `0003-00000205`. */
  detailCode?: string;
  /** A page of the provider that the error recommends. */
  recommendation?: string;
  /** Where the text reports it, in UTF-16 units; absent for a code alone. */
  span?: Span;
  /** Where its code stands; absent if the text states it only in another form, such as an encoded one. */
  codeSpan?: Span;
  /** The providers that it can be of, the most likely first, with the entries of the code. */
  candidates: Candidate[];
}

/** The catalog and the search of its messages. */
export interface Knowledge {
  catalog: Catalog;
  search: Pick<Search, "findMessage">;
}

/** In UTF-16 units: what follows in a longer text is not read. */
const maximumLength = 2_000_000;
/** The number of errors that are explained of one text. */
const maximumErrors = 100;

/**
 * Reads the errors that a text reports: answers of APIs in any notation, the texts of exceptions, logs, a message alone.
 * The most likely cause comes first. Returns an empty list if there are none.
 */
export function errorsIn(input: string, knowledge: Knowledge): ReportedError[] {
  const text = input.slice(0, maximumLength);
  const vocabulary = new Vocabulary(knowledge.catalog);
  const around: Surroundings = { catalog: knowledge.catalog, text, traces: new Traces() };
  const records = recordsIn(text, vocabulary);
  const coded = records.filter(({ fields }) => fields.code);
  const found = (coded.length > 0 ? coded : withCodes(records, text, knowledge)).slice(0, maximumErrors);
  const errors = found.map((record) => toError(record, candidatesOf(record, around), around));
  return unique(errors.filter(({ code, candidates }) => code !== undefined || candidates.length > 0));
}

/** Returns a code alone as an error, with the providers that have it. */
export function errorOfCode(code: string, catalog: Catalog): ReportedError {
  const value = { value: code, start: 0, end: code.length };
  const record: ErrorRecord = {
    fields: { code: value },
    start: 0,
    end: code.length,
    strength: 0,
    entry: code,
  };
  return { code, candidates: candidatesOf(record, { catalog, text: code, traces: new Traces() }) };
}

/** Gives records that state no code the one that their message stands for, or that stands in them without a label. */
function withCodes(
  records: readonly ErrorRecord[],
  text: string,
  { search, catalog }: Knowledge,
): ErrorRecord[] {
  const words = wordsIn(text, catalog);
  if (words.length > 0) return words.map((code) => withWord(code, records, text));
  const recognized = records.flatMap((record) => {
    const { message } = record.fields;
    const [hit] = message ? search.findMessage(message.value) : [];
    return hit && message
      ? [
          {
            ...record,
            fields: { ...record.fields, code: { ...message, value: hit.entry.code } },
            isFromMessage: true,
          },
        ]
      : [];
  });
  if (recognized.length > 0) return recognized;
  if (records.some(({ fields }) => fields.message || fields.httpStatus || fields.requestId)) {
    const stated = records.filter(isFailure);
    if (stated.length > 0) return stated;
  }
  const message: Value = {
    value: text.trim(),
    start: text.length - text.trimStart().length,
    end: text.trimEnd().length,
  };
  return search.findMessage(message.value).map(({ entry }) => ({
    fields: { code: { ...message, value: entry.code }, message },
    start: message.start,
    end: message.end,
    strength: 0,
    entry: text,
    isFromMessage: true,
  }));
}

/** Whether a record without a code reports a failure. */
function isFailure({ fields: { httpStatus, message, requestId } }: ErrorRecord): boolean {
  return httpStatus ? Number(httpStatus.value) >= 400 : requestId !== undefined || message !== undefined;
}

/** The number of codes without a label that are explained of one text. */
const maximumWords = 10;

/** Returns the codes of the catalog among the words of a text that cannot be mistaken for other words. */
function wordsIn(text: string, catalog: Catalog): Value[] {
  const found = new Map<string, Value>();
  for (const { 0: value, index } of text.matchAll(/(?<![\w.-])[A-Za-z]\w*(?:[.-]\w+)*(?![\w-])/g)) {
    if (!isDistinctive(value) || found.has(value) || !catalog.hasEntry(value)) continue;
    found.set(value, { value, start: index, end: index + value.length });
    if (found.size === maximumWords) break;
  }
  return [...found.values()];
}

function withWord(code: Value, records: readonly ErrorRecord[], text: string): ErrorRecord {
  const record = records.find(({ entry }) => entry.includes(code.value));
  if (record)
    return {
      ...record,
      fields: { ...record.fields, code },
      start: Math.min(record.start, code.start),
      end: Math.max(record.end, code.end),
    };
  const line = text.slice(text.lastIndexOf("\n", code.start) + 1).split("\n", 1)[0] ?? "";
  return { fields: { code }, start: code.start, end: code.end, strength: 0, entry: line };
}

function toError(
  record: ErrorRecord,
  candidates: Candidate[],
  { catalog, text }: Surroundings,
): ReportedError {
  const { code, message, requestId, httpStatus, host, detailCode, recommendation } = record.fields;
  const provider = catalog.provider(candidates[0]?.provider ?? "");
  const name = host && hostOf(host.value);
  const codeSpan = code && codeSpanIn(text, code);
  const isOwnPage = recommendation && provider && isPageOf(recommendation.value, provider);
  return {
    ...(code ? { code: code.value } : {}),
    ...(record.isFromMessage ? { isFromMessage: true } : {}),
    ...(message ? { message: masked(message.value) } : {}),
    ...(requestId ? { requestId: requestId.value } : {}),
    ...(httpStatus ? { httpStatus: Number(httpStatus.value) } : {}),
    ...(name ? { host: name } : {}),
    ...(detailCode ? { detailCode: detailCode.value } : {}),
    ...(isOwnPage ? { recommendation: recommendation.value } : {}),
    span: { start: record.start, end: record.end },
    ...(codeSpan && !record.isFromMessage ? { codeSpan } : {}),
    candidates,
  };
}

/** Returns where a code stands in the value that states it. */
function codeSpanIn(text: string, { value, start, end }: Value): Span | undefined {
  const at = text.slice(start, end).indexOf(value);
  return at < 0 ? undefined : { start: start + at, end: start + at + value.length };
}

/** Keeps the first of those that are the same in all they state. */
function unique(errors: readonly ReportedError[]): ReportedError[] {
  const seen = new Set<string>();
  return errors.filter(({ code, message, requestId }) => {
    const key = JSON.stringify([code, message, requestId]);
    return !seen.has(key) && seen.add(key);
  });
}
