import type { ColumnMapping, Role, WrittenColumns } from "./imported.ts";

const roles: readonly Role[] = ["code", "name", "httpStatus", "message", "description", "cause", "fix"];

/** A mapping as the user writes it: for every table, for those of a document, or for the table that starts on a line. */
export interface WrittenMapping {
  /** The document's path, as the user wrote it, and the one-based line. */
  at?: { path: string; line?: number };
  mapping: WrittenColumns | "skip";
}

/**
 * Parses `code=1,httpStatus=0,message=2` or `code=Error code,message=Text`, with or without `FILE:` or `FILE:LINE:` before it, or `FILE:LINE:skip`. Throws an error for
 * the user if the text is not a mapping.
 */
export function readMapping(text: string): WrittenMapping {
  const [, path, line, rest = text] = /^(.+?)(?::(\d+))?:([^:]*)$/.exec(text) ?? [];
  const at =
    path === undefined ? {} : { at: { path, ...(line === undefined ? {} : { line: Number(line) }) } };
  if (path !== undefined && rest === "skip") return { ...at, mapping: "skip" };
  const mapping: Partial<WrittenColumns> = {};
  for (const part of rest.split(",")) {
    const [, name, column] = /^\s*(\w+)\s*=\s*(\S(?:.*\S)?)\s*$/.exec(part) ?? [];
    const role = roles.find((one) => one === name);
    if (role === undefined || column === undefined)
      throw new Error(`'${part}' is not one of ${roles.join("=N, ")}=N.`);
    if (mapping[role] !== undefined) throw new Error(`'${role}' is given twice.`);
    mapping[role] = /^\d{1,3}$/.test(column) ? Number(column) : column;
  }
  const { code } = mapping;
  if (code === undefined)
    throw new Error("It must say which column holds the codes: code=N, counted from 0, or code=HEADER.");
  return { ...at, mapping: { ...mapping, code } };
}

/** Formats a mapping as the user would write it. */
export function writeMapping(mapping: ColumnMapping): string {
  return roles
    .filter((role) => mapping[role] !== undefined)
    .map((role) => `${role}=${mapping[role]}`)
    .join(",");
}
