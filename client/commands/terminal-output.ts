import { type Disposable, type Terminal, window } from "vscode";
import { linesAround, withMore } from "./terminal-text.ts";

/**
 * The last output of the commands in each terminal: a provider of links is given one line, and an error can take several.
 * Only what shells report is known, those with VS Code's shell integration; it is kept in memory and goes nowhere else.
 */
export class TerminalOutput implements Disposable {
  readonly #outputs = new WeakMap<Terminal, string>();
  readonly #listener = window.onDidStartTerminalShellExecution(({ terminal, execution }) =>
    this.#read(terminal, execution.read()),
  );

  /** Returns the lines around a line of a terminal, as far as they are known. */
  around(terminal: Terminal, line: string): { before?: string; after?: string } {
    return linesAround(this.#outputs.get(terminal) ?? "", line) ?? {};
  }

  async #read(terminal: Terminal, output: AsyncIterable<string>): Promise<void> {
    for await (const more of output)
      this.#outputs.set(terminal, withMore(this.#outputs.get(terminal) ?? "", more));
  }

  dispose(): void {
    this.#listener.dispose();
  }
}
