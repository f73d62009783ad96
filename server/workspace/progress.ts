/** The minimum time between two reports of progress, in milliseconds. */
const interval = 200;

/** Wraps a report of progress, so that it is skipped if the last one was made a moment ago. */
export function throttled(report: () => void): () => void {
  let reportedAt = 0;
  return () => {
    if (Date.now() - reportedAt < interval) return;
    reportedAt = Date.now();
    report();
  };
}
