import { atOnce, type Slices } from "./slices.ts";

/** How many functions are called that must not wait for what takes long to make. */
let impatient = 0;

/** Thrown where something is asked for that is not made yet, by a function that must not wait for it. */
class NotMade extends Error {
  readonly lazy: Lazy<unknown>;

  constructor(lazy: Lazy<unknown>) {
    super("This must be made first.");
    this.lazy = lazy;
  }
}

/**
 * A value that takes long to make, such as an index of many codes. It is made when it is first asked for: at once, or, if
 * {@link whenMade} called the function that asks for it, in slices.
 */
export class Lazy<T> {
  readonly #make: () => Slices<T>;
  #made: { value: T } | undefined;

  constructor(make: () => Slices<T>) {
    this.#make = make;
  }

  get value(): T {
    if (!this.#made && impatient > 0) throw new NotMade(this);
    this.#made ??= { value: atOnce(this.#make()) };
    return this.#made.value;
  }

  /** Makes the value in slices, unless it is made meanwhile, and returns it. */
  *inSlices(): Slices<T> {
    const work = this.#make();
    while (!this.#made) {
      const { done, value } = work.next();
      if (done) this.#made ??= { value };
      else yield;
    }
    return this.#made.value;
  }
}

/**
 * Returns what a function returns. Each lazy value that it asks for is made in slices first; the function is then called
 * again, so it must do nothing that may not be done twice. Yields where `isSliceOver` says so.
 */
export function* whenMade<T>(work: () => T, isSliceOver = () => true): Slices<T> {
  for (;;) {
    const missing = attempt(work);
    if ("result" in missing) return missing.result;
    for (const _ of missing.lazy.inSlices()) if (isSliceOver()) yield;
  }
}

function attempt<T>(work: () => T): { result: T } | NotMade {
  impatient++;
  try {
    return { result: work() };
  } catch (error) {
    if (error instanceof NotMade) return error;
    throw error;
  } finally {
    impatient--;
  }
}
