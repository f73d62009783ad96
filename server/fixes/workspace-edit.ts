import type { ClientCapabilities, TextDocumentEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { EditedFile, FileChanges } from "./edit.ts";

/** Whether a client makes new files as a part of an edit. */
export function canCreate({ workspace }: ClientCapabilities): boolean {
  const { documentChanges, resourceOperations } = workspace?.workspaceEdit ?? {};
  return documentChanges === true && (resourceOperations?.includes("create") ?? false);
}

/** Whether edits are asked for when an action is chosen, and not before. */
export function resolvesEdits({ textDocument }: ClientCapabilities): boolean {
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return dataSupport === true && (resolveSupport?.properties.includes("edit") ?? false);
}

/** A change as a client understands it; undefined where it does not. */
export function toWorkspaceEdit(
  { files }: FileChanges,
  client: ClientCapabilities,
): WorkspaceEdit | undefined {
  const edited = files.filter(({ edits }) => edits.length > 0);
  if (edited.length === 0) return undefined;
  const makesFiles = edited.some(({ isNew }) => isNew);
  if (!client.workspace?.workspaceEdit?.documentChanges) {
    if (makesFiles) return undefined;
    return { changes: Object.fromEntries(edited.map((file) => [file.document.uri, textEdits(file)])) };
  }
  if (makesFiles && !canCreate(client)) return undefined;
  const documentChanges = edited.flatMap((file): NonNullable<WorkspaceEdit["documentChanges"]> => {
    const { uri } = file.document;
    const change: TextDocumentEdit = { textDocument: { uri, version: file.version }, edits: textEdits(file) };
    return file.isNew ? [{ kind: "create", uri, options: { ignoreIfExists: true } }, change] : [change];
  });
  return { documentChanges };
}

/** The edits in the order of the text, with the line ends that the text has. */
function textEdits({ document, edits }: EditedFile): TextEdit[] {
  const eol = document.getText().includes("\r\n") ? "\r\n" : "\n";
  return [...edits]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, text }) => ({
      range: { start: document.positionAt(start), end: document.positionAt(end) },
      newText: text.replace(/\r?\n/g, eol),
    }));
}
