import type {
  ChangeAnnotation,
  ClientCapabilities,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import { type Reading, say } from "../../catalog/text.ts";
import type { Change, EditedFile } from "./fix.ts";

/** Whether a client makes new files as a part of an edit. */
export function canCreate({ workspace }: ClientCapabilities): boolean {
  const { documentChanges, resourceOperations } = workspace?.workspaceEdit ?? {};
  return documentChanges === true && (resourceOperations?.includes("create") ?? false);
}

/** Whether a client lets its user look at edits before they are made. */
export function canConfirm({ workspace }: ClientCapabilities): boolean {
  const { documentChanges, changeAnnotationSupport } = workspace?.workspaceEdit ?? {};
  return documentChanges === true && changeAnnotationSupport !== undefined;
}

/** Whether edits are asked for when an action is chosen, and not before. */
export function resolvesEdits({ textDocument }: ClientCapabilities): boolean {
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return dataSupport === true && (resolveSupport?.properties.includes("edit") ?? false);
}

const annotation = "error-codes";

/** A change as a client understands it; undefined where it does not. */
export function toWorkspaceEdit(
  { files, confirm }: Change,
  client: ClientCapabilities,
  reading: Reading,
): WorkspaceEdit | undefined {
  const edited = files.filter(({ edits }) => edits.length > 0);
  if (edited.length === 0) return undefined;
  if (!client.workspace?.workspaceEdit?.documentChanges) {
    if (confirm || edited.some(({ isNew }) => isNew)) return undefined;
    return { changes: Object.fromEntries(edited.map((file) => [file.document.uri, textEdits(file)])) };
  }
  if (edited.some(({ isNew }) => isNew) && !canCreate(client)) return undefined;
  if (confirm && !canConfirm(client)) return undefined;
  const documentChanges = edited.flatMap((file): NonNullable<WorkspaceEdit["documentChanges"]> => {
    const { uri } = file.document;
    const edits = textEdits(file).map((edit) => (confirm ? { ...edit, annotationId: annotation } : edit));
    const change: TextDocumentEdit = { textDocument: { uri, version: file.version }, edits };
    return file.isNew ? [{ kind: "create", uri, options: { ignoreIfExists: true } }, change] : [change];
  });
  const about: ChangeAnnotation | undefined = confirm && {
    label: say(confirm, reading),
    needsConfirmation: true,
  };
  return { documentChanges, ...(about ? { changeAnnotations: { [annotation]: about } } : {}) };
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
