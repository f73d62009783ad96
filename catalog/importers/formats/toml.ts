import { dataTables } from "../data/data-tables.ts";
import { tomlValue } from "../data/toml-value.ts";
import type { DocumentFormat } from "./document-format.ts";

/** TOML of any plain shape, as JSON and YAML. */
export const toml: DocumentFormat = {
  name: "TOML",
  isData: true,
  extensions: [".toml"],
  *read(text) {
    const { value, problems } = tomlValue(text);
    yield;
    return { tables: value ? yield* dataTables(value) : [], problems };
  },
};
