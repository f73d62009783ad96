import { maximumText } from "../schema/schema.ts";
import { shortened } from "../text/shortened.ts";
import type { ImportResult } from "./imported.ts";
import { writeMapping } from "./mapping-text.ts";
import type { Merged } from "./merge.ts";

/** In UTF-16 units, in the report as JSON. */
const longestText = 1000;

/** The import result of a document, with its path and its name in the catalog. */
export interface ReadDocument extends ImportResult {
  path: string;
  document: string;
}

/**
 * Builds the report of an import: what was read, and what happened to the entries. Lines are one-based, as in the options
 * that it suggests.
 */
export function reportOf(
  documents: readonly ReadDocument[],
  merged: Merged | undefined,
  { output, section: wanted }: { output?: string; section?: readonly string[] | undefined },
) {
  const isWanted = ({ section }: { section: string }) => wanted?.includes(section) ?? true;
  const pathOf = (document: string) => documents.find((one) => one.document === document)?.path ?? document;
  const skipped = documents.flatMap(({ path, skipped }) =>
    skipped.filter(isWanted).map(({ kind, line, section, reason }) => ({
      path,
      line: line + 1,
      kind: kind as string,
      ...cut({ section, reason }),
    })),
  );
  for (const { document, line, code, what, length } of merged?.leftOut ?? []) {
    const reason = `the ${what} of ${code} has ${length} characters, more than the maximum of ${maximumText}`;
    skipped.push({ path: pathOf(document), line: line + 1, kind: "text", section: "", reason });
  }
  const doubts = documents.flatMap(({ path, doubts }) =>
    doubts.filter(isWanted).map(({ line, section, reason, imported, mappings }) => {
      const choices = mappings.map((mapping) => `${path}:${line + 1}:${writeMapping(mapping)}`);
      return { path, line: line + 1, ...cut({ section, reason }), imported, columns: choices };
    }),
  );
  const unused = documents.flatMap(({ path, unused }) =>
    unused.filter(isWanted).map(({ line, section, columns }) => ({
      path,
      line: line + 1,
      ...cut({ section, reason: columns.map((column) => `“${shortened(column, 40)}”`).join(", ") }),
    })),
  );
  const rowCounts = documents.map(({ path, document, rows }) => ({
    path,
    document,
    rows: rows.filter(isWanted).length,
  }));
  const { added = [], updated = [], unchanged = [], gone = [] } = merged ?? {};
  return {
    output,
    documents: rowCounts,
    rows: rowCounts.reduce((sum, { rows }) => sum + rows, 0),
    entries: { new: added, updated, unchanged: unchanged.length, gone },
    skipped,
    doubts,
    unused: unused.map(({ reason: columns, ...at }) => ({ ...at, columns })),
  };
}

/** Formats the report for the terminal, as lines `file:line: …`. */
export function reportText({
  documents,
  rows,
  entries,
  skipped,
  doubts,
  unused,
}: ReturnType<typeof reportOf>): string {
  const lines = documents.map(({ path, rows }) => `${path}: ${count(rows, "row")}`);
  for (const { path, line, kind, reason } of skipped)
    lines.push(`${path}:${line}: ${kind} skipped: ${inLine(reason)}`);
  for (const { path, line, reason, imported, columns } of doubts) {
    const outcome = imported ? "imported with the first of these" : "not imported; choose one of these";
    lines.push(`${path}:${line}: doubt: ${inLine(reason)} (${outcome})`);
    for (const choice of [...columns, `${path}:${line}:skip`]) lines.push(option(choice));
  }
  for (const { path, line, columns } of unused)
    lines.push(`${path}:${line}: columns not read: ${inLine(columns)}`);
  lines.push(
    `${count(rows, "row")} of ${count(documents.length, "document")}; entries: ${entries.new.length} new, ` +
      `${entries.updated.length} updated, ${entries.unchanged} unchanged.`,
  );
  const tables = skipped.filter(({ kind }) => kind === "table").length;
  if (tables > 0)
    lines.push(`${count(tables, "table")} skipped; --columns FILE:LINE:code=N reads one all the same.`);
  if (entries.gone.length > 0) lines.push(`No longer in the documents, and kept: ${entries.gone.join(", ")}`);
  return `${lines.join("\n")}\n`;
}

/** Formats what was read, as a line for each row: `file:line: code`, then its name, its statuses and its first text. */
export function rowLines(
  documents: readonly ReadDocument[],
  { section: wanted }: { section?: readonly string[] | undefined },
): string {
  return documents
    .flatMap(({ path, rows }) =>
      rows
        .filter(({ section }) => wanted?.includes(section) ?? true)
        .map(({ line, code, name = "", httpStatus, message, description = "" }) => {
          const told = [code, name, httpStatus.join("/"), inLine(message ?? description)];
          return `${path}:${line + 1}: ${told.filter((one) => one !== "").join(" · ")}\n`;
        }),
    )
    .join("");
}

/** Formats a choice of columns as the option that makes it. */
function option(choice: string): string {
  return `    --columns ${/^[\w./:=,@%+-]+$/.test(choice) ? choice : `'${choice}'`}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Returns the texts of a part of a document cut: a cell can have megabytes. */
function cut({ section, reason }: { section: string; reason: string }) {
  return { section: shortened(section, longestText), reason: shortened(reason, longestText) };
}

/** Returns a reason as one short line. */
function inLine(reason: string): string {
  return shortened(reason.replace(/\s+/g, " "), 160);
}
