import { Range, Uri, WorkspaceEdit, workspace } from "vscode";

/** A file that something else rewrites: what it was before, so that this can be undone without its editor. */
export class SavedEdit {
  readonly uri: Uri;
  /** Undefined where there was no file. */
  readonly #before: string | undefined;
  /** Whether the user had changes in it that were not saved: those are not ours to save. */
  readonly #wasDirty: boolean;
  #after = "";

  private constructor(uri: Uri, before: string | undefined, wasDirty: boolean) {
    this.uri = uri;
    this.#before = before;
    this.#wasDirty = wasDirty;
  }

  /** The file as it is now. */
  static async before(address: string): Promise<SavedEdit> {
    const uri = Uri.parse(address);
    const document = await workspace.openTextDocument(uri).then(undefined, () => undefined);
    return new SavedEdit(uri, document?.getText(), document?.isDirty ?? false);
  }

  /** Saves what became of it; tells whether it is on the disk. */
  async save(): Promise<boolean> {
    const document = await workspace.openTextDocument(this.uri);
    this.#after = document.getText();
    return !this.#wasDirty && (!document.isDirty || (await document.save()));
  }

  /** Makes it what it was before; false where it was changed once more meanwhile. */
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
