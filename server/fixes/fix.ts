import type { CancellationToken, CodeActionKind } from "vscode-languageserver";
import type { LocalizedText } from "../../catalog/model/localized-text.ts";
import type { ReportedFinding } from "../rules/rule.ts";
import type { FileChanges } from "./edit.ts";
import type { FixRequest } from "./fix-request.ts";

/** One thing that a fix can do at a place. */
export interface Offer {
  title: LocalizedText;
  /** Tells it from the other offers of the same fix at the same place. */
  key: string;
  /** The findings that are gone afterwards; what mends some is offered as a quick fix. */
  resolves?: readonly ReportedFinding[];
  isPreferred?: boolean;
  /** What is done; undefined where it turns out that nothing can be. */
  change(token: CancellationToken): FileChanges | undefined | Promise<FileChanges | undefined>;
}

/** A fix is one row of data and what it offers at a place. */
export interface Fix {
  id: string;
  kind: CodeActionKind;
  /** Whether it is offered to those alone who ask for its kind, as editors do when they save. */
  onlyAsked?: boolean;
  offers(request: FixRequest): readonly Offer[] | Promise<readonly Offer[]>;
}
