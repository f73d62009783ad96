import type { ClientCapabilities, TextDocuments } from "vscode-languageserver";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import type { WorkspaceContext } from "../workspace/workspace.ts";

/** The context of fixes that does not depend on the request: workspace, client capabilities and open documents. */
export interface FixContext extends WorkspaceContext {
  readonly client: ClientCapabilities;
  readonly documents: TextDocuments<TrackedDocument>;
}
