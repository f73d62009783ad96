import { type Disposable, EventEmitter, type TextEditor, window } from "vscode";
import type { RequestOrigin } from "../../server/protocol/index.ts";

/** Documents of which a part of the workspace is told by their address. */
const schemes: ReadonlySet<string> = new Set(["file", "vscode-notebook-cell"]);

/** Where the user works: the file that was edited last, also while a page or a list has the focus. */
export class ActiveDocument implements Disposable {
  readonly #moved = new EventEmitter<void>();
  readonly #listener: Disposable;
  #uri: string | undefined;
  /** Tells, each time, that it is another file. */
  readonly onDidMove = this.#moved.event;

  constructor() {
    this.#take(window.activeTextEditor);
    this.#listener = window.onDidChangeActiveTextEditor((editor) => {
      if (this.#take(editor)) this.#moved.fire();
    });
  }

  /** What the server is told where something is asked. */
  get origin(): RequestOrigin {
    return this.#uri === undefined ? {} : { uri: this.#uri };
  }

  #take(editor: TextEditor | undefined): boolean {
    if (!editor || !schemes.has(editor.document.uri.scheme)) return false;
    const uri = editor.document.uri.toString();
    if (uri === this.#uri) return false;
    this.#uri = uri;
    return true;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#moved.dispose();
  }
}
