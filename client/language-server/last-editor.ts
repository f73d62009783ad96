import { type Disposable, type TextEditor, window } from "vscode";

/** Tracks the text editor that was active last: the active editor may be a details page, which is no text editor. */
export class LastEditor implements Disposable {
  #editor = window.activeTextEditor;
  readonly #listener: Disposable;

  constructor() {
    this.#listener = window.onDidChangeActiveTextEditor((editor) => {
      if (editor && editor.document.uri.scheme !== "output") this.#editor = editor;
    });
  }

  /** Shows the editor with its selections as they were and returns it; returns undefined if its document is closed. */
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
