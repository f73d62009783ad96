import { stat } from "node:fs/promises";
import { basename, dirname, extname, normalize, relative, sep } from "node:path";
import {
  loadDocument,
  readDocument as readFormat,
  tableLines,
} from "../../../catalog/importers/documents.ts";
import type { DocumentFormat, DocumentSource } from "../../../catalog/importers/formats/document-format.ts";
import { documentFormats, formatOf } from "../../../catalog/importers/formats/index.ts";
import type { ImportOptions, ImportResult } from "../../../catalog/importers/imported.ts";
import type { WrittenMapping } from "../../../catalog/importers/mapping-text.ts";
import { merge } from "../../../catalog/importers/merge.ts";
import { type ReadDocument, reportOf, reportText } from "../../../catalog/importers/report.ts";
import { atOnce } from "../../../catalog/model/slices.ts";
import { parseCatalogFile } from "../../../catalog/schema/catalog-file.ts";
import { formatProblem } from "../../../catalog/schema/checked-file.ts";
import { toVisibleLines } from "../../../catalog/text/visible-text.ts";
import { readRegularFile, unreadable } from "../../workspace/walk/regular-file.node.ts";
import { FileFinder } from "../files.ts";
import { replaceFile } from "../replacing-files.ts";
import { printJson } from "../terminal/output.ts";
import { UsageError } from "../usage-error.ts";
import type { ImportFlags } from "./flags.ts";

/** Files with more bytes are neither documents nor catalogs. */
const maximumBytes = 100_000_000;

/**
 * Runs `import`: writes the error codes of documents as a catalog file. Returns the exit code: 1 if doubts
 * remain or rows were skipped.
 */
export async function importDocuments(paths: string[], flags: ImportFlags): Promise<number> {
  const { output, json } = flags;
  if (json && output === undefined) throw new UsageError("--json prints the report: it needs -o FILE.");
  const existing = output === undefined ? undefined : await readExisting(output, flags);
  const documents = await readDocuments(paths, flags);
  const isEmpty = reportOf(documents, undefined, flags).rows === 0;
  const merged = isEmpty
    ? undefined
    : merge(existing, documents, {
        ...flags,
        ...(flags.section ? { sections: flags.section } : {}),
        json: output !== undefined && extname(output).toLowerCase() === ".json",
      });
  const report = reportOf(documents, merged, flags);
  if (merged) {
    if (merged.text !== existing) assertValid(merged.text, output);
    if (output === undefined) process.stdout.write(merged.text);
    else if (merged.text !== existing) await write(output, merged.text);
  }
  if (json) printJson(report);
  process.stderr.write(toVisibleLines(reportText(report)));
  if (merged === undefined) {
    const below = flags.section ? ` below ${flags.section.map((heading) => `“${heading}”`).join(", ")}` : "";
    throw new UsageError(`No error code was found in ${paths.join(", ")}${below}; nothing was written.`);
  }
  const hasSkipped = report.skipped.some(({ kind }) => kind !== "table");
  return hasSkipped || report.doubts.length > 0 ? 1 : 0;
}

/**
 * Reads the catalog file to update; returns undefined if there is none yet or it is blank. Throws a usage error if the
 * file is invalid or holds codes of another provider or service.
 */
async function readExisting(path: string, flags: ImportFlags): Promise<string | undefined> {
  const info = await stat(path).catch(() => undefined);
  if (!info) {
    const folder = await stat(dirname(path)).catch(() => undefined);
    if (!folder?.isDirectory())
      throw new UsageError(`Cannot write '${path}': there is no folder '${dirname(path)}'.`);
    return undefined;
  }
  if (!info.isFile()) throw new UsageError(`Cannot write '${path}': it is not a file.`);
  const text = await readUtf8(path);
  if (text.trim() === "") return undefined;
  const { value, problems } = parseCatalogFile(text, path);
  const error = problems.find(({ severity }) => severity === "error");
  if (!value) throw new UsageError(error ? formatProblem(error) : `'${path}' is not a catalog file.`);
  const { provider, service = "common" } = value;
  const id = typeof provider === "object" ? provider.id : provider;
  if (id !== undefined && id !== flags.provider)
    throw new UsageError(`'${path}' holds codes of '${id}', not of '${flags.provider}'.`);
  if (flags.service !== undefined && flags.service !== service && value.entries)
    throw new UsageError(`'${path}' holds codes of the service '${service}', not of '${flags.service}'.`);
  return text;
}

function readBytes(path: string): Promise<Buffer> {
  return readRegularFile(path, maximumBytes).catch((error: unknown) => {
    throw new UsageError(`Cannot read '${path}': ${unreadable(error, path).message}.`);
  });
}

async function readUtf8(path: string): Promise<string> {
  const bytes = await readBytes(path);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(`Cannot read '${path}': it is not valid UTF-8.`);
  }
}

