import type { RequestOrigin } from "./code-item.ts";

/** `errorCodes/importPreview`: what a document states of error codes; null if it cannot be read. */
export const importPreviewRequest = "errorCodes/importPreview";
export interface ImportPreviewParams {
  uri: string;
}
export interface ImportPreview {
  /** The format of the document, as its users call it; undefined if it is not known. */
  format: string | undefined;
  rows: ImportPreviewRow[];
  /** What was passed over, and why, and the columns that are not read: a sentence for each. */
  notes: { line: number; text: string }[];
  providers: { id: string; name: string; isOwn: boolean }[];
  /** Whether the document can be read as a catalog where it is: it is in a folder of the workspace. */
  canStay: boolean;
  /** Whether a configuration names it as a catalog already. */
  isCatalog: boolean;
}
interface ImportPreviewRow {
  code: string;
  /** Zero-based. */
  line: number;
  /** Its HTTP statuses and what it means, as one line. */
  text: string;
}
export type ImportPreviewResult = ImportPreview | null;

/** `errorCodes/import`: adds a document to the catalogs, as it is or as a file in our own format. */
export const importRequest = "errorCodes/import";
export interface ImportParams {
  uri: string;
  /** The id of the provider. */
  provider: string;
  /** Whether a file in our own format is written; otherwise the document itself becomes a catalog. */
  writes: boolean;
}
export interface ImportOutcome {
  /** The URIs of the files that were changed, the catalog first. */
  changed: string[];
  /** A sentence that says why none was changed. */
  refused?: string;
}

/** `errorCodes/export`: a page in Markdown about the codes that the workspace uses, or those of a provider. */
export const exportRequest = "errorCodes/export";
export interface ExportParams extends RequestOrigin {
  /** The id of the provider; undefined for the codes that the workspace uses. */
  provider?: string;
}
export interface ExportResult {
  text: string;
  /** How many codes the page lists. */
  count: number;
}
