import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LocalizedText } from "../../catalog/text/localized-text.ts";
import type { Span } from "../documents/span.ts";

/** A replacement of a span, in UTF-16 offsets. Line breaks in `text` are `\n`, whatever the document uses. */
export interface Edit extends Span {
  text: string;
}

/** The edits of one file; they do not overlap. */
export interface EditedFile {
  document: TextDocument;
  /** The version that is open in the client; null if the file is not open. */
  version: number | null;
  edits: readonly Edit[];
  /** Whether the file has to be created first. */
  isNew?: boolean;
}

/** Changes to one or more files. */
export interface FileChanges {
  files: readonly EditedFile[];
  /** What was done in files that the user does not look at, as a sentence; a client that can saves them, and says so. */
  done?: LocalizedText;
  /** A text in the edit of the first file that the user is to write next; a client that can shows and selects it. */
  select?: string;
  /** A new name in the edits of the first file that the user may want to change; a client that can lets them at once. */
  rename?: string;
}
