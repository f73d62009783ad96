import type { CancellationToken, CodeActionKind } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Text } from "../../catalog/model/localized-text.ts";
import type { Reported } from "../rules/findings.ts";
import type { Stretch } from "../syntax/incremental.ts";
import type { Spot } from "./spot.ts";

/** A replacement of a stretch of a text; lines of what is new end in `\n`, whatever those of the text end in. */
export interface Edit extends Stretch {
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
export interface Change {
  files: readonly EditedFile[];
}

/** One thing that a fix can do at a place. */
export interface Offer {
  title: Text;
  /** Tells it from the other offers of the same fix at the same place. */
  key: string;
  /** The findings that are gone afterwards; what mends some is offered as a quick fix. */
  mends?: readonly Reported[];
  isPreferred?: boolean;
  /** What is done; undefined where it turns out that nothing can be. */
  change(token: CancellationToken): Change | undefined | Promise<Change | undefined>;
}

/** A fix is one row of data and what it offers at a place. */
export interface Fix {
  id: string;
  kind: CodeActionKind;
  /** Whether it is offered to those alone who ask for its kind, as editors do when they save. */
  onlyAsked?: boolean;
  offers(spot: Spot): readonly Offer[] | Promise<readonly Offer[]>;
}
