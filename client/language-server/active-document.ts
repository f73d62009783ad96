import { type Disposable, EventEmitter, type TextEditor, window, workspace } from "vscode";
import type { RequestOrigin } from "../../server/protocol/index.ts";

/** URI schemes whose documents can belong to a folder of the workspace, besides those of its folders. */
const folderSchemes: ReadonlySet<string> = new Set(["file", "vscode-notebook-cell"]);

/** Tracks the document of the last active text editor, also while a details page or a list has the focus. */
export class ActiveDocument implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #listener: Disposable;
  #uri: string | undefined;
  /** Fires each time another document becomes the active one. */
  readonly onDidMove = this.#changed.event;

  constructor() {
    this.#update(window.activeTextEditor);
    this.#listener = window.onDidChangeActiveTextEditor((editor) => {
      if (this.#update(editor)) this.#changed.fire();
    });
  }

  /** The origin to send with a request: the server answers it from the project that governs this document. */
  get origin(): RequestOrigin {
    return this.#uri === undefined ? {} : { uri: this.#uri };
  }

  /** Returns whether the active document changed. */
  #update(editor: TextEditor | undefined): boolean {
    if (!editor || !mayBeInFolder(editor)) return false;
    const uri = editor.document.uri.toString();
    if (uri === this.#uri) return false;
    this.#uri = uri;
    return true;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }
}

function mayBeInFolder({ document }: TextEditor): boolean {
  const { scheme } = document.uri;
  return (
    folderSchemes.has(scheme) || (workspace.workspaceFolders ?? []).some(({ uri }) => uri.scheme === scheme)
  );
}
