import type { CancellationToken, CodeActionKind } from "vscode-languageserver";
import type { LocalizedText } from "../../catalog/text/localized-text.ts";
import type { ReportedFinding } from "../rules/rule.ts";
import type { FileChanges } from "./edit.ts";
import type { FixRequest } from "./fix-request.ts";

/** One code action that a fix offers for a request. */
export interface Offer {
  title: LocalizedText;
  /** Identifies it among the offers of the same fix for the same request. */
  key: string;
  /** The findings that the change resolves; a refactoring that resolves any is offered as a quick fix. */
  resolves?: readonly ReportedFinding[];
  isPreferred?: boolean;
  /** The offset of the literal beside which codes are added that a client can have its user choose. */
  choiceAt?: number;
  /** Computes the changes; undefined if none turn out to be possible. */
  computeChanges(token: CancellationToken): FileChanges | undefined | Promise<FileChanges | undefined>;
}

/** A fix: an id, a code action kind, and the actions that it offers for a request. */
export interface Fix {
  id: string;
  kind: CodeActionKind;
  /** Whether it is only offered if its kind is requested explicitly, as editors do on save. */
  isOnRequestOnly?: boolean;
  offers(request: FixRequest): readonly Offer[] | Promise<readonly Offer[]>;
}