/** Whether a file of a folder is a document: JSON and YAML are read where they are named, most of them list no errors. */
function isDocument(file: string): boolean {
  const lower = file.toLowerCase();
  const isOf = ({ extensions }: DocumentFormat) => extensions.some((one) => lower.endsWith(one));
  return !/\.(?:json[5c]?|ya?ml)$/.test(lower) && documentFormats.some(isOf);
}

function unknownFormat(file: string): string {
  const names = [...new Set(documentFormats.map(({ name }) => name))];
  return `The format of '${file}' is not known. These are read: ${names.join(", ")}.`;
}

/** Imports each document once; in folders, those whose names tell their format. */
async function readDocuments(paths: string[], { columns = [] }: ImportFlags): Promise<ReadDocument[]> {
  const names = new Map<string, string>();
  const documents: ReadDocument[] = [];
  const seen = new Set<string>();
  const finder = new FileFinder();
  for (const path of paths) {
    const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
    for await (const file of finder.filesIn([path])) {
      if ((isFolder && !isDocument(file)) || seen.has(normalize(file))) continue;
      seen.add(normalize(file));
      const name = isFolder ? relative(path, file).split(sep).join("/") : basename(file);
      const document = name.slice(0, name.length - extname(name).length);
      const other = names.get(document);
      if (other !== undefined)
        throw new UsageError(
          `'${other}' and '${file}' would both be the document '${document}': give the folder that holds both.`,
        );
      names.set(document, file);
      const source = await readSource(file);
      const loaded = await loadDocument(source, file);
      const { text } = source;
      const imported = readable(file, () =>
        atOnce(
          readFormat(
            text,
            file,
            optionsFor(file, () => tableLines(text, file, loaded), columns),
            loaded,
          ),
        ),
      );
      if (!imported) throw new UsageError(unknownFormat(file));
      refuseUnread(imported, file, columns);
      documents.push({ path: file, document, ...imported });
    }
  }
  const unused = columns.find(({ at }) => at && !seen.has(normalize(at.path)));
  if (unused?.at) throw new UsageError(`--columns names '${unused.at.path}', which is not imported.`);
  return documents;
}

/** Reads a document. One that is no text has an empty one. */
async function readSource(file: string): Promise<DocumentSource> {
  if (!formatOf(file, "")?.isBinary) {
    const text = await readUtf8(file);
    return { text, bytes: new TextEncoder().encode(text) };
  }
  return { text: "", bytes: await readBytes(file) };
}

/** Returns the result of reading a file; a text that is nested too deeply for the readers is an error of usage. */
function readable<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError)
      throw new UsageError(`'${file}' cannot be read: it is nested too deeply.`, { cause: error });
    throw error;
  }
}

/** Selects the column mappings of the command line that apply to a document. */
function optionsFor(path: string, lines: () => number[], columns: readonly WrittenMapping[]): ImportOptions {
  const options: { -readonly [K in keyof ImportOptions]: ImportOptions[K] } = {};
  const tables: NonNullable<ImportOptions["tables"]>[number][] = [];
  for (const { at, mapping } of columns) {
    if (!at) {
      if (mapping !== "skip") options.columns = mapping;
      continue;
    }
    if (normalize(at.path) !== normalize(path)) continue;
    if (at.line === undefined) {
      if (mapping !== "skip") options.columns = mapping;
      continue;
    }
    const table = lines().indexOf(at.line - 1);
    if (table < 0) throw new UsageError(`--columns: no table starts on line ${at.line} of '${at.path}'.`);
    tables[table] = mapping;
  }
  return { ...options, tables: { ...tables } };
}

/** Throws if the generated text is not a valid catalog file, which would be a bug of the importer. */
function assertValid(text: string, output = "the output"): void {
  const error = parseCatalogFile(text, output).problems.find(({ severity }) => severity === "error");
  if (error)
    throw new Error(`The import would have produced an invalid catalog file: ${formatProblem(error)}`);
}

/** Throws a usage error for a table that the command line names, but that has no such column as it says. */
function refuseUnread({ skipped }: ImportResult, path: string, columns: readonly WrittenMapping[]): void {
  const named = new Set(
    columns.flatMap(({ at, mapping }) =>
      at?.line !== undefined && mapping !== "skip" && normalize(at.path) === normalize(path)
        ? at.line - 1
        : [],
    ),
  );
  const unread = skipped.find(({ kind, line }) => kind === "table" && named.has(line));
  if (unread)
    throw new UsageError(`--columns: the table on line ${unread.line + 1} of '${path}': ${unread.reason}.`);
}

async function write(path: string, text: string): Promise<void> {
  await replaceFile(path, text).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`Cannot write '${path}': ${error.code}.`);
  });
}
