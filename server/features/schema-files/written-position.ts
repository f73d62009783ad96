import type { Span } from "../../documents/span.ts";

/** A position in the keys and values of a file in YAML or JSON. */
export interface WrittenPosition {
  /** The keys of the enclosing mappings, from the root; the items of lists count as part of their list. */
  parents: readonly string[];
  /** The key whose value is at the position; undefined if a key is, or can be. */
  key: string | undefined;
  /** Whether an item of a list is, or can be: its parents end with the key of the list. */
  isItem: boolean;
  /** The other keys of the mapping at the position. */
  present: ReadonlySet<string>;
  /** The word at the position. */
  word: Span;
  /** Whether a key needs quotes, as in JSON. */
  needsQuotes: boolean;
  /** The column of the keys of the mapping, in UTF-16 units; undefined in braces. */
  column: number | undefined;
  /** Set where the line before is a key that has no value yet, which would be the parent of a deeper key here. */
  open?: { key: string; column: number };
}
