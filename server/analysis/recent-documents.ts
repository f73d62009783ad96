import type { TrackedDocument } from "../documents/tracked-document.ts";

/** How many documents are kept at most, and how long their texts may be in all, in UTF-16 units. */
export interface KeptDocuments {
  count: number;
  length: number;
}

/**
 * The documents that were asked for last. An editor may open thousands, and ask for few of them again: what is known of
 * those that were asked for longest ago is dropped, and made anew when they are asked for.
 */
export class RecentDocuments {
  readonly #limit: KeptDocuments;
  /** By document, the length of its text; in the order in which they were asked for. */
  readonly #lengths = new Map<TrackedDocument, number>();
  #total = 0;

  constructor(limit: KeptDocuments) {
    this.#limit = limit;
  }

  /** Notes that a document that is kept is asked for again. */
  note(document: TrackedDocument): void {
    const length = this.#lengths.get(document);
    if (length === undefined) return;
    this.#lengths.delete(document);
    this.#lengths.set(document, length);
  }

  /** Adds a document that was analyzed, and returns those that are now to be dropped. */
  add(document: TrackedDocument): TrackedDocument[] {
    const { length } = document.text;
    this.remove(document);
    this.#lengths.set(document, length);
    this.#total += length;
    const dropped: TrackedDocument[] = [];
    for (const oldest of this.#lengths.keys()) {
      const isTooMuch = this.#lengths.size > this.#limit.count || this.#total > this.#limit.length;
      // The last one is in use, however long it is.
      if (!isTooMuch || oldest === document) break;
      this.remove(oldest);
      dropped.push(oldest);
    }
    return dropped;
  }

  /** Forgets a document that is closed. */
  remove(document: TrackedDocument): void {
    this.#total -= this.#lengths.get(document) ?? 0;
    this.#lengths.delete(document);
  }
}
