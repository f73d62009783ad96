import type { ClientCapabilities, TextDocumentEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { EditedFile, FileChanges } from "./edit.ts";

/** Whether a client can create files as part of a workspace edit. */
export function canCreateFiles({ workspace }: ClientCapabilities): boolean {
  const { documentChanges, resourceOperations } = workspace?.workspaceEdit ?? {};
  return documentChanges === true && (resourceOperations?.includes("create") ?? false);
}

/** Whether a client resolves the edit of a code action when it is chosen. */
export function canResolveEdits({ textDocument }: ClientCapabilities): boolean {
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return dataSupport === true && (resolveSupport?.properties.includes("edit") ?? false);
}

/** Converts changes to a workspace edit; undefined if there are no edits or the client cannot create the files. */
export function toWorkspaceEdit(
  { files }: FileChanges,
  client: ClientCapabilities,
): WorkspaceEdit | undefined {
  const edited = files.filter(({ edits }) => edits.length > 0);
  if (edited.length === 0) return undefined;
  const createsFiles = edited.some(({ isNew }) => isNew);
  if (!client.workspace?.workspaceEdit?.documentChanges) {
    if (createsFiles) return undefined;
    return { changes: Object.fromEntries(edited.map((file) => [file.document.uri, textEdits(file)])) };
  }
  if (createsFiles && !canCreateFiles(client)) return undefined;
  const documentChanges = edited.flatMap((file): NonNullable<WorkspaceEdit["documentChanges"]> => {
    const { uri } = file.document;
    const change: TextDocumentEdit = { textDocument: { uri, version: file.version }, edits: textEdits(file) };
    return file.isNew ? [{ kind: "create", uri, options: { ignoreIfExists: true } }, change] : [change];
  });
  return { documentChanges };
}

/** Returns the edits in text order, with the line endings of the document. */
export function textEdits({ document, edits }: EditedFile): TextEdit[] {
  const eol = document.getText().includes("\r\n") ? "\r\n" : "\n";
  return [...edits]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, text }) => ({
      range: { start: document.positionAt(start), end: document.positionAt(end) },
      newText: text.replace(/\r?\n/g, eol),
    }));
}
