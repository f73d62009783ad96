import type { Written } from "./written.ts";

/** `errorCodes/pinChoices`: the providers that a document can be pinned to, for which scopes and in which file. */
export const pinChoicesRequest = "errorCodes/pinChoices";
export interface PinChoicesParams {
  uri: string;
}
export type PinChoices = PinRefusal | PinOffer;
/** Why no provider can be pinned, as a sentence for users. */
interface PinRefusal {
  refused: string;
}
export interface PinOffer {
  refused?: undefined;
  /** The path of the document as shown to users. */
  document: string;
  /** The configuration that the pin is written to; `name` is its path as shown to users. */
  configuration: { uri: string; name: string; isNew: boolean };
  /** All providers; those of the document, pinned or inferred, come first and have a reason. */
  providers: { id: string; name: string; reason?: string; pinned: boolean }[];
  /** The active pin, and the next one that would apply without it; if there is none, the inferred providers would. */
  pin?: { path: string; next?: { path: string; providers: string } };
  /** The names of the inferred providers, joined by commas. */
  inferred: string;
  scopes: PinScope[];
}
/** What a provider can be pinned for. */
export interface PinScope {
  scope: "file" | "folder" | "all";
  /** The path as the configuration has it. */
  path: string;
  /** The path as shown to users. */
  name: string;
  /** The names of the providers that are pinned for exactly this path now. */
  now?: string;
}

/** `errorCodes/pin`: sets a pin in the configuration of a document or, if `provider` is null, removes the active one. */
export const pinRequest = "errorCodes/pin";
export type PinParams =
  | { uri: string; provider: string; scope: PinScope["scope"] }
  | { uri: string; provider: null };
export type PinResult = PinRefusal | { refused?: undefined; written: Written };
