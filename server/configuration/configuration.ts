import * as v from "valibot";
import { type CheckedFile, type Problem, parseWithSchema } from "../../catalog/schema/checked-file.ts";
import { problemsOf } from "../../catalog/schema/problem-limit.ts";
import { keysIn } from "../../catalog/schema/schema-keys.ts";
import { unknownNameMessage } from "./problems/unknown-name.ts";
import { type Severity, severityLevels } from "./severity.ts";

const described = <S extends v.GenericSchema>(schema: S, description: string) =>
  v.pipe(schema, v.description(description));

const line = v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"), v.maxLength(500));
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case letters and digits, joined by '-'"),
);

/** Returns the schema of a list of texts, or of a single text, which becomes a list of one. */
const several = (description: string) =>
  v.pipe(
    v.union([line, v.array(line)]),
    v.description(description),
    v.transform((value) => (Array.isArray(value) ? value : [value])),
  );
const names = (description: string) => v.optional(several(description), []);

const column = v.union([v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999)), line]);

const columnsOfRoles = v.strictObject({
  code: described(column, "The codes."),
  name: described(v.optional(column), "The names of codes that are numbers."),
  httpStatus: described(v.optional(column), "The HTTP statuses."),
  message: described(v.optional(column), "The messages as the API returns them."),
  description: described(v.optional(column), "What the codes mean."),
  cause: described(v.optional(column), "Why the errors happen."),
  fix: described(v.optional(column), "What to do."),
});

const catalog = v.strictObject({
  path: several(
    "The files, as paths or globs relative to the folder of this file: YAML, JSON, documents such as Markdown, or source code.",
  ),
  provider: described(v.optional(id), "The provider of the codes, if the files do not specify it."),
  service: described(v.optional(id), "The product of the codes, if the files do not specify it."),
  name: described(v.optional(line), "The name of the provider, if none of your catalogs describes it."),
  imports: names(
    "Packages, modules and namespaces: a file that imports one of them works with the provider.",
  ),
  hosts: names("Hosts of the API: a file that names one of them works with the provider."),
  mapping: described(
    v.optional(columnsOfRoles),
    "The columns of documents, by number from 0 or by header, where they are not told from the document.",
  ),
  complete: described(
    v.optional(v.boolean(), false),
    "Whether every valid code of the provider is listed, so that any other code is an error.",
  ),
});

/** The schema of a configuration file. Whether the named rules and providers exist is checked separately. */
export const configurationSchema = v.strictObject({
  $schema: v.optional(v.string()),
  providers: names("The providers that the files of this project work with: ids, names or aliases."),
  pins: described(
    v.optional(
      v.record(
        v.pipe(v.string(), v.nonEmpty("must not be empty")),
        several("One or several providers: ids, names or aliases."),
      ),
      {},
    ),
    "Providers of individual files and folders, instead of those that are inferred: by path in .gitignore syntax, relative to the folder of this file. If several paths match, the longest counts.",
  ),
  catalogs: described(v.optional(v.array(catalog), []), "Your own catalogs."),
  rules: described(
    v.optional(v.record(v.string(), v.string()), {}),
    "The severity of each rule: error, warning, information, hint or off.",
  ),
  ignore: described(
    v.optional(
      v.strictObject({
        codes: names("Codes for which nothing is reported; `*` matches any part of a code."),
        paths: names("Files in which nothing is reported, in .gitignore syntax."),
        vendored: described(
          v.optional(v.boolean(), true),
          "Whether folders named like those that hold the code of others, such as vendor, third_party or Pods, are not checked.",
        ),
      }),
      {},
    ),
    "What is not reported.",
  ),
  evidence: described(
    v.optional(
      v.strictObject({
        functions: names("Functions whose arguments are error codes."),
        fields: names("Fields, methods and variables that hold an error code."),
        keys: names("Keys whose values are error codes or lists of error codes."),
      }),
      {},
    ),
    "Names that mark error codes in this project.",
  ),
});

/** The content of a configuration file that fits the schema. */
type ConfigurationFile = v.InferOutput<typeof configurationSchema>;

/** The configuration of a project; its rules and severities exist. */
export interface Configuration extends Omit<ConfigurationFile, "rules" | "$schema"> {
  rules: Partial<Record<string, Severity | "off">>;
}

/** The possible names of a configuration file; if a folder has several, the first in this order counts. */
export const configurationNames = [".error-codes.yaml", ".error-codes.yml", ".error-codes.json"];

/** Returns whether a path or URI is that of a configuration file. */
export function isConfiguration(path: string): boolean {
  return configurationNames.some((name) => path.endsWith(`/${name}`) || path === name);
}

/** The keys that are suggested for a misspelled one. */
const keys = keysIn(configurationSchema);

/** The names that a configuration may refer to. */
export interface KnownNames {
  rules: readonly string[];
}

/** The result of parsing a configuration file; `value` is undefined if an error leaves no usable content. */
export interface ReadConfiguration extends Omit<CheckedFile<Configuration>, "value" | "isWellFormed"> {
  value: Configuration | undefined;
}

/** Parses a configuration file. Unknown rules and severities are reported and left out; the rest is used. */
export function parseConfiguration(text: string, path: string, known: KnownNames): ReadConfiguration {
  // A file with nothing but comments is valid, as it is when it has just been started.
  const isEmpty = text.replace(/^[^\S\r\n]*#.*$/gm, "").trim() === "";
  const { value, problems, problem } = parseWithSchema(
    configurationSchema,
    isEmpty ? "{}" : text,
    path,
    keys,
  );
  if (!value) return { value: undefined, problems, problem };
  const { rules, $schema: _, ...rest } = value;
  const checked = checkRules(rules, known, problem);
  return { value: { ...rest, rules: checked.rules }, problems: [...problems, ...checked.problems], problem };
}

/** Returns the rules that exist with a valid severity, and the problems of the others. */
function checkRules(
  rulesInFile: Record<string, string>,
  known: KnownNames,
  problem: CheckedFile<unknown>["problem"],
): { rules: Configuration["rules"]; problems: Problem[] } {
  const rules: Configuration["rules"] = {};
  const unknown: string[] = [];
  const wrong: [rule: string, severity: string][] = [];
  for (const [rule, severity] of Object.entries(rulesInFile)) {
    const level = severityLevels.find((one) => one === severity);
    if (!known.rules.includes(rule)) unknown.push(rule);
    else if (level) rules[rule] = level;
    else wrong.push([rule, severity]);
  }
  const problems = [
    ...problemsOf(unknown, (rule) =>
      problem(["rules", rule], "warning", unknownNameMessage("rule", rule, known.rules), true),
    ),
    ...problemsOf(wrong, ([rule, severity]) =>
      problem(["rules", rule], "error", unknownNameMessage("severity", severity, severityLevels)),
    ),
  ];
  return { rules, problems };
}
