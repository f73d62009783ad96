import type { CodeItem, RequestOrigin } from "./code-item.ts";

/** `errorCodes/literals`: the literals at positions of a document; null where there is none, or one that is no word. */
export const literalsRequest = "errorCodes/literals";
export interface LiteralsParams {
  uri: string;
  positions: { line: number; character: number }[];
}
export interface LiteralAt {
  /** The range of the content without quotes; zero-based, in UTF-16 units. */
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
  text: string;
  /** Whether it is the content of a string or value, rather than a word of a document that is not parsed. */
  isString: boolean;
  /** The entries of the literal as an error code, most likely first. */
  items: CodeItem[];
}
export type LiteralsResult = (LiteralAt | null)[];

/** The change of a literal to a code, as the argument of the client's command for it. */
export interface LiteralChange {
  uri: string;
  /** The range of the content without quotes; zero-based, in UTF-16 units. */
  range: LiteralAt["range"];
  /** The text of the literal that the change was offered for. */
  text: string;
  code: string;
}

/** `errorCodes/explain`: the errors that an answer of an API, the text of an exception or a log reports. */
export const explainRequest = "errorCodes/explain";
export interface ExplainParams extends RequestOrigin {
  text: string;
}
export interface ExplainResult {
  /** The errors, the most likely cause first. */
  found: ExplainedError[];
  /** The nearest codes, if no known code is found. */
  nearest: CodeItem[];
}
/** An error that a text reports; what the text does not state is absent. */
export interface ExplainedError {
  /** Absent if the answer had no body that could state one. */
  code?: string;
  message?: string;
  requestId?: string;
  httpStatus?: number;
  /** The name of the action that failed. */
  action?: string;
  /** What can be said without an entry of the code, such as what its name says, as a sentence for users. */
  note?: string;
  /** The entries of the code, the most likely first. */
  items: CodeItem[];
}

/** `errorCodes/codesIn`: the known codes in a line of text; `range` is [start, end) in UTF-16 units. */
export const codesInRequest = "errorCodes/codesIn";
export interface CodesInParams extends RequestOrigin {
  text: string;
  /** What is known to stand before and after the line, as in the output of a program: an error can take several lines. */
  before?: string;
  after?: string;
}
export type CodesInResult = CodeInText[];
/** A code in a line, with what the line or its surroundings state of the error. */
export interface CodeInText extends Pick<ExplainedError, "message" | "requestId"> {
  range: [number, number];
  items: CodeItem[];
  action?: string;
}

/** `errorCodes/status`: the codes, providers and configuration of a document; null if it is not open. */
export const statusRequest = "errorCodes/status";
export interface StatusParams {
  uri: string;
}
export interface StatusResult {
  /** The number of entries in the document's catalog. */
  known: number;
  /** The number of literals in the document that are recognised as error codes by evidence. */
  codes: number;
  /** The providers of the document, most likely first, each with the reason for it. */
  providers: { id: string; name: string; reason: string }[];
  /** Whether the configuration pins the providers. */
  pinned: boolean;
  /** The URI of the document's configuration, if any. */
  configuration: string | null;
  /** Whether a grammar parsed the document; if not, only known codes with a distinctive form are recognised. */
  parsed: boolean;
  /** Why the parser cannot read the document, although its language is known, as a sentence; null if it can. */
  unreadable: string | null;
}

/** A place in a document to which codes can be added: a switch or a list, named by the start of one of its codes. */
export interface CodeChoice {
  uri: string;
  position: { line: number; character: number };
}

/** `errorCodes/addableCodes`: the codes of calls that can be added to a place; null if there are none any more. */
export const addableCodesRequest = "errorCodes/addableCodes";
export type AddableCodesParams = CodeChoice;
export type AddableCodesResult = AddableCodes | null;
export interface AddableCodes {
  /** What is added, as a title. */
  title: string;
  /** Those worth a retry come first; `isSuggested` marks those that are chosen unless the user says otherwise. */
  codes: { code: string; summary: string; retry: string; isSuggested: boolean }[];
}

/** `errorCodes/addCodes`: adds codes to a place, by an edit that the client applies. Returns whether it was applied. */
export const addCodesRequest = "errorCodes/addCodes";
export interface AddCodesParams extends CodeChoice {
  codes: string[];
}
export type AddCodesResult = boolean;
