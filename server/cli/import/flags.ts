import { InvalidArgumentError } from "commander";
import { readMapping, type WrittenMapping } from "../../../catalog/importers/mapping-text.ts";

/** Flags of `import`. */
export interface ImportFlags {
  provider: string;
  service?: string;
  name?: string;
  columns?: WrittenMapping[];
  /** Headings. */
  section?: string[] | undefined;
  descriptions?: boolean;
  output?: string;
  json?: boolean;
}

/** What the exit code and the exact rules are, for `--help`. */
export const importHelp = `
The file is a catalog file (YAML, or JSON where FILE ends so). Importing into a FILE that is there already
replaces the rows of the documents imported now, and keeps everything else: rows of other documents, texts,
comments, order. Entries that are no longer in the documents are kept as they are, and reported.
Each document has the name of its file; below a folder, its path from there.

A doubt is told with the choices that would settle it, ready to be given as --columns (repeatable):
  --columns code=1,httpStatus=0,message=2     for every table; columns are counted from 0
  --columns docs/errors.md:34:code=0,fix=3    for the table that starts on this line of this document
  --columns docs/errors.md:34:skip            leaves that table out
Columns: code, httpStatus, message (what the API answers, verbatim), description, cause, fix.

Exit codes: 0 all is read, 1 doubts remain, or rows or texts were passed over (the file is written all the same),
2 usage, unreadable input, or no error code at all (nothing is written).`;

/** Reads a value of `--columns`, of which there may be several. */
export function toColumns(value: string, before: WrittenMapping[] = []): WrittenMapping[] {
  try {
    return [...before, readMapping(value)];
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

/** Reads a value of `--section`, of which there may be several. */
export function toSections(value: string, before: string[] = []): string[] {
  return [...before, value];
}

/** Reads the id of a provider or a service. */
export function toId(value: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) return value;
  throw new InvalidArgumentError("It must be lower-case letters and digits, joined by '-'.");
}
