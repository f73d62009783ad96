import type { LiteralAt } from "./documents.ts";

/**
 * What was written into files that the user does not look at, such as the configuration: the argument of the client's
 * command that saves it, says so, and lets the user undo it.
 */
export interface Written {
  /** What was done, as a sentence for users. */
  message: string;
  files: readonly WrittenFile[];
  /** What the user is to write next: a range of the first file. */
  select?: LiteralAt["range"];
}

export interface WrittenFile {
  uri: string;
  /** Whether there was no such file before. */
  isNew: boolean;
  /** Whether the user had changes in it that are not saved, so that it is not saved for them. */
  isDirty: boolean;
  /** The edits that restore the text as it was before, in the text as it is now. */
  reversal: readonly { range: LiteralAt["range"]; newText: string }[];
}

/** A name that an action introduced: the argument of the client's command that lets the user change it. */
export interface NewName {
  uri: string;
  /** Where the name stands: first its declaration, then its uses. */
  ranges: readonly LiteralAt["range"][];
}
