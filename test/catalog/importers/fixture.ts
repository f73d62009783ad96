import { readFileSync } from "node:fs";
import type { ImportOptions, ImportResult } from "../../../catalog/importers/imported.ts";
import { importMarkdown } from "../../../catalog/importers/markdown.ts";

/** Returns the text of a fixture, given its name without extension. */
export const read = (name: string) =>
  readFileSync(new URL(`../../fixtures/documents/${name}.md`, import.meta.url), "utf8");

export const importFixture = (name: string, options?: ImportOptions) => importMarkdown(read(name), options);

/** Formats each row as one line: section, status, code, message and description. */
export const lines = ({ rows }: ImportResult) =>
  rows.map((row) =>
    [row.section, row.httpStatus.join("+"), row.code, row.message ?? "", row.description ?? ""].join(" ¦ "),
  );
