/** Work that is done in slices: it yields where other work may be done before it goes on. */
export type Slices<T> = Generator<void, T>;

/** Does such work to its end at once. */
export function atOnce<T>(work: Slices<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
