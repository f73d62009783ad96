import { mkdir, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { writeFile as replaceWith } from "atomically";
import { UsageError } from "../usage-error.ts";
import type { Report } from "./check-result.ts";
import type { Output } from "./flags.ts";
import { formats } from "./formats/index.ts";

/** The options that decide which reports are written. */
export interface OutputOptions {
  format?: readonly Output[];
  json?: boolean;
  /** The file for the one report that has none. */
  output?: string;
}

/**
 * Returns the reports that are written; at most one of them goes to standard output. In a job of GitHub Actions, where
 * none is asked for, the lines are annotated as well.
 */
export function outputsOf(
  { format = [], json, output }: OutputOptions,
  environment: NodeJS.ProcessEnv,
): Output[] {
  if (json && format.some((one) => one.format !== "json"))
    throw new UsageError(`--json and --format ${format[0]?.format} exclude each other.`);
  const isAction = environment.GITHUB_ACTIONS === "true" && output === undefined;
  const byDefault: Output[] = [{ format: "pretty" }, ...(isAction ? [{ format: "github" } as const] : [])];
  if (!json && format.length === 0 && isAction) return byDefault;
  const asked = json ? [{ format: "json" } as const] : format.length > 0 ? format : byDefault;
  const unplaced = asked.filter(({ file }: Output) => file === undefined);
  if (unplaced.length > 1)
    throw new UsageError(
      `Only one report can go to standard output: write --format ${unplaced[1]?.format}=FILE.`,
    );
  if (output === undefined) return [...asked];
  if (unplaced.length === 0)
    throw new UsageError("--output names a file, but each --format has one already.");
  return asked.map((one: Output) => (one.file === undefined ? { ...one, file: output } : one));
}

/** Writes the reports to their files and to standard output. A file is replaced as a whole, its folder created. */
export async function writeReports(
  outputs: readonly Output[],
  reportFor: (output: Output) => Report,
): Promise<void> {
  for (const output of outputs) {
    const { format, file } = output;
    const text = formats[format](reportFor(output), file === undefined);
    if (file === undefined) process.stdout.write(text);
    else await writeReport(file, text);
  }
}

async function writeReport(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    const info = await stat(file).catch(() => undefined);
    // A device or a pipe must not be replaced by a file.
    await (info && !info.isFile() ? writeFile(file, text) : replaceWith(file, text));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? error;
    throw new UsageError(`The report cannot be written to '${file}' (${reason}).`);
  }
}
