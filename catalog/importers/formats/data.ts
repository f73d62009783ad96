import { dataTables } from "../data/data-tables.ts";
import { yamlValue } from "../data/yaml-value.ts";
import type { DocumentFormat } from "./document-format.ts";

/** JSON and YAML of any plain shape: lists of records, and mappings from codes to records or texts. */
export const data: DocumentFormat = {
  name: "JSON or YAML",
  isData: true,
  extensions: [".json", ".jsonc", ".json5", ".yaml", ".yml"],
  matches: (text) => /^\s*(?:[[{]|---\s|[\w"'-]+:\s)/.test(text.slice(0, 1000)),
  *read(text) {
    const { value, problems } = yamlValue(text);
    yield;
    return { tables: value ? yield* dataTables(value) : [], problems };
  },
};
