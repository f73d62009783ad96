import type { Slices } from "../model/slices.ts";
import type { ProviderClues, UserCatalog } from "../model/user-catalog.ts";
import type { LocalizedText } from "../text/localized-text.ts";
import { encodingProblem } from "./encoding.ts";
import type { DocumentTables } from "./formats/document-format.ts";
import type { CatalogNaming, CatalogReading } from "./importer.ts";
import { importerOf } from "./index.ts";

const tooDeep: LocalizedText = {
  en: "The file cannot be read: it is nested too deeply.",
  "zh-CN": "无法读取此文件：嵌套过深。",
};

/** Parses a user's catalog file with the importer of its format; `loaded` is what `loadDocument` returned for it. */
export function* readUserCatalog(
  text: string,
  path: string,
  uri: string,
  naming: CatalogNaming,
  loaded?: DocumentTables,
): Slices<CatalogReading> {
  try {
    const parsed = yield* importerOf(path, text).read({ text, path, uri, loaded }, naming);
    const encoding = loaded ? undefined : encodingProblem(text, path);
    const reading = encoding ? { ...parsed, problems: [encoding, ...parsed.problems] } : parsed;
    const { value } = reading;
    return value ? { ...reading, value: { ...value, clues: cluesOf(value, naming) } } : reading;
  } catch (error) {
    // The readers of Markdown and HTML call themselves for each level: that ends at the limit of the engine.
    if (!(error instanceof RangeError)) throw error;
    const at = { line: 0, character: 0, endLine: 0, endCharacter: 0 };
    return { value: undefined, problems: [{ path, ...at, severity: "error", message: tooDeep }] };
  }
}

/** Returns what the configuration says of the provider of a file. */
function cluesOf(
  { providers, entries }: UserCatalog,
  { provider, ...stated }: CatalogNaming,
): ProviderClues[] {
  const id = providers[0]?.id ?? entries[0]?.provider ?? provider;
  const { name, imports = [], hosts = [] } = stated;
  if (id === undefined || (name === undefined && imports.length === 0 && hosts.length === 0)) return [];
  return [{ provider: id, imports, hosts, ...(name === undefined ? {} : { name }) }];
}
