import { readAsciiDoc } from "../asciidoc.ts";
import type { DocumentFormat } from "./document-format.ts";

/** AsciiDoc: tables, lists of definitions, lists, and errors below headings; nothing is included from other files. */
export const asciidoc: DocumentFormat = {
  name: "AsciiDoc",
  extensions: [".adoc", ".asciidoc", ".asc"],
  // biome-ignore lint/correctness/useYield: its library answers later, so that it is loaded
  *read() {
    return { tables: [], problems: [] };
  },
  load: ({ text }) => readAsciiDoc(text),
};
