import {
  commands,
  type ExtensionContext,
  l10n,
  type Range,
  Selection,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import type { Written, WrittenFile } from "../../server/protocol/index.ts";
import { plainText } from "../language-server/plain-text.ts";
import { isRange, toRange } from "../language-server/ranges.ts";

/** Registers the command of code actions that write into files that the user does not look at. */
export function registerWritten({ subscriptions }: ExtensionContext): void {
  subscriptions.push(
    commands.registerCommand("errorCodes.written", async (written: unknown) => {
      if (isWritten(written)) await settle(written);
    }),
  );
}

/** A file behind an edit, with its text at that time: what has changed since is not undone. */
interface EditedFile extends WrittenFile {
  document: TextDocument;
  text: string;
}

/** Saves what was written, shows what is to be written next, says what was done, and lets the user undo it. */
export async function settle({ message, files, select }: Written): Promise<void> {
  // VS Code opens a tab for each file that is not saved soon.
  const edited = await Promise.all(
    files.map(async (file): Promise<EditedFile> => {
      const document = await workspace.openTextDocument(Uri.parse(file.uri, true));
      if (!file.isDirty && document.isDirty) await document.save();
      return { ...file, document, text: document.getText() };
    }),
  );
  const [first] = edited;
  if (first && select) await show(first.document, toRange(select));
  // Whoever waits for the command does not wait for the user's answer to the notification.
  void report(message, edited, select !== undefined);
}

async function show(document: TextDocument, range: Range): Promise<void> {
  const editor = await window.showTextDocument(document);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range);
}

async function report(message: string, files: readonly EditedFile[], isShown: boolean): Promise<void> {
  const unsaved = files.find(({ document }) => document.isDirty);
  const parts = [message, ...(unsaved ? [l10n.t("It applies once {0} is saved.", nameOf(unsaved))] : [])];
  const undo = l10n.t("Undo");
  const open = l10n.t("Open");
  const text = plainText(parts.join(" "));
  const choices = isShown || files.length > 1 ? [undo] : [undo, open];
  const answer = await (unsaved
    ? window.showWarningMessage(text, ...choices)
    : window.showInformationMessage(text, ...choices));
  const [first] = files;
  if (answer === open && first) await window.showTextDocument(first.document);
  if (answer === undo) await takeBack(files);
}

/** Restores the files as they were before, all or none; refused if one has been changed meanwhile. */
async function takeBack(files: readonly EditedFile[]): Promise<void> {
  const edit = new WorkspaceEdit();
  const restored: TextDocument[] = [];
  for (const file of files) {
    const uri = Uri.parse(file.uri, true);
    const document = await workspace.openTextDocument(uri).then(undefined, () => undefined);
    if (document?.getText() !== file.text) return refuse(file);
    if (file.isNew) edit.deleteFile(uri);
    else for (const { range, newText } of file.reversal) edit.replace(uri, toRange(range), newText);
    // VS Code closes documents without an editor after a while: what was written then is another object now.
    if (document && !file.isNew && !file.isDirty) restored.push(document);
  }
  if (!(await workspace.applyEdit(edit))) return;
  for (const document of restored) await document.save();
}

async function refuse(file: EditedFile): Promise<void> {
  const open = l10n.t("Open");
  const message = l10n.t("{0} has been changed since.", nameOf(file));
  if ((await window.showWarningMessage(plainText(message), open)) === open)
    await window.showTextDocument(Uri.parse(file.uri, true));
}

function nameOf({ uri }: WrittenFile): string {
  return workspace.asRelativePath(Uri.parse(uri, true));
}

/** Whether the argument of the command, which can come from anyone, says what was written. */
function isWritten(value: unknown): value is Written {
  const { message, files, select } = (value ?? {}) as Partial<Written>;
  const areFiles = Array.isArray(files) && files.every(isWrittenFile);
  return typeof message === "string" && areFiles && (select === undefined || isRange(select));
}

function isWrittenFile(value: unknown): value is WrittenFile {
  const { uri, isNew, isDirty, reversal } = (value ?? {}) as Partial<WrittenFile>;
  const areFlags = typeof isNew === "boolean" && typeof isDirty === "boolean";
  const areEdits =
    Array.isArray(reversal) &&
    reversal.every((one) => isRange(one?.range) && typeof one.newText === "string");
  return typeof uri === "string" && areFlags && areEdits;
}
