/** Keeps the best of many codes that are added one after the other, without keeping or sorting the rest. */
export class BestCodes {
  readonly #scores: Int32Array;
  readonly #limit: number;
  /** The best codes so far and some that came later, by their indexes; less than twice as many as are wanted. */
  #kept: number[] = [];
  /** A code must have a lower score than this one to be among the best. */
  #bound = Number.MAX_SAFE_INTEGER;

  /** `scores` has the score of each code by its index, less being better; -1 if it is not offered. */
  constructor(scores: Int32Array, limit: number) {
    this.#scores = scores;
    this.#limit = limit;
  }

  /** Adds a code by its index, which must be greater than those of the codes before. */
  add(index: number): void {
    const score = this.#scores[index] as number;
    if (score < 0 || score >= this.#bound) return;
    this.#kept.push(index);
    if (this.#kept.length >= 2 * this.#limit) this.#drop();
  }

  /** Returns the indexes of the best codes, at most `limit`; of equally good ones, those that were added first. */
  inOrder(): readonly number[] {
    this.#drop();
    return this.#kept;
  }

  #drop(): void {
    const scores = this.#scores;
    this.#kept.sort((a, b) => (scores[a] as number) - (scores[b] as number) || a - b);
    this.#kept = this.#kept.slice(0, this.#limit);
    const last = this.#kept[this.#limit - 1];
    if (last !== undefined) this.#bound = scores[last] as number;
  }
}
