import type { CancellationToken } from "vscode-languageserver";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { isBelow, normalizeUri } from "../documents/uris.ts";
import { findingsOf } from "../rules/findings.ts";
import type { ReportedFinding } from "../rules/rule.ts";
import { selectionFor, WorkspaceReader } from "../workspace/workspace.ts";
import type { FixContext } from "./fix-context.ts";

/** A file of the workspace with its findings; it is released when the next one is requested. */
export interface FileFindings {
  document: TrackedDocument;
  /** The version that is open in the client; null if the file is not open. */
  version: number | null;
  findings: readonly ReportedFinding[];
}

/**
 * Yields the findings in the files of the workspace whose texts `mayFind` accepts: in open ones as they are in the editor,
 * then in the others. `requested` is one more document, which may be in no folder. Ends early if it is cancelled.
 */
export async function* findingsInWorkspace(
  context: FixContext,
  token: CancellationToken,
  mayFind: (text: string) => boolean,
  requested?: TrackedDocument,
): AsyncGenerator<FileFindings> {
  const open = new Map(context.documents.all().map((one) => [normalizeUri(one.uri), one]));
  const rulesFor = (uri: string) => context.settings(uri).rules;
  for (const document of new Set([...(requested ? [requested] : []), ...open.values()])) {
    const { uri, text, version } = document;
    if (!mayFind(text) || !isWithin(context, document)) continue;
    const analysis = await context.analyzer.analyze(document);
    yield { document, version, findings: findingsOf(document, analysis, rulesFor(uri)) };
  }
  const workspace = new WorkspaceReader(context);
  for (const folder of context.folders()) {
    for await (const { uri, text } of context.host.readTextsBelow(folder, selectionFor(context))) {
      if (token.isCancellationRequested) return;
      if (!mayFind(text) || open.has(normalizeUri(uri))) continue;
      const file = await workspace.read(uri, text);
      if (!file) continue;
      const { document, analysis } = file;
      try {
        yield { document, version: null, findings: findingsOf(document, analysis, rulesFor(uri)) };
      } finally {
        context.analyzer.forget(document);
      }
    }
  }
}

/** Whether an open document is in a workspace folder; one that exists only in an editor, as in a diff, is not. */
function isWithin({ folders }: FixContext, { uri }: TrackedDocument): boolean {
  return folders().some((folder) => isBelow(folder, uri));
}
