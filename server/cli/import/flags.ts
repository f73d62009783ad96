import { InvalidArgumentError } from "commander";
import { readMapping, type WrittenMapping } from "../../../catalog/importers/mapping-text.ts";

/** Options of the `import` command. */
export interface ImportFlags {
  provider: string;
  service?: string;
  name?: string;
  columns?: WrittenMapping[];
  /** Headings; only tables below one of them are imported. */
  section?: string[] | undefined;
  descriptions?: boolean;
  output?: string;
  json?: boolean;
}

/** The part of `--help` that describes merging, column mappings and exit codes. */
export const importHelp = `
The output is a catalog file: YAML, or JSON if the name of FILE ends in .json. Importing into an existing FILE
replaces the rows of the imported documents and keeps everything else: rows of other documents, texts,
comments, order. Entries that are no longer in the documents are kept and reported.
A document is named after its file, without the extension; in a folder, by its path from there.

Each doubt is reported with the --columns options (repeatable) that would resolve it:
  --columns code=1,httpStatus=0,message=2     for every table; columns are counted from 0
  --columns 'code=Error code,message=Text'    for every table, by its headers
  --columns docs/errors.md:code=0,fix=3       for every table of this document
  --columns docs/errors.md:34:code=0,fix=3    for the table that starts on this line of this document
  --columns docs/errors.md:34:skip            skips that table
Columns: code, name (of a code that is a number), httpStatus, message (as returned by the API, verbatim),
description, cause, fix.

Exit codes: 0 everything was read, 1 doubts remain, or rows or texts were skipped (the file is still written),
2 wrong usage, unreadable input, or no error code at all (nothing is written).`;

/** Parses a value of the repeatable option `--columns` and adds it to the previous ones. */
export function toColumns(value: string, before: WrittenMapping[] = []): WrittenMapping[] {
  try {
    return [...before, readMapping(value)];
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

/** Adds a value of the repeatable option `--section` to the previous ones. */
export function toSections(value: string, before: string[] = []): string[] {
  return [...before, value];
}

/** Validates the id of a provider or a service. */
export function toId(value: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) return value;
  throw new InvalidArgumentError("It must be lower-case letters and digits, joined by '-'.");
}
