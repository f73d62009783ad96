/** How many results are cached: a large source tree has hundreds of thousands of texts, most of them only once. */
const maximumCached = 20_000;

/** Caches the results of a function of a text; the cache is emptied when it is full. */
export class Memo<T> {
  readonly #compute: (text: string) => T;
  readonly #cached = new Map<string, T>();

  constructor(compute: (text: string) => T) {
    this.#compute = compute;
  }

  /** Returns the cached result for a text, or computes it. */
  get(text: string): T {
    const cached = this.#cached.get(text);
    if (cached !== undefined) return cached;
    const computed = this.#compute(text);
    if (this.#cached.size >= maximumCached) this.#cached.clear();
    // A key that is a slice would keep its whole document in memory: a slice of a string made for it does not.
    this.#cached.set(` ${text}`.slice(1), computed);
    return computed;
  }
}
