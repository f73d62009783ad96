import type { Message, MessageWriter } from "vscode-languageserver";
import type { EncodedPositions } from "./encoded-positions.ts";

/** Writes messages in their order, each with its positions as the client counts them. */
export class TranslatingWriter implements MessageWriter {
  readonly #writer: MessageWriter;
  readonly #positions: EncodedPositions;
  /** The last message; each waits for the one before it, since reading files for one takes time. */
  #last: Promise<void> = Promise.resolve();

  constructor(writer: MessageWriter, positions: EncodedPositions) {
    this.#writer = writer;
    this.#positions = positions;
  }

  get onError(): MessageWriter["onError"] {
    return this.#writer.onError;
  }

  get onClose(): MessageWriter["onClose"] {
    return this.#writer.onClose;
  }

  write(message: Message): Promise<void> {
    if (!this.#positions.isStarted) return this.#writer.write(message);
    const written = this.#last.then(async () => this.#writer.write(await this.#positions.sent(message)));
    this.#last = written.catch(() => {});
    return written;
  }

  end(): void {
    this.#writer.end();
  }

  dispose(): void {
    this.#writer.dispose();
  }
}
