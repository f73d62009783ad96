import { readFileSync } from "node:fs";
import { type ReadDocument, readDocument } from "../../../catalog/importers/documents.ts";
import type { ImportOptions, ImportResult } from "../../../catalog/importers/imported.ts";
import { atOnce } from "../../../catalog/model/slices.ts";
import { loadAnyDocument } from "../../../server/constants/source-document.ts";

/** Returns the text of a fixture, given its name without extension. */
export const read = (name: string) =>
  readFileSync(new URL(`../../fixtures/documents/${name}.md`, import.meta.url), "utf8");

/** Reads the text of a document whose name tells its format. */
export function importDocument(text: string, name: string, options?: ImportOptions): ReadDocument {
  const read = atOnce(readDocument(text, name, options));
  if (!read) throw new Error(`The format of ${name} is not known.`);
  return read;
}

/** Does the same for formats whose library answers later, and for source code. */
export async function importLoaded(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  const text = new TextDecoder().decode(bytes);
  const read = atOnce(readDocument(text, name, {}, await loadAnyDocument({ text, bytes }, name, atOnce)));
  if (!read) throw new Error(`The format of ${name} is not known.`);
  return read;
}

export const importMarkdown = (text: string, options?: ImportOptions) =>
  importDocument(text, "document.md", options);

export const importFixture = (name: string, options?: ImportOptions) => importMarkdown(read(name), options);

/** Formats each row as one line: section, status, code, message and description. */
export const lines = ({ rows }: ImportResult) =>
  rows.map((row) =>
    [row.section, row.httpStatus.join("+"), row.code, row.message ?? "", row.description ?? ""].join(" ¦ "),
  );
