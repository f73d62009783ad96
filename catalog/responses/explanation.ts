import type { Catalog } from "../model/catalog.ts";
import { sure } from "./groups.ts";
import { withLostCodes } from "./lost-codes.ts";
import { type ErrorRecord, recordsIn } from "./records.ts";
import type { Value } from "./sentences/sentence.ts";
import { masked } from "./text/masking.ts";
import { calledAction, NamedActions, type ReportedAction, reportedAction } from "./whose/action.ts";
import { hostOf, isPageOf } from "./whose/hosts.ts";
import type { Knowledge } from "./whose/knowledge.ts";
import { Traces } from "./whose/traces.ts";
import { Vocabulary } from "./whose/vocabulary.ts";
import { type Candidate, candidatesOf, type Surroundings } from "./whose/whose.ts";

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
  /** The action that was called. */
  action?: ReportedAction;
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
  const around = surroundingsOf(text, knowledge.catalog);
  const records = recordsIn(text, vocabulary);
  const stated = records.filter(
    ({ fields, strength }) => fields.code || (strength >= sure && fields.httpStatus),
  );
  const isCoded = records.some(({ fields }) => fields.code);
  const found = (isCoded ? stated : withLostCodes(records, text, knowledge)).slice(0, maximumErrors);
  const errors = found.map((record) => toError(record, candidatesOf(record, around), around));
  return withoutRepetitions(
    errors.filter(({ code, candidates }) => code !== undefined || candidates.length > 0),
  );
}

/** Returns whether a text is written like an answer or a log: no code has blanks, quotes or brackets. */
export function isReport(text: string): boolean {
  return /[\s"'=,;{}<>()[\]]/.test(text.trim());
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
  return { code, candidates: candidatesOf(record, surroundingsOf(code, catalog)) };
}

function surroundingsOf(text: string, catalog: Catalog): Surroundings {
  return { catalog, text, traces: new Traces(), actions: new NamedActions() };
}

function toError(record: ErrorRecord, candidates: Candidate[], around: Surroundings): ReportedError {
  const { catalog, text } = around;
  const { code, message, requestId, host, detailCode, recommendation } = record.fields;
  const httpStatus = ownStatus(record.fields.httpStatus, candidates);
  const provider = catalog.provider(candidates[0]?.provider ?? "");
  const name = host && hostOf(host.value);
  const codeSpan = code && codeSpanIn(text, code);
  const action = reportedAction(calledAction(record, around), code?.value, candidates[0], catalog);
  const isOwnPage = recommendation && provider && isPageOf(recommendation.value, provider);
  return {
    ...(code ? { code: code.value } : {}),
    ...(record.isFromMessage ? { isFromMessage: true } : {}),
    ...(message ? { message: masked(message.value) } : {}),
    ...(requestId ? { requestId: masked(requestId.value) } : {}),
    ...(httpStatus ? { httpStatus: Number(httpStatus.value) } : {}),
    ...(name ? { host: name } : {}),
    ...(action ? { action } : {}),
    ...(detailCode ? { detailCode: detailCode.value } : {}),
    ...(isOwnPage ? { recommendation: recommendation.value } : {}),
    span: { start: record.start, end: record.end },
    ...(codeSpan && !record.isFromMessage ? { codeSpan } : {}),
    candidates,
  };
}

/** Returns the status of an error, but not what a program answers on account of it: 500 for a code that comes with 403. */
function ownStatus(status: Value | undefined, [candidate]: readonly Candidate[]): Value | undefined {
  const documented = candidate?.entry?.httpStatus ?? [];
  const isOther = documented.length > 0 && documented.every((one) => one < 500);
  return status?.isLoose && Number(status.value) >= 500 && isOther ? undefined : status;
}

/** Returns where a code stands in the value that states it. */
function codeSpanIn(text: string, { value, start, end }: Value): Span | undefined {
  const at = text.slice(start, end).indexOf(value);
  return at < 0 ? undefined : { start: start + at, end: start + at + value.length };
}

/** Leaves out errors that state nothing which another one of the same code and provider does not state, too. */
function withoutRepetitions(errors: readonly ReportedError[]): ReportedError[] {
  const isLess = (a: ReportedError, b: ReportedError) =>
    a.code === b.code &&
    a.candidates[0]?.provider === b.candidates[0]?.provider &&
    stated.every((kind) => a[kind] === undefined || a[kind] === b[kind]);
  return errors.filter(
    (error, index) =>
      !errors.some(
        (other, at) => at !== index && isLess(error, other) && (at < index || !isLess(other, error)),
      ),
  );
}

const stated = ["message", "requestId", "httpStatus"] as const;
