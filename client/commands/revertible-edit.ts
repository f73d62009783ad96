import { Range, Uri, WorkspaceEdit, workspace } from "vscode";

/** A file that the server rewrites, with its text before that, so that the edit can be undone without its editor. */
export class RevertibleEdit {
  readonly uri: Uri;
  /** Undefined if there was no file. */
  readonly #before: string | undefined;
  /** Whether the user had unsaved changes in it, which must not be saved for them. */
  readonly #wasDirty: boolean;
  #after = "";

  private constructor(uri: Uri, before: string | undefined, wasDirty: boolean) {
    this.uri = uri;
    this.#before = before;
    this.#wasDirty = wasDirty;
  }

  /** Takes the text of a file as it is now, before the edit; the argument is the file's URI. */
  static async before(location: string): Promise<RevertibleEdit> {
    const uri = Uri.parse(location);
    const document = await workspace.openTextDocument(uri).then(undefined, () => undefined);
    return new RevertibleEdit(uri, document?.getText(), document?.isDirty ?? false);
  }

  /** Saves the edited file; returns whether the edit is on disk. */
  async save(): Promise<boolean> {
    const document = await workspace.openTextDocument(this.uri);
    this.#after = document.getText();
    return !this.#wasDirty && (!document.isDirty || (await document.save()));
  }

  /** Restores the file as it was before; returns false if it has been changed meanwhile or cannot be restored. */
  async undo(): Promise<boolean> {
    const document = await workspace.openTextDocument(this.uri).then(undefined, () => undefined);
    if (document?.getText() !== this.#after) return false;
    const edit = new WorkspaceEdit();
    if (this.#before === undefined) edit.deleteFile(this.uri);
    else edit.replace(this.uri, new Range(0, 0, document.lineCount, 0), this.#before);
    if (!(await workspace.applyEdit(edit))) return false;
    return this.#before === undefined || document.save();
  }
}
