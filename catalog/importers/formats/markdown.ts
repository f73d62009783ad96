import { readMarkdownTables } from "../markdown/tables.ts";
import type { DocumentFormat } from "./document-format.ts";

/** Markdown: tables of pipes and of HTML, and errors that are described below headings, in lists or in bold. */
export const markdown: DocumentFormat = {
  name: "Markdown",
  extensions: [".md", ".markdown", ".mdx", ".mdown"],
  *read(text) {
    return { tables: yield* readMarkdownTables(text), problems: [] };
  },
};
