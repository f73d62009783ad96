import type { CodeItem, EntryKey, RequestOrigin } from "./code-item.ts";
import type { LiteralAt } from "./documents.ts";

/** `errorCodes/usages`: where an entry's code is used. */
export const usagesRequest = "errorCodes/usages";
export interface UsagesParams extends EntryKey, RequestOrigin {
  /** Whether to read all files of the workspace, rather than only the open documents. */
  scan?: boolean;
}
export interface Usage {
  uri: string;
  /** The path in the workspace folder, preceded by the folder's name if there are several. */
  path: string;
  /** Zero-based. */
  line: number;
  /** Zero-based, in UTF-16 units. */
  character: number;
  /** The text of the line, trimmed and possibly cut. */
  text: string;
}
export interface UsagesResult {
  usages: Usage[];
  /** Whether there may be more: too many were found, or the search was cancelled. */
  partial: boolean;
}

/** `errorCodes/scan`: scans all files of the workspace for codes, with progress if there is a token for it. */
export const scanRequest = "errorCodes/scan";
export interface ScanParams {
  workDoneToken?: string | number;
}
export interface ScanResult {
  /** The number of files that were examined. */
  files: number;
  /** Whether the scan was cancelled, so that the previous result is kept. */
  cancelled: boolean;
  /** A sentence for the user that names the folders that were passed over; undefined if there are none. */
  note?: string;
}

/** `errorCodes/used`: the codes in the scanned files by folder and provider, those without a provider first. */
export const usedRequest = "errorCodes/used";
export interface UsedResult {
  scanned: boolean;
  folders: UsedFolder[];
}
export interface UsedFolder {
  uri: string;
  name: string;
  groups: UsedGroup[];
  /** How many codes are left out, since the folder has too many for one answer. */
  omitted?: number;
}
export interface UsedGroup {
  /** The id of the provider, `*` for codes shared by several; undefined for unknown and misspelled codes. */
  provider?: string;
  name: string;
  codes: UsedCode[];
}
export interface UsedCode {
  code: string;
  /** The number of uses. */
  count: number;
  /** The entry of the code; undefined if the catalog does not explain it. */
  item?: CodeItem;
  /** Known codes that may be intended; empty for known codes. */
  suggestions: string[];
  /** The place of the only use; absent if there are several. */
  place?: CodeUseLocation;
}

/** `errorCodes/places`: the uses of a code in the scanned files of a folder. */
export const codeUsesRequest = "errorCodes/places";
export interface CodeUsesParams {
  /** The URI of the workspace folder. */
  folder: string;
  /** The `provider` of the code's {@link UsedGroup}. */
  provider?: string;
  code: string;
}
export interface CodeUseLocation {
  uri: string;
  range: LiteralAt["range"];
  /** The text of the line, trimmed and possibly cut. */
  line: string;
}
export type CodeUsesResult = CodeUseLocation[];

/** `errorCodes/changeUses`: where the uses of a wrong code can be changed to a code that is suggested for them. */
export const changeUsesRequest = "errorCodes/changeUses";
export interface ChangeUsesParams extends CodeUsesParams {
  /** One of the `suggestions` of the {@link UsedCode}. */
  replacement: string;
}
export interface ChangeUsesResult {
  files: ChangedUses[];
  /** How many uses stay as they are: another code is suggested there, or the code is not written verbatim. */
  kept: number;
}
/** The contents of the literals that the new code replaces in a file. */
export interface ChangedUses {
  uri: string;
  ranges: LiteralAt["range"][];
}

/** `errorCodes/usedChanged`: sent by the server when the codes in the scanned files have changed. */
export const usedChangedNotification = "errorCodes/usedChanged";

/** The command that checks all files of the workspace. */
export const checkCommand = "errorCodes.checkWorkspace";

/** `errorCodes/checked`: sent by the server when a check has ended, instead of a message, to clients that show it. */
export const checkedNotification = "errorCodes/checked";
export interface CheckedParams {
  /** The result as a sentence. */
  message: string;
  /** The number of problems that are no hints. */
  problems: number;
  /** The number of problems that {@link fixesRequest} can fix. */
  fixable: number;
}

/** `errorCodes/fixes`: what fixes the errors and warnings of all files for which one code is certain. */
export const fixesRequest = "errorCodes/fixes";
export type FixesResult = CodeFix[];
/** A code that is replaced by another one wherever that is certain. */
export interface CodeFix {
  written: string;
  code: string;
  places: { uri: string; range: LiteralAt["range"] }[];
}
