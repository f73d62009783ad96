import type { Slices } from "../../../catalog/model/slices.ts";
import { WorkTime } from "./work-time.ts";

/** Why the syntax of a text is not read: it is nested too deeply, takes too long or too much memory, or made the parser fail. */
export type Unreadable = "too-deep" | "too-slow" | "too-large" | "crash";

/** Thrown where reading a text is given up. */
export class ReadingStopped extends Error {
  readonly reason: Unreadable;

  constructor(reason: Unreadable) {
    super(`Reading stopped: ${reason}.`);
    this.reason = reason;
  }
}

/** How long reading a text may work in all, and how long it may block other work; in milliseconds. */
export interface ReadingTime {
  total: number;
  slice: number;
}

/** The time in an editor, where somebody may wait for an answer about another text. */
export const editorTime: ReadingTime = { total: 6000, slice: 50 };

/**
 * The time that reading one text may take. It is spent in slices, between which other work gets in; that work does not
 * count.
 */
export class Budget {
  /** How long a slice is, in milliseconds. */
  readonly slice: number;
  #left: number;
  #spent = 0;
  /** When the slice and the piece of work began that are done now. */
  #sliceStart = performance.now();
  #workStart = this.#sliceStart;

  constructor({ total, slice }: ReadingTime) {
    this.#left = total;
    this.slice = slice;
  }

  /** The time that is left, in milliseconds. */
  get left(): number {
    return this.#left - (performance.now() - this.#workStart);
  }

  /** The time that finished slices have worked, in milliseconds; a busy machine does not make it longer. */
  get spent(): number {
    return this.#spent;
  }

  /** Whether work should yield. */
  get isSliceOver(): boolean {
    // Asked for after each literal: the time is looked up once.
    const now = performance.now();
    return now - this.#sliceStart > this.slice || now - this.#workStart > this.#left;
  }

  /** Takes away the time that is left. */
  cancel(): void {
    this.#left = 0;
  }

  async #pause(): Promise<void> {
    if (this.#left > 0) await pause();
    if (this.#left <= 0) throw new ReadingStopped("too-slow");
    this.#sliceStart = performance.now();
    this.#workStart = this.#sliceStart;
  }

  /** Does the work to its end. Throws `ReadingStopped` as soon as the time is spent. */
  async spend<T>(work: Slices<T>): Promise<T> {
    try {
      // Many short pieces of work, one after the other, block other work as a long one does.
      if (this.isSliceOver) await this.#pause();
      for (;;) {
        this.#workStart = performance.now();
        const workTime = new WorkTime();
        const { done, value } = work.next();
        const { elapsed } = workTime;
        this.#left -= elapsed;
        this.#spent += elapsed;
        if (done) return value;
        await this.#pause();
      }
    } finally {
      work.return(undefined as never);
    }
  }
}

/** So many turns of the event loop pass until a message has been read, handled and answered. */
const turns = 6;
let lastPause: Promise<void> = Promise.resolve();

/** Lets messages of the client in between two slices, whichever texts they belong to. */
function pause(): Promise<void> {
  lastPause = lastPause.then(async () => {
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => nextTurn(resolve));
  });
  return lastPause;
}

/** Runs a function in the next turn of the event loop: as soon as possible, where the platform can. */
const nextTurn: (run: (value?: unknown) => void) => void =
  typeof setImmediate === "function" ? setImmediate : setTimeout;
