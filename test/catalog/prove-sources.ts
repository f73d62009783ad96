/** Compares the documents of a folder, read by the importer, with the built-in catalog: `node test/catalog/prove-sources.ts FOLDER`. */
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { importMarkdown } from "./importers/fixture.ts";

interface CatalogRow {
  table: string;
  httpStatus?: number;
  message?: string;
}

interface ServiceFile {
  provider: string;
  service: string;
  tables?: Record<string, { document: string; section?: string }>;
  entries?: { code: string; rows?: (string | CatalogRow)[] }[];
}

const providers = join(import.meta.dirname, "../../catalog/providers");

/** Formats what a row states as one line: rows are the same if their lines are. */
function lineOf(
  document: string,
  section: string,
  code: string,
  status: readonly number[],
  message = "",
): string {
  return [document, section, code, status.join("+"), message].join(" | ");
}

/** Returns the rows of every Markdown document of a folder, without descriptions: the catalog words these itself. */
function documentRows(folder: string): string[] {
  return globSync("*.md", { cwd: folder }).flatMap((file) => {
    const document = basename(file, ".md");
    const { rows, skipped, doubts } = importMarkdown(readFileSync(join(folder, file), "utf8"));
    for (const { line, reason } of [...skipped, ...doubts]) console.log(`${file}:${line + 1}: ${reason}`);
    console.log(`${rows.length} rows read from ${file}`);
    return rows.map((row) => lineOf(document, row.section, row.code, row.httpStatus, row.message));
  });
}

/** Returns the rows of the catalog whose source is one of the documents of a folder. */
function catalogRows(folder: string): string[] {
  const documents = new Set(globSync("*.md", { cwd: folder }).map((file) => basename(file, ".md")));
  return globSync("*/*.yaml", { cwd: providers })
    .filter((file) => basename(file) !== "provider.yaml")
    .flatMap((file) => {
      const { tables = {}, entries = [] }: ServiceFile = parse(readFileSync(join(providers, file), "utf8"));
      return entries.flatMap(({ code, rows = [] }) =>
        rows.flatMap((row) => {
          const { table, httpStatus, message }: CatalogRow = typeof row === "string" ? { table: row } : row;
          const { document, section = "" } = tables[table] ?? { document: `${file}: no table “${table}”` };
          if (tables[table] && !documents.has(document)) return [];
          return lineOf(document, section, code, httpStatus === undefined ? [] : [httpStatus], message);
        }),
      );
    });
}

/** Returns `rows` without one equal row for each of `others`. */
function without(rows: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(other, (counts.get(other) ?? 0) + 1);
  return rows.filter((row) => {
    const count = counts.get(row) ?? 0;
    counts.set(row, count - 1);
    return count <= 0;
  });
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Usage: node test/catalog/prove-sources.ts FOLDER");
  process.exit(2);
}
const read = documentRows(folder);
const known = catalogRows(folder);
const missing = without(read, known);
const invented = without(known, read);
for (const row of missing) console.log(`missing from the catalog: ${row}`);
for (const row of invented) console.log(`in no document: ${row}`);
console.log(
  `${read.length} rows read, ${read.length - missing.length} matched, ${missing.length} missing from the catalog, ${invented.length} in no document`,
);
process.exitCode = read.length > 0 && missing.length + invented.length === 0 ? 0 : 1;
