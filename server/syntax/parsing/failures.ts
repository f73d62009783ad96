import type { TrackedDocument } from "../../documents/tracked-document.ts";
import type { ReadingTime, Unreadable } from "./budget.ts";

/** How often a document may make the parser fail, or take all its memory, before it is no longer parsed, until it is opened again. */
const maximumCrashes = 3;
/** The shortest time that reading a document gets, in milliseconds, and after how many it gets all of it again. */
const [minimumTime, pause] = [100, 10_000];

/** Remembers which documents could not be read, so that a keystroke in one of them costs less and less. */
export class Failures {
  readonly #time: ReadingTime;
  readonly #failures = new WeakMap<TrackedDocument, { crashes: number; slow: number; at: number }>();

  /** `time` is what reading a document may take at first. */
  constructor(time: ReadingTime) {
    this.#time = time;
  }

  /** Returns the time that reading a document may take now; undefined if it is not to be read. */
  timeFor(document: TrackedDocument): ReadingTime | undefined {
    const { crashes, slow, at } = this.#failures.get(document) ?? { crashes: 0, slow: 0, at: 0 };
    if (crashes >= maximumCrashes) return undefined;
    if (slow === 0 || performance.now() - at > pause) return this.#time;
    return { ...this.#time, total: Math.max(minimumTime, this.#time.total / 2 ** slow) };
  }

  add(document: TrackedDocument, reason: Unreadable): void {
    const { crashes, slow } = this.#failures.get(document) ?? { crashes: 0, slow: 0 };
    this.#failures.set(document, {
      crashes: crashes + Number(reason === "crash" || reason === "too-large"),
      slow: slow + Number(reason === "too-slow"),
      at: performance.now(),
    });
  }

  /** Forgets that reading a document took too long, after it was read. */
  clear(document: TrackedDocument): void {
    const failure = this.#failures.get(document);
    if (failure) failure.slow = 0;
  }
}
