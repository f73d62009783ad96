import type { ClientCapabilities, TextDocuments } from "vscode-languageserver";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import type { WorkspaceContext } from "../workspace/workspace.ts";

/** The context of fixes that does not depend on the request: workspace, client capabilities and open documents. */
export interface FixContext extends WorkspaceContext {
  readonly client: ClientCapabilities;
  /** The client's command that lets its user choose codes to add, given a `CodeChoice`; undefined if it has none. */
  readonly chooseCommand: string | undefined;
  /** The client's command that saves and shows what was written, given a `Written`; undefined if it has none. */
  readonly writtenCommand: string | undefined;
  /** The client's command that lets its user change a new name, given a `NewName`; undefined if it has none. */
  readonly renameCommand: string | undefined;
  readonly documents: TextDocuments<TrackedDocument>;
}
