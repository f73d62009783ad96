/** How often it is asked at most how much time was spent, in milliseconds. */
const shortestWait = 10;

/**
 * Returns the result of a reading; "pending" if more than `patience` is spent on it, in milliseconds, which may be
 * infinite.
 */
export async function within<T>(
  reading: Promise<T>,
  spent: () => number,
  patience: number,
): Promise<T | "pending"> {
  if (!Number.isFinite(patience)) return reading;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<"pending">((resolve) => {
    const wait = () => {
      const left = patience - spent();
      if (left <= 0) resolve("pending");
      else timer = setTimeout(wait, Math.max(left, shortestWait));
    };
    wait();
  });
  return Promise.race([reading, late]).finally(() => clearTimeout(timer));
}
