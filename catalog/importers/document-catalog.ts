import type { Entry } from "../model/entry.ts";
import { fileProblem } from "../schema/checked-file.ts";
import { type LocalizedText, languageOfText } from "../text/localized-text.ts";
import { documentProblems } from "./document-problems.ts";
import { readFormat } from "./documents.ts";
import type { DocumentFormat } from "./formats/document-format.ts";
import type { ImportedRow } from "./imported.ts";
import type { Importer } from "./importer.ts";

/** Returns the importer of a format: the error codes that its documents list. */
export function documentCatalog(format: DocumentFormat): Importer {
  return {
    name: format.name,

    *read({ text, path, uri, loaded }, { provider, service = "common", complete = false, columns }) {
      if (!provider) {
        const message: LocalizedText = {
          en: "The configuration names no provider for this document.",
          "zh-CN": "配置没有为该文档指明厂商（provider）。",
        };
        return { value: undefined, problems: [fileProblem(path, message)] };
      }
      const options = { name: path, ...(columns ? { columns } : {}) };
      const result = yield* readFormat(text, format, options, loaded);
      const { rows } = result;
      const entries = rows.map((row) => entryOf(row, { provider, service, path, uri }));
      const services = [{ provider, service, name: { en: service } }];
      const value = { providers: [], services, entries, concepts: [], complete };
      return { value, problems: documentProblems(loaded?.text ?? text, path, result) };
    },
  };
}

/** What the entries of a document have in common. */
interface Owner {
  provider: string;
  service: string;
  path: string;
  uri: string;
}

function entryOf(row: ImportedRow, { provider, service, path, uri }: Owner): Entry {
  const { code, name, httpStatus, message, description, cause, fix, section, span } = row;
  return {
    provider,
    service,
    code,
    httpStatus,
    messages: message ? [message] : [],
    summary: toLocalizedText(withName(name, description ?? message)),
    ...(cause ? { cause: toLocalizedText(cause) } : {}),
    ...(fix ? { fix: toLocalizedText(fix) } : {}),
    source: [{ document: path, ...(section ? { section } : {}) }],
    origin: { uri, path, line: span.line, character: span.start },
  };
}

/** A number says less than its name, which stands before what else is said of it. */
function withName(name: string | undefined, text: string | undefined): string | undefined {
  return name && text ? `${name}: ${text}` : (name ?? text);
}

function toLocalizedText(text: string | undefined): LocalizedText {
  return text ? { [languageOfText(text)]: text } : {};
}
