import {
  type ExtensionContext,
  type FileRenameEvent,
  type TextDocument,
  TextDocumentChangeReason,
  type Uri,
  workspace,
} from "vscode";
import type { FileOperationsMiddleware } from "vscode-languageclient";

/** A document that is changed because files are moved, with its text before that. */
interface Change {
  document: TextDocument;
  before: string;
}

/** How many documents are remembered, so that they are saved again when a move is undone. */
const maximumRemembered = 50;

/** The texts that documents were saved with, before and after files were moved, by their URIs. */
const texts = new Map<string, readonly string[]>();

/**
 * Saves what the server changes because files are moved, which VS Code leaves unsaved, and saves it again when that is
 * undone or redone.
 */
export function movedFiles({
  subscriptions,
}: ExtensionContext): Pick<FileOperationsMiddleware, "willRenameFiles"> {
  let pending: Change[] = [];
  subscriptions.push(
    workspace.onDidRenameFiles(async (event) => {
      const changes = pending;
      pending = [];
      for (const change of changes) await save(change, event);
    }),
    workspace.onDidChangeTextDocument(async ({ document, reason }) => {
      if (reason !== TextDocumentChangeReason.Undo && reason !== TextDocumentChangeReason.Redo) return;
      if (texts.get(document.uri.toString())?.includes(document.getText())) await document.save();
    }),
  );
  return {
    async willRenameFiles(event, next) {
      const edit = await next(event);
      const uris = edit?.entries().map(([uri]) => uri) ?? [];
      const documents = await Promise.all(uris.map((uri) => workspace.openTextDocument(uri)));
      // What the user has not saved yet stays so.
      const saved = documents.filter(({ isDirty }) => !isDirty);
      pending = saved.map((document) => ({ document, before: document.getText() }));
      return edit;
    },
  };
}

async function save({ document: { uri }, before }: Change, { files }: FileRenameEvent): Promise<void> {
  // The document itself may be among what is moved.
  const moved = files.find(({ oldUri }) => isAtOrBelow(oldUri, uri));
  const target = moved
    ? moved.newUri.with({ path: `${moved.newUri.path}${uri.path.slice(moved.oldUri.path.length)}` })
    : uri;
  const document = await workspace.openTextDocument(target);
  if (document.isDirty) await document.save();
  for (const one of new Set([uri.toString(), target.toString()])) {
    texts.delete(one);
    texts.set(one, [before, document.getText()]);
  }
  for (const one of [...texts.keys()].slice(0, -maximumRemembered)) texts.delete(one);
}

function isAtOrBelow(outer: Uri, { path }: Uri): boolean {
  return path === outer.path || path.startsWith(`${outer.path}/`);
}
