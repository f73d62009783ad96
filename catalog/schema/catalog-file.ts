import { nameInMessage } from "../text/name-in-message.ts";
import { type CheckedFile, type Problem, parseWithSchema } from "./checked-file.ts";
import { fileSchema, type RawFile } from "./schema.ts";
import type { KeyPath } from "./schema-fault.ts";
import { keysIn } from "./schema-keys.ts";

const knownKeys = keysIn(fileSchema);

/**
 * Parses and validates a catalog file, YAML or JSON; each problem carries the position of the faulty part. A file whose
 * rows refer to a table that it does not define has no value.
 */
export function parseCatalogFile(source: string, path: string): CheckedFile<RawFile> {
  const { value, problems, isWellFormed, problem } = parseWithSchema(fileSchema, source, path, knownKeys);
  const missingTables: Problem[] = (value ? rowsWithoutTable(value) : []).map(({ keys, table }) =>
    problem(keys, "error", {
      en: `${keys.join(".")}: The file has no table '${nameInMessage(table)}'.`,
      "zh-CN": `${keys.join(".")}：文件中没有表“${nameInMessage(table)}”。`,
    }),
  );
  return {
    value: missingTables.length > 0 ? undefined : value,
    problems: [...problems, ...missingTables],
    isWellFormed,
    problem,
  };
}

const ownKey = /^(?:entries|concepts):|^\s*(?:\{\s*)?"(?:entries|concepts)"\s*:/m;

/** Returns whether a text has the form of a catalog file, valid or not, so that its lines may be shown. */
export function isLikelyCatalog(text: string): boolean {
  return ownKey.test(text);
}

function rowsWithoutTable({ entries = [], tables = {} }: RawFile): { keys: KeyPath; table: string }[] {
  return entries.flatMap(({ rows = [] }, entry) =>
    rows.flatMap(({ table }, row) =>
      Object.hasOwn(tables, table) ? [] : [{ keys: ["entries", entry, "rows", row], table }],
    ),
  );
}
