import { readHtmlPage } from "../html-page.ts";
import type { DocumentFormat } from "./document-format.ts";

/** HTML pages: tables, lists of definitions, and errors that are described below headings or in lists. */
export const html: DocumentFormat = {
  name: "HTML",
  extensions: [".html", ".htm", ".xhtml"],
  matches: (text) => /^\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html)\b/i.test(text.slice(0, 1000)),
  *read(text) {
    return { tables: yield* readHtmlPage(text), problems: [] };
  },
};
