import { readFileSync } from "node:fs";
import { type StatusResult, statusRequest } from "../../server/protocol/index.ts";
import { Client } from "../server/harness/client.ts";
import type { OpenDocument } from "../server/harness/open-document.ts";

/** After so long the server is ended, in milliseconds. */
export const patience = 20_000;

export interface Result {
  language: string;
  shape: string;
  length: number;
  /** How long the hover in the text took, in milliseconds, and how long the server worked meanwhile. */
  waited: number;
  own: number;
  /** How long the server worked at most before it answered a hover in the other document, in milliseconds. */
  other: number;
  /** Whether the other hovers came, and were right. */
  isAlive: boolean;
}

const neighbour = `if (error.code === "AuthFailure.Signature|Expire") {}`;
const pending = "It is still being parsed.";

/** A server with an open document beside which texts are opened. */
export class Session {
  #client: Client | undefined;
  #other: OpenDocument | undefined;
  #languages = new Set<string>();

  /**
   * Opens a text and asks for a hover in it, and for one hover after the other in the other document, until the first
   * one is answered; until the text is read if `isWhole` is set.
   */
  async measure(language: string, shape: string, text: string, isWhole: boolean): Promise<Result> {
    this.#client ??= await Client.start();
    const client = this.#client;
    this.#other ??= await client.open("typescript", neighbour);
    const other = this.#other;
    await this.#warmUp(client, other, language);
    const document = await client.open(language, `|${text}`);
    const begin = this.#workTime();
    const own = timed(document.hover(document.document.positionAt(text.length / 2)));
    let end: number | undefined;
    own.then(() => {
      end = this.#workTime();
    });
    let [worst, isAlive, isRead] = [0, true, !isWhole];
    while (isAlive && (end === undefined || !isRead)) {
      const start = this.#workTime();
      isAlive = Boolean((await timed(other.hover())).answer);
      worst = Math.max(worst, this.#workTime() - start);
      if (end !== undefined && !isRead) isRead = await isReadNow(client, document);
    }
    const { time: waited, answer } = await own;
    const result = { language, shape, length: text.length, waited, own: (end ?? 0) - begin, other: worst };
    if (answer === undefined || !isAlive) this.end();
    else await document.close();
    return { ...result, isAlive: isAlive && answer !== undefined };
  }

  end(): void {
    this.#client?.kill();
    this.#client = undefined;
    this.#other = undefined;
    this.#languages.clear();
  }

  /** Has the grammar of a language loaded: that takes its time once, whatever the text. */
  async #warmUp(client: Client, other: OpenDocument, language: string): Promise<void> {
    await other.hover();
    if (this.#languages.has(language)) return;
    this.#languages.add(language);
    const document = await client.open(language, "|a");
    await document.hover();
    await document.close();
  }

  /** How long the main thread of the server has worked, in milliseconds; the time of day where the system does not tell. */
  #workTime(): number {
    const pid = this.#client?.pid;
    try {
      return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
    } catch {
      return performance.now();
    }
  }
}

async function isReadNow({ connection }: Client, { document: { uri } }: OpenDocument): Promise<boolean> {
  const status = await connection.sendRequest<StatusResult>(statusRequest, { uri });
  return status.unreadable !== pending;
}

/** Waits for an answer; it is undefined if it does not come. */
async function timed<T>(answer: Promise<T>): Promise<{ time: number; answer: T | undefined }> {
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  const first = await Promise.race([answer.catch(() => undefined), limit]);
  clearTimeout(timer);
  return { time: performance.now() - start, answer: first };
}
