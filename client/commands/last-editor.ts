import { type Disposable, type TextEditor, window } from "vscode";

/** The text editor that was active last: a page of ours, which is none, may stand before it. */
export class LastEditor implements Disposable {
  #editor = window.activeTextEditor;
  readonly #listener: Disposable;

  constructor() {
    this.#listener = window.onDidChangeActiveTextEditor((editor) => {
      if (editor && editor.document.uri.scheme !== "output") this.#editor = editor;
    });
  }

  /** The editor, shown with its cursors where they were; undefined where its document is closed. */
  async show(): Promise<TextEditor | undefined> {
    const editor = window.activeTextEditor ?? this.#editor;
    if (!editor || editor.document.isClosed) return undefined;
    const { document, selections, viewColumn } = editor;
    const shown = await window.showTextDocument(document, viewColumn);
    if (shown !== editor) shown.selections = selections;
    return shown;
  }

  dispose(): void {
    this.#listener.dispose();
  }
}
