import type { Slices } from "../../catalog/model/slices.ts";

/** In milliseconds: nobody notices that an answer waits so long. */
const slice = 30;

/** Does work in slices, between which answers get through. */
export async function inSlices<T>(work: Slices<T>): Promise<T> {
  let begin = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - begin < slice) continue;
    // A timer, unlike a promise, lets messages of the client in.
    await new Promise((resolve) => setTimeout(resolve));
    begin = performance.now();
  }
}
