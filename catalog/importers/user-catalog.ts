import { parseCatalogFile } from "../model/catalog-file.ts";
import { fileProblem, type Problem } from "../model/checked-file.ts";
import { type Entry, entriesOf, type Provider } from "../model/entry.ts";
import type { LocalizedText } from "../model/localized-text.ts";
import type { RawFile } from "../model/schema.ts";
import type { UserCatalog } from "../model/user-catalog.ts";
import { importMarkdown } from "./markdown.ts";

/** What a user's configuration states about one of their catalog files. */
export interface CatalogNaming {
  /** The provider, if the file does not name one. */
  provider?: string;
  service?: string;
  /** Whether the file lists every valid code of its provider. */
  complete?: boolean;
}

/** Parses a user's catalog file: our YAML or JSON, or the tables of a Markdown document. */
export function readUserCatalog(
  text: string,
  path: string,
  uri: string,
  naming: CatalogNaming,
): { value: UserCatalog | undefined; problems: Problem[] } {
  const complete = naming.complete ?? false;
  if (/\.(?:md|markdown|mdx)$/i.test(path)) return readMarkdown(text, path, uri, { ...naming, complete });
  const { value, problems, problem } = parseCatalogFile(text, path);
  if (!value) return { value: undefined, problems };
  const ownProvider = providerOf(value);
  const id = ownProvider?.id ?? (typeof value.provider === "string" ? value.provider : naming.provider);
  if (!id && value.entries) {
    const missing = problem(["entries"], "error", {
      en: "The file has entries, but neither it nor the configuration names their provider.",
      "zh-CN": "文件中有条目，但文件和配置都没有指明其厂商（provider）。",
    });
    return { value: undefined, problems: [...problems, missing] };
  }
  const service = value.service ?? naming.service ?? "common";
  const entries = id ? entriesOf(value, id, service) : [];
  for (const [index, entry] of entries.entries()) {
    const { line, character } = problem(["entries", index, "code"], "hint", {});
    entry.origin = { uri, path, line, character };
  }
  const name = value.name ?? { en: service };
  const services = id ? [{ provider: id, service, name, ...(value.link ? { link: value.link } : {}) }] : [];
  const concepts = value.concepts ?? [];
  return {
    value: { providers: ownProvider ? [ownProvider] : [], services, entries, concepts, complete },
    problems,
  };
}

function providerOf({ provider }: RawFile): Provider | undefined {
  return typeof provider === "object" ? provider : undefined;
}

function readMarkdown(
  text: string,
  path: string,
  uri: string,
  { provider, service = "common", complete = false }: CatalogNaming,
): { value: UserCatalog | undefined; problems: Problem[] } {
  if (!provider) {
    const message: LocalizedText = {
      en: "The configuration names no provider for this document.",
      "zh-CN": "配置没有为该文档指明厂商（provider）。",
    };
    return { value: undefined, problems: [fileProblem(path, message)] };
  }
  const entries = importMarkdown(text).rows.map((row): Entry => {
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
}

/** Assigns a text to its language: Chinese if it has any Chinese character, else English. */
function toLocalizedText(text: string | undefined): LocalizedText {
  if (!text) return {};
  return /\p{Script=Han}/u.test(text) ? { "zh-CN": text } : { en: text };
}
