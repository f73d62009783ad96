import type { LocalizedText } from "../text/localized-text.ts";
import { nameInMessage } from "../text/name-in-message.ts";
import type { ImportOptions, Role, Skipped } from "./imported.ts";
import type { Table } from "./table.ts";
import { mappingFor } from "./written-columns.ts";

/** Returns a word for each column that a user names for all tables of a document, and that none of them has. */
export function missingColumns(tables: readonly Table[], { columns }: ImportOptions): Skipped[] {
  if (!columns || tables.length === 0) return [];
  return (Object.entries(columns) as [Role, number | string][]).flatMap(([role, column]): Skipped[] => {
    if (tables.some((table) => has(table, column))) return [];
    const localized = messageOf(role, column);
    return [{ kind: "part", table: -1, line: 0, section: "", reason: localized.en ?? "", localized }];
  });
}

function has({ header, rows }: Table, column: number | string): boolean {
  if (typeof column === "string") return mappingFor({ code: column }, header) !== undefined;
  return column < header.length || rows.some(({ cells }) => column < cells.length);
}

function messageOf(role: Role, column: number | string): LocalizedText {
  const name = nameInMessage(`${column}`);
  const [en, zh] =
    role === "code"
      ? ["so which column holds the codes is decided without it.", "因此另行判断哪一列是错误码。"]
      : ["so nothing is read for it.", "因此不会读取该项。"];
  return {
    en: `No table of this document has the column “${name}” that the mapping names under '${role}', ${en}`,
    "zh-CN": `此文档的表格都没有映射（mapping）中“${role}”所指明的列“${name}”，${zh}`,
  };
}
