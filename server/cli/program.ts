import { Command, InvalidArgumentError, Option } from "commander";
import { kinds } from "../../catalog/schema/terms.ts";
import type { DisplayLanguage } from "../../catalog/text/localized-text.ts";
import { toVisible, toVisibleLines } from "../../catalog/text/visible-text.ts";
import type { CheckOptions } from "./check/check.ts";
import { formatNames, toMaximum, toOutputs, toSeverities } from "./check/flags.ts";
import type { CodesOptions } from "./codes.ts";
import type { Engine, EngineOptions } from "./engine.ts";
import type { ExplainOptions } from "./explain/explain.ts";
import {
  errorInChinese,
  helpLanguage,
  languageNamed,
  localizeHelp,
  systemLanguage,
} from "./help/localize-help.ts";
import { help, helpInChinese } from "./help/texts.ts";
import {
  type ImportFlags,
  importHelp,
  importHelpInChinese,
  toColumns,
  toId,
  toSections,
} from "./import/flags.ts";
import type { ListOptions } from "./list.ts";
import type { LookupOptions } from "./lookup.ts";
import type { ScanOptions } from "./scan/scan.ts";
import { UsageError } from "./usage-error.ts";

const version = process.env.ERROR_CODES_VERSION ?? "0";

const languages: readonly DisplayLanguage[] = ["en", "zh-CN", "both"];
/** The language of help and of errors in the arguments. */
const isChinese = helpLanguage(process.argv.slice(2), process.env) === "zh-CN";

function language(): Option {
  return new Option("--lang <language>", "language of texts")
    .choices(languages)
    .default(systemLanguage(process.env))
    .argParser(toLanguage);
}

function toLanguage(value: string): DisplayLanguage {
  const named = languageNamed(value);
  if (!named) throw new InvalidArgumentError(`Allowed choices are ${languages.join(", ")}.`);
  return named;
}

function toCount(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError("It must be a whole number, 1 or greater.");
  return number;
}

/** The options of all commands that concern what may be read. */
type ReadingOptions = Pick<EngineOptions, "allowOutside" | "sdk">;

/** Imports the engine on demand, since not every command needs it, and loads it to read files and folders at paths. */
async function importEngine(paths: readonly string[] = []): Promise<Engine> {
  const [engine, { foldersOf }] = await Promise.all([import("./engine.ts"), import("./folders.ts")]);
  return engine.loadEngine({ ...program.opts<ReadingOptions>(), folders: foldersOf(paths) });
}

/** Does the same for the working folder, and tells what is wrong in its configuration and catalogs. */
async function loadEngine(lang: DisplayLanguage): Promise<Engine> {
  const engine = await importEngine();
  const { problemLines } = await import("./configuration-problems.ts");
  for (const line of await problemLines(engine.projects, lang)) process.stderr.write(`${toVisible(line)}\n`);
  return engine;
}

/** Wraps a subcommand as an action that sets the exit code to the subcommand's result. */
function run<A extends unknown[]>(command: (...args: A) => Promise<number>) {
  return async (...args: A) => {
    process.exitCode = await command(...args);
  };
}

const program = new Command("error-codes")
  .description("Explains and checks the error codes of cloud APIs that occur as strings in code and config.")
  .version(version)
  .option("--allow-outside", "let a configuration name catalogs outside its repository")
  .option("--sdk", "use installed SDKs outside the folder, too, such as those of Go's module cache")
  .configureHelp({ showGlobalOptions: true })
  .addHelpText("after", isChinese ? helpInChinese : help);

program
  .command("list")
  .description("list the codes of the catalog")
  .option("--provider <name>", "only this provider, by id, name or alias")
  .option("--service <id>", "only this service")
  .addOption(new Option("--kind <kind>", "only this kind of failure").choices(Object.keys(kinds)))
  .option("--limit <number>", "maximum number of results", toCount)
  .option("--json", "print a JSON array")
  .addOption(language())
  .action(
    run(async (options: ListOptions) => {
      const { list } = await import("./list.ts");
      return list(await loadEngine(options.lang), options);
    }),
  );

program
  .command("lookup <words...>")
  .description("find codes by code, abbreviation, meaning in either language, message or HTTP status")
  .option("--limit <number>", "maximum number of results", toCount, 20)
  .option("--json", "print a JSON array")
  .addOption(language())
  .action(
    run(async (words: string[], options: LookupOptions) => {
      const { lookup } = await import("./lookup.ts");
      return lookup(await loadEngine(options.lang), words, options);
    }),
  );

program
  .command("codes <action>")
  .description("list the codes that an action of an API can answer with, by whether a retry helps")
  .option("--provider <name>", "only of this provider, by id, name or alias")
  .option("--service <id>", "only of this service")
  .option("--retryable", "only the codes that are worth a retry, at once or after renewing something")
  .option("--json", "print a JSON array with an object for each service that has the action")
  .addOption(language())
  .action(
    run(async (action: string, options: CodesOptions) => {
      const { codes } = await import("./codes.ts");
      return codes(await loadEngine(options.lang), action, options);
    }),
  );

