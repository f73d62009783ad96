/** What is used of the process of Node.js; in a browser there is none. */
interface Process {
  threadCpuUsage?(): { user: number; system: number };
  cpuUsage?(): { user: number; system: number };
}

const { process } = globalThis as { process?: Process };

/** Returns the processor time so far, in milliseconds, if the platform tells it. */
function processorTime(): number | undefined {
  const usage = process?.threadCpuUsage?.() ?? process?.cpuUsage?.();
  return usage && (usage.user + usage.system) / 1000;
}

/**
 * Measures how long something takes from its creation on, without the time that a busy machine spends on other programs,
 * as far as the platform tells: a text must not count as hopeless because of them.
 */
export class WorkTime {
  readonly #start = performance.now();
  readonly #processorStart = processorTime();

  /** The time so far, in milliseconds. */
  get elapsed(): number {
    const elapsed = performance.now() - this.#start;
    const now = processorTime();
    // Where only the time of the whole process is known, other threads may have worked more.
    return now === undefined || this.#processorStart === undefined
      ? elapsed
      : Math.min(elapsed, now - this.#processorStart);
  }

  /** Returns whether it has taken longer than a time, in milliseconds. Is cheap until then. */
  isLongerThan(time: number): boolean {
    return performance.now() - this.#start > time && this.elapsed > time;
  }
}
