import type { ColumnMapping, Role, WrittenColumns } from "./imported.ts";

/**
 * Returns the columns of a table that a user means; undefined if it has none for the codes. A header is compared without
 * its case; roles whose column the table does not have are left out.
 */
export function mappingFor(written: WrittenColumns, header: readonly string[]): ColumnMapping | undefined {
  const headers = header.map(normalized);
  const entries = Object.entries(written).flatMap(([role, column]) => {
    const index = typeof column === "number" ? column : headers.indexOf(normalized(column));
    return index < 0 ? [] : [[role as Role, index] as const];
  });
  const { code, ...rest } = Object.fromEntries(entries) as Partial<ColumnMapping>;
  return code === undefined ? undefined : { ...rest, code };
}

function normalized(header: string): string {
  return header.trim().replace(/\s+/g, " ").toLowerCase();
}
