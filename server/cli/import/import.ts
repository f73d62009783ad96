import { stat } from "node:fs/promises";
import { dirname, extname } from "node:path";
import { merge } from "../../../catalog/importers/merge.ts";
import { reportOf, reportText, rowLines } from "../../../catalog/importers/report.ts";
import { parseCatalogFile } from "../../../catalog/schema/catalog-file.ts";
import { formatProblem } from "../../../catalog/schema/checked-file.ts";
import { toVisibleLines } from "../../../catalog/text/visible-text.ts";
import { replaceFile } from "../replacing-files.ts";
import { printJson } from "../terminal/output.ts";
import { UsageError } from "../usage-error.ts";
import type { ImportFlags } from "./flags.ts";
import { readDocuments, readUtf8 } from "./read-documents.ts";

/**
 * Runs `import`: writes the error codes of documents as a catalog file. Returns the exit code: 1 if doubts
 * remain or rows were skipped.
 */
export async function importDocuments(paths: string[], flags: ImportFlags): Promise<number> {
  const { output, json, dryRun } = flags;
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
    if (dryRun) process.stdout.write(toVisibleLines(rowLines(documents, flags)));
    else if (output === undefined) process.stdout.write(merged.text);
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

/** Throws if the generated text is not a valid catalog file, which would be a bug of the importer. */
function assertValid(text: string, output = "the output"): void {
  const error = parseCatalogFile(text, output).problems.find(({ severity }) => severity === "error");
  if (error)
    throw new Error(`The import would have produced an invalid catalog file: ${formatProblem(error)}`);
}

async function write(path: string, text: string): Promise<void> {
  await replaceFile(path, text).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`Cannot write '${path}': ${error.code}.`);
  });
}
