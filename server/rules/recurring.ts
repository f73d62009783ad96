import type { Analysis } from "../analysis/analysis.ts";

/** An unknown code that stands in so many files is a code of the project's own rather than a misspelling. */
const minimumFiles = 3;

/** Counts the files in which each code stands. */
export class FileCounts {
  readonly #files = new Map<string, number>();
  /** The codes that stand in several files. */
  readonly recurring = new Set<string>();

  /** Adds a file with its codes, which may recur in it; each file must be added once. */
  add(codes: readonly string[]): void {
    for (const code of new Set(codes)) {
      const count = (this.#files.get(code) ?? 0) + 1;
      // A substring keeps the whole text it was cut from in memory; a string joined from its characters does not.
      this.#files.set(count > 1 ? code : [...code].join(""), count);
      if (count >= minimumFiles) this.recurring.add(code);
    }
  }
}

/** Returns the texts of the occurrences in a file that are no official codes. */
export function unknownCodesIn({ literals }: Pick<Analysis, "literals">): string[] {
  return literals.flatMap(({ evidence, isKnown, literal }) => (evidence && !isKnown ? literal.text : []));
}