program
  .command("explain <codes...>")
  .description("explain codes, or the errors that a file, standard input (-) or a text reports")
  .option("--json", "print a JSON array")
  .addOption(language())
  .action(
    run(async (codes: string[], options: ExplainOptions) => {
      const { explain } = await import("./explain/explain.ts");
      return explain(await loadEngine(options.lang), codes, options);
    }),
  );

program
  .command("check [paths...]")
  .description(
    "check the error codes in files, folders, globs, or standard input (-); without a path, in this folder",
  )
  .option(
    "--format <format[=file]>",
    `output format: ${formatNames.join(", ")}; repeatable, all but one with a file`,
    toOutputs,
  )
  .option("-o, --output <file>", "the file to write the report to, instead of standard output")
  .option("--json", "the same as --format json")
  .option("--rule <id=severity>", "set the severity of a rule (repeatable)", toSeverities)
  .option("--max-warnings <number>", "number of warnings allowed", toMaximum, 0)
  .option("--hints", "report hints, too; they never affect the exit code")
  .option("--fix", "fix findings that have a single certain suggestion")
  .option("--baseline <file>", "ignore the findings recorded in this file")
  .option("--update-baseline", "write the current findings to the baseline")
  .option("--since <revision>", "check only files that changed since a git revision")
  .option("--stdin-path <name>", "the path that determines the language and configuration of standard input")
  .option("--ignore-unknown", "pass over files that are named but cannot be checked")
  .option("-v, --verbose", "list skipped files and the reasons on standard error")
  .addOption(language())
  .action(
    run(async (given: string[], options: CheckOptions) => {
      const paths = given.length > 0 ? given : ["."];
      const { check } = await import("./check/check.ts");
      return check(await importEngine(paths), paths, options);
    }),
  );

program
  .command("import <paths...>")
  .description(
    "write the error codes of documents as a catalog file: Markdown, HTML, AsciiDoc, CSV, Excel, JSON, YAML, TOML, OpenAPI, Protocol Buffers, source code",
  )
  .requiredOption("--provider <id>", "the provider of the codes", toId)
  .option("--service <id>", "the service that the codes belong to", toId)
  .option("--name <name>", "the name of the service")
  .option("--columns <columns>", "what each column holds, if that is ambiguous (repeatable)", toColumns)
  .option("--section <heading>", "only the tables below this heading (repeatable)", toSections)
  .option("--descriptions", "import descriptions, causes and solutions, too")
  .option("--dry-run", "print the rows that would be imported, and write nothing")
  .option("-o, --output <file>", "the file to write or update, instead of standard output")
  .option("--json", "print the report as JSON (requires -o)")
  .addHelpText("after", isChinese ? importHelpInChinese : importHelp)
  .action(
    run(async (paths: string[], flags: ImportFlags) => {
      const { importDocuments } = await import("./import/import.ts");
      return importDocuments(paths, flags);
    }),
  );

program
  .command("scan <paths...>")
  .description("list the error codes in files and folders, or the calls of cloud APIs")
  .option("--calls", "list the calls, which codes are tested after each, and which worth a retry are not")
  .option("--json", "print one JSON object per line")
  .option("-v, --verbose", "list skipped files and the reasons on standard error")
  .addOption(language())
  .action(
    run(async (paths: string[], options: ScanOptions) => {
      if (options.calls) {
        const { scanCalls } = await import("./scan/calls/scan-calls.ts");
        return scanCalls(await importEngine(paths), paths, options);
      }
      const { scan } = await import("./scan/scan.ts");
      return scan(await importEngine(paths), paths, { ...options, ...program.opts() });
    }),
  );

program
  .command("mcp [folders...]")
  .description("serve agents by the Model Context Protocol over standard input and output")
  .addOption(language())
  .action(
    run(async (folders: string[], options: Pick<ListOptions, "lang">) => {
      const { mcp } = await import("./mcp/mcp.ts");
      return mcp(folders, { ...program.opts<ReadingOptions>(), ...options });
    }),
  );

for (const command of [program, ...program.commands]) {
  // The library quotes arguments, which can be the names of files.
  command.configureOutput({
    writeErr: (text) => {
      const told = isChinese ? errorInChinese(text) : text;
      process.stderr.write(`${toVisibleLines(told.trimEnd()).replace(/^error: /, "error-codes: ")}\n`);
    },
  });
  command.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
}

async function fail(error: unknown): Promise<void> {
  const { isDamage } = await import("./engine.ts");
  const isExpected = error instanceof UsageError || isDamage(error);
  const message = isExpected ? error.message : String((error as Error).stack);
  process.stderr.write(`error-codes: ${toVisibleLines(message)}\n`);
  process.exitCode = 2;
}

/** The exit code with which a shell reports a program that a closed pipe ended. */
const closedPipe = 141;

/** Ends the program where its output is no longer read, as behind `| head`: a check that was cut off has not passed. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit(process.exitCode ?? closedPipe);
}

if (isChinese) localizeHelp(program);

/** Parses the command line and runs the subcommand. */
export function main(): Promise<void> {
  process.stdout.on("error", endWithReader);
  process.stderr.on("error", endWithReader);
  return program.parseAsync().then(() => {}, fail);
}
