import { yamlValue } from "../data/yaml-value.ts";
import { openapiTables } from "../openapi-tables.ts";
import type { DocumentFormat } from "./document-format.ts";

/** OpenAPI: examples of error responses, enums of error codes, and `x-error-codes`. */
export const openapi: DocumentFormat = {
  name: "OpenAPI",
  extensions: [".json", ".yaml", ".yml"],
  matches: (text) =>
    /(?:^|[{,\n])\s*["']?(?:openapi|swagger)["']?\s*:\s*["']?[23]\./.test(text.slice(0, 10_000)),
  *read(text) {
    const { value, problems } = yamlValue(text);
    yield;
    return { tables: value ? yield* openapiTables(value) : [], problems };
  },
};
