import { parentPort } from "node:worker_threads";
import fc, { type Arbitrary, type IAsyncProperty } from "fast-check";

/** What one kind of fuzzing needs while it runs. */
interface Running {
  property: IAsyncProperty<unknown>;
  /** Ends what was started for it. */
  stop?(): Promise<void>;
}

/** A part of the project that is given random inputs. */
export interface Kind {
  name: string;
  start(): Promise<Running>;
}

/**
 * Creates a property: `check` throws for an input whose result breaks an invariant. The input is announced to the main
 * thread before, which prints it if the check never ends.
 */
export function propertyOf<T>(
  input: Arbitrary<T>,
  check: (input: T) => Promise<void> | void,
): IAsyncProperty<unknown> {
  const property = fc.asyncProperty(input, async (value) => {
    parentPort?.postMessage({ input: fc.stringify(value) });
    await check(value);
  });
  return property as IAsyncProperty<unknown>;
}
