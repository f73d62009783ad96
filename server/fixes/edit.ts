import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../documents/span.ts";

/** A replacement of a stretch of a text; lines of what is new end in `\n`, whatever those of the text end in. */
export interface Edit extends Span {
  text: string;
}

/** The edits of one file; they do not overlap. */
export interface EditedFile {
  document: TextDocument;
  /** The version that the client holds open; null where it is not open. */
  version: number | null;
  edits: readonly Edit[];
  /** Whether the file has to be made first. */
  isNew?: boolean;
}

/** What becomes of files. */
export interface FileChanges {
  files: readonly EditedFile[];
}
