import type { ImportResult } from "./imported.ts";
import { writeMapping } from "./mapping-text.ts";
import type { Merged } from "./merge.ts";

/** What was read of a document, with its path and the name that the catalog gives it. */
export interface ReadDocument extends ImportResult {
  path: string;
  document: string;
}

/** What was read and what became of it; lines are zero-based. */
export function reportOf(
  documents: readonly ReadDocument[],
  merged: Merged | undefined,
  { output, section: wanted }: { output?: string; section?: readonly string[] | undefined },
) {
  const isWanted = ({ section }: { section: string }) => wanted?.includes(section) ?? true;
  const pathOf = (document: string) => documents.find((one) => one.document === document)?.path ?? document;
  const skipped = documents.flatMap(({ path, skipped }) =>
    skipped
      .filter(isWanted)
      .map(({ kind, line, section, reason }) => ({ path, line, kind: kind as string, section, reason })),
  );
  for (const { document, line, code, what, length } of merged?.leftOut ?? []) {
    const reason = `the ${what} of ${code} has ${length} characters, more than the 2000 that fit`;
    skipped.push({ path: pathOf(document), line, kind: "text", section: "", reason });
  }
  const doubts = documents.flatMap(({ path, doubts }) =>
    doubts.filter(isWanted).map(({ line, section, reason, imported, mappings }) => {
      const choices = mappings.map((mapping) => `${path}:${line + 1}:${writeMapping(mapping)}`);
      return { path, line, section, reason, imported, columns: choices };
    }),
  );
  const counted = documents.map(({ path, document, rows }) => ({
    path,
    document,
    rows: rows.filter(isWanted).length,
  }));
  const { added = [], updated = [], unchanged = [], gone = [] } = merged ?? {};
  return {
    output,
    documents: counted,
    rows: counted.reduce((sum, { rows }) => sum + rows, 0),
    entries: { new: added, updated, unchanged: unchanged.length, gone },
    skipped,
    doubts,
  };
}

/** The report as lines for the terminal, `file:line: …` with lines from one. */
export function reportText({
  documents,
  rows,
  entries,
  skipped,
  doubts,
}: ReturnType<typeof reportOf>): string {
  const lines = documents.map(({ path, rows }) => `${path}: ${count(rows, "row")}`);
  for (const { path, line, kind, reason } of skipped)
    lines.push(`${path}:${line + 1}: ${kind} passed over: ${shortened(reason)}`);
  for (const { path, line, reason, imported, columns } of doubts) {
    const now = imported ? "imported by the first of" : "not imported; to be settled by";
    lines.push(`${path}:${line + 1}: doubt: ${shortened(reason)} (${now})`);
    for (const choice of [...columns, `${path}:${line + 1}:skip`])
      lines.push(`    --columns ${/^[\w./:=,@%+-]+$/.test(choice) ? choice : `'${choice}'`}`);
  }
  lines.push(
    `${count(rows, "row")} of ${count(documents.length, "document")}; entries: ${entries.new.length} new, ` +
      `${entries.updated.length} updated, ${entries.unchanged} unchanged.`,
  );
  if (entries.gone.length > 0) lines.push(`No longer in the documents, and kept: ${entries.gone.join(", ")}`);
  return `${lines.join("\n")}\n`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function shortened(reason: string): string {
  const line = reason.replace(/\s+/g, " ");
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}
