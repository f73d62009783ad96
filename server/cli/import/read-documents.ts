import { stat } from "node:fs/promises";
import { basename, extname, normalize, relative, sep } from "node:path";
import { readDocument as readFormat, tableLines } from "../../../catalog/importers/documents.ts";
import type { DocumentFormat, DocumentSource } from "../../../catalog/importers/formats/document-format.ts";
import { documentFormats, formatOf } from "../../../catalog/importers/formats/index.ts";
import type { ImportOptions, ImportResult } from "../../../catalog/importers/imported.ts";
import type { WrittenMapping } from "../../../catalog/importers/mapping-text.ts";
import type { ReadDocument } from "../../../catalog/importers/report.ts";
import { namesErrors } from "../../../catalog/importers/source-tables.ts";
import { atOnce } from "../../../catalog/model/slices.ts";
import { sourceFormOf } from "../../constants/lexical-forms.ts";
import { loadAnyDocument } from "../../constants/source-document.ts";
import { readRegularFile, unreadable } from "../../workspace/walk/regular-file.node.ts";
import { FileFinder } from "../files.ts";
import { UsageError } from "../usage-error.ts";
import type { ImportFlags } from "./flags.ts";

/** Files with more bytes are neither documents nor catalogs. */
const maximumBytes = 100_000_000;

function readBytes(path: string): Promise<Buffer> {
  return readRegularFile(path, maximumBytes).catch((error: unknown) => {
    throw new UsageError(`Cannot read '${path}': ${unreadable(error, path).message}.`);
  });
}

/** What to do about a file that is no UTF-8. */
function encodingAdvice([first, second]: Buffer): string {
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isUtf16
    ? "it is in UTF-16. Save it as UTF-8"
    : "it is not valid UTF-8. Save it as UTF-8; Chinese text is probably in GBK: 'iconv -f GBK -t UTF-8' converts it";
}

/** Reads a file as text; throws a usage error if it cannot be read or is no UTF-8. */
export async function readUtf8(path: string): Promise<string> {
  const bytes = await readBytes(path);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(`Cannot read '${path}': ${encodingAdvice(bytes)}.`);
  }
}

/**
 * Whether a file of a folder is a document. Most JSON, YAML and source code lists no errors: the former is read where it
 * is named, the latter also where its own name speaks of errors.
 */
function isDocument(file: string): boolean {
  const lower = file.toLowerCase();
  if (sourceFormOf(file)) return namesErrors(basename(file));
  const isOf = ({ extensions }: DocumentFormat) => extensions.some((one) => lower.endsWith(one));
  return !/\.(?:json[5c]?|ya?ml)$/.test(lower) && documentFormats.some(isOf);
}

function unknownFormat(file: string): string {
  const names = [...new Set(documentFormats.map(({ name }) => name))];
  return `The format of '${file}' is not known. These are read: ${names.join(", ")}.`;
}

/** Imports each document once; in folders, those whose names tell their format. */
export async function readDocuments(paths: string[], { columns = [] }: ImportFlags): Promise<ReadDocument[]> {
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
      const loaded = await loadAnyDocument(source, file, atOnce);
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
  return { ...options, name: path, tables: { ...tables } };
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
