import { dataTables } from "../data/data-tables.ts";
import { type Value, valueAt } from "../data/value.ts";
import { yamlValue } from "../data/yaml-value.ts";
import { openapiTables } from "../openapi-tables.ts";
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
    if (!value) return { tables: [], problems };
    return { tables: yield* (isSchema(value) ? openapiTables : dataTables)(value), problems };
  },
};

/** Whether a value is a schema, or consists of named ones: what it says of data is not data itself. */
function isSchema(value: Value, depth = 0): boolean {
  if (value.kind !== "map" || depth > 2) return false;
  if (valueAt(value, "properties")?.kind === "map" && valueAt(value, "type")?.kind === "scalar") return true;
  return value.pairs.length > 0 && value.pairs.every((pair) => isSchema(pair.value, depth + 1));
}
