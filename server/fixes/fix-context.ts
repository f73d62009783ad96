import type { ClientCapabilities, TextDocuments } from "vscode-languageserver";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import type { WorkspaceContext } from "../workspace/workspace.ts";

/** What fixes work with besides the place that they are asked for. */
export interface FixContext extends WorkspaceContext {
  readonly client: ClientCapabilities;
  readonly documents: TextDocuments<TrackedDocument>;
}
