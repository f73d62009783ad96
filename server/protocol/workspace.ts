import type { CodeItem, EntryKey, RequestOrigin } from "./code-item.ts";
import type { LiteralAt } from "./documents.ts";

/** `errorCodes/usages`: where an entry's code stands; without `scan` only in open documents, and at once. */
export const usagesRequest = "errorCodes/usages";
export interface UsagesParams extends EntryKey, RequestOrigin {
  scan?: boolean;
}
export interface Usage {
  uri: string;
  /** From the folder of the workspace. */
  path: string;
  /** Zero-based, as is the character, in UTF-16 units. */
  line: number;
  character: number;
  /** The line's text. */
  text: string;
}
export interface UsagesResult {
  usages: Usage[];
  /** Whether more was found than is given, or the search was stopped. */
  partial: boolean;
}

/** `errorCodes/scan`: reads all files of the workspace for codes, with progress where the params have a token for it. */
export const scanRequest = "errorCodes/scan";
export interface ScanParams {
  workDoneToken?: string | number;
}
export interface ScanResult {
  /** How many files were looked at. */
  files: number;
  /** Whether it was stopped, so that what was known before still stands. */
  cancelled: boolean;
}

/** `errorCodes/used`: the codes of the files that were read, those first of which no provider is known. */
export const usedRequest = "errorCodes/used";
export interface UsedResult {
  scanned: boolean;
  folders: UsedFolder[];
}
export interface UsedFolder {
  uri: string;
  name: string;
  groups: UsedGroup[];
}
export interface UsedGroup {
  /** Undefined where the codes are unknown or misspelled. */
  provider?: string;
  name: string;
  codes: UsedCode[];
}
export interface UsedCode {
  code: string;
  /** In how many places it stands. */
  count: number;
  /** Undefined where it is not explained. */
  item?: CodeItem;
  suggestions: string[];
}

/** `errorCodes/places`: where a code stands in the files of a folder that were read. */
export const placesRequest = "errorCodes/places";
export interface PlacesParams {
  folder: string;
  provider?: string;
  code: string;
}
export interface Place {
  uri: string;
  range: LiteralAt["range"];
  /** The line's text. */
  line: string;
}
export type PlacesResult = Place[];

/** `errorCodes/usedChanged`: from the server, that codes of files that were read are others now. */
export const usedChangedNotification = "errorCodes/usedChanged";

/** The command that checks all files of the workspace. */
export const checkCommand = "errorCodes.checkWorkspace";
