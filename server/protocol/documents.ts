import type { CodeItem, RequestOrigin } from "./code-item.ts";

/** `errorCodes/literals`: for each position of a document the literal around it; null where none with a name stands. */
export const literalsRequest = "errorCodes/literals";
export interface LiteralsParams {
  uri: string;
  positions: { line: number; character: number }[];
}
export interface LiteralAt {
  /** Its content; zero-based, in UTF-16 units. */
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
  text: string;
  /** Whether it is a string, whose content is one whole, rather than words of a text. */
  isString: boolean;
  /** What it can mean as an error code, most likely first. */
  items: CodeItem[];
}
export type LiteralsResult = (LiteralAt | null)[];

/** `errorCodes/explain`: what an error response, an exception's text or a log line says. */
export const explainRequest = "errorCodes/explain";
export interface ExplainParams extends RequestOrigin {
  text: string;
}
export interface ExplainResult {
  found: { code: string; message?: string; requestId?: string; items: CodeItem[] }[];
  /** Where nothing known is found: what is nearest to what stands there. */
  nearest: CodeItem[];
}

/** `errorCodes/codesIn`: the known codes in a line of text, with their [start, end). */
export const codesInRequest = "errorCodes/codesIn";
export interface CodesInParams extends RequestOrigin {
  text: string;
}
export type CodesInResult = { range: [number, number]; items: CodeItem[] }[];

/** `errorCodes/status`: what a document is known to hold; null where it is not open. */
export const statusRequest = "errorCodes/status";
export interface StatusParams {
  uri: string;
}
export interface StatusResult {
  /** How many codes the catalog has here. */
  known: number;
  /** How many literals of the document are believed to be codes. */
  codes: number;
  /** The providers that the document works with, most likely first, and what shows it. */
  providers: { id: string; name: string; reason: string }[];
  /** Whether the configuration pins them. */
  pinned: boolean;
  /** The configuration that governs, if any. */
  configuration: string | null;
  /** False where only what looks like a code is known. */
  parsed: boolean;
}

/** `errorCodes/pinChoices`: what providers a document can be pinned to, and where that is written. */
export const pinChoicesRequest = "errorCodes/pinChoices";
export interface PinChoicesParams {
  uri: string;
}
export type PinChoices = PinRefusal | PinOffer;
/** For people: why nothing can be pinned here. */
interface PinRefusal {
  refused: string;
}
export interface PinOffer {
  refused?: undefined;
  /** How the document, and the configuration that is written to, are called in the workspace. */
  document: string;
  configuration: { uri: string; name: string; isNew: boolean };
  /** Every provider; those that the document works with, or would, come first, with what tells so. */
  providers: { id: string; name: string; reason?: string; pinned: boolean }[];
  /** What is pinned, and what would count without it: the next pin that fits, or what the document itself tells. */
  pin?: { path: string; next?: { path: string; providers: string } };
  /** The names of what the document itself tells. */
  inferred: string;
  scopes: PinScope[];
}
/** For what a provider can be pinned. */
export interface PinScope {
  scope: "file" | "folder" | "all";
  /** As the configuration has it. */
  path: string;
  /** As people call it. */
  name: string;
  /** The names of the providers that it is pinned to now. */
  now?: string;
}

/** `errorCodes/pin`: writes a pin into the configuration that governs a document, or takes the one that counts away. */
export const pinRequest = "errorCodes/pin";
export type PinParams =
  | { uri: string; provider: string; scope: PinScope["scope"] }
  | { uri: string; provider: null };
export type PinResult = PinRefusal | { refused?: undefined };

/** `errorCodes/why`: what was seen and believed of the literal at a position, step by step, as Markdown. */
export const whyRequest = "errorCodes/why";
export interface WhyParams extends StatusParams {
  position: { line: number; character: number };
}
export type WhyResult = string | null;
