import { Transform, type TransformCallback, Writable } from "node:stream";

/** In bytes: a header that has no end until here, and a body that is longer, are broken. */
const longest = { header: 8_192, body: 512 * 1024 * 1024 };
const headerEnd = "\r\n\r\n";
const endOfHeader = Buffer.from(headerEnd);
const lengthName = "Content-Length:";
const header = /^(?:[!-9;-~]+:[^\r\n]*\r\n)*\r\n$/;

/**
 * Lets the messages of a client through, and drops what stands between them: without it, the reader of the library would
 * hear nothing more after a header without a length, or with a wrong one.
 */
export class Frames extends Transform {
  readonly #onDropped: (bytes: number) => void;
  #chunks: Buffer[] = [];
  #size = 0;
  /** The bytes that the next message needs at least before anything can be decided. */
  #needed = 1;

  /** `onDropped` is called with the number of bytes that were dropped. */
  constructor(onDropped: (bytes: number) => void) {
    super();
    this.#onDropped = onDropped;
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    // The parts of a long message are joined once, when it is complete.
    if (this.#size >= this.#needed)
      this.#take(this.#size === chunk.length ? chunk : Buffer.concat(this.#chunks));
    done();
  }

  /** Passes on the complete messages at the start of the bytes, and keeps the rest. */
  #take(bytes: Buffer): void {
    let rest = bytes;
    let dropped = 0;
    for (let length = frameLength(rest); length !== undefined; length = frameLength(rest)) {
      const count = length === "broken" ? brokenLength(rest) : length;
      this.#needed = count;
      if (count > rest.length) break;
      if (length === "broken") dropped += count;
      else this.push(rest.subarray(0, count));
      rest = rest.subarray(count);
      this.#needed = 1;
    }
    this.#chunks = [rest];
    this.#size = rest.length;
    if (dropped > 0) this.#onDropped(dropped);
  }
}

/**
 * Passes messages on, each as a whole: the writer of the library writes the header and the body one by one, each of which
 * would be a call of the system, and would wake the client.
 */
export class WholeMessages extends Writable {
  readonly #output: Writable;
  #header: Buffer | undefined;

  constructor(output: Writable) {
    super();
    this.#output = output;
    output.on("error", (error) => this.destroy(error));
    output.on("close", () => this.destroy());
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    // No body ends like a header: it is JSON without line breaks.
    if (chunk.subarray(-headerEnd.length).equals(endOfHeader)) {
      this.#header = chunk;
      done();
      return;
    }
    const message = this.#header ? Buffer.concat([this.#header, chunk]) : chunk;
    this.#header = undefined;
    this.#output.write(message, done);
  }
}

/** Returns the number of bytes before the next ones that can be the start of a message. */
function brokenLength(bytes: Buffer): number {
  const next = bytes.indexOf(lengthName, 1);
  if (next >= 0) return next;
  // The beginning of the name may be at the end of the bytes.
  const ends = Array.from({ length: lengthName.length - 1 }, (_, index) => lengthName.slice(0, -1 - index));
  const end = ends.find(
    (one) => one.length < bytes.length && bytes.subarray(-one.length).equals(Buffer.from(one)),
  );
  return bytes.length - (end?.length ?? 0);
}

/** Returns the length of the message at the start of some bytes; undefined if its header is not complete. */
function frameLength(bytes: Buffer): number | "broken" | undefined {
  const end = bytes.subarray(0, longest.header).indexOf(headerEnd);
  if (end < 0) return bytes.length < longest.header ? undefined : "broken";
  const text = bytes.toString("latin1", 0, end + headerEnd.length);
  // Of two lengths, the reader of the library may take the other one.
  const lengths = [...text.matchAll(/^content-length:(.*)\r$/gim)];
  const [, written = ""] = lengths.length === 1 ? (/^ *(\d{1,12}) *$/.exec(lengths[0]?.[1] ?? "") ?? []) : [];
  const length = written === "" ? Number.NaN : Number(written);
  return header.test(text) && length <= longest.body ? end + headerEnd.length + length : "broken";
}
