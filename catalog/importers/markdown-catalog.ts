import type { Entry } from "../model/entry.ts";
import { fileProblem } from "../schema/checked-file.ts";
import type { LocalizedText } from "../text/localized-text.ts";
import type { Importer } from "./importer.ts";
import { readMarkdown } from "./markdown.ts";

/** The tables of error codes in a Markdown document. */
export const markdownCatalog: Importer = {
  name: "Markdown",
  extensions: [".md", ".markdown", ".mdx"],

  *read({ text, path, uri }, { provider, service = "common", complete = false }) {
    if (!provider) {
      const message: LocalizedText = {
        en: "The configuration names no provider for this document.",
        "zh-CN": "配置没有为该文档指明厂商（provider）。",
      };
      return { value: undefined, problems: [fileProblem(path, message)] };
    }
    const { rows } = yield* readMarkdown(text);
    const entries = rows.map((row): Entry => {
      const { code, httpStatus, message, description, cause, fix, section, span } = row;
      return {
        provider,
        service,
        code,
        httpStatus,
        messages: message ? [message] : [],
        summary: toLocalizedText(description ?? message),
        ...(cause ? { cause: toLocalizedText(cause) } : {}),
        ...(fix ? { fix: toLocalizedText(fix) } : {}),
        source: [{ document: path, ...(section ? { section } : {}) }],
        origin: { uri, path, line: span.line, character: span.start },
      };
    });
    const services = [{ provider, service, name: { en: service } }];
    return { value: { providers: [], services, entries, concepts: [], complete }, problems: [] };
  },
};

/** Assigns a text to its language: Chinese if it has any Chinese character, else English. */
function toLocalizedText(text: string | undefined): LocalizedText {
  if (!text) return {};
  return /\p{Script=Han}/u.test(text) ? { "zh-CN": text } : { en: text };
}
