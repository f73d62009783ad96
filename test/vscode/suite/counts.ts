/** The number of tests of a run by result; as JSON for `run.ts`. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** What stands before the counts where they are printed. */
export const countsMark = "Counts of the suite: ";
