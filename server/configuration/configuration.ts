import * as v from "valibot";
import { type CheckedFile, type Problem, parseAs } from "../../catalog/model/checked-file.ts";
import type { Severity } from "./severity.ts";
import { severities } from "./severity.ts";
import { unknownNameMessage } from "./unknown-name.ts";

const described = <S extends v.GenericSchema>(schema: S, description: string) =>
  v.pipe(schema, v.description(description));

const line = v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"), v.maxLength(500));
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case letters and digits, joined by '-'"),
);

/** A list of texts, or its only one. */
const several = (description: string) =>
  v.pipe(
    v.union([line, v.array(line)]),
    v.description(description),
    v.transform((value) => (Array.isArray(value) ? value : [value])),
  );
const names = (description: string) => v.optional(several(description), []);

const catalog = v.strictObject({
  path: several("The files, as paths or globs from the folder of this file: YAML, JSON or Markdown."),
  provider: described(v.optional(id), "Whose codes they are, where the files do not say so."),
  service: described(v.optional(id), "The product that they belong to, where the files do not say so."),
  complete: described(
    v.optional(v.boolean(), false),
    "Every valid code of the provider is in it, so that any other is an error.",
  ),
});

/** The schema of a configuration file; that rules and providers exist is checked apart. */
export const configurationSchema = v.strictObject({
  $schema: v.optional(v.string()),
  providers: names("The providers that the files here talk to, by id, name or alias."),
  pins: described(
    v.optional(
      v.record(
        v.pipe(v.string(), v.nonEmpty("must not be empty")),
        several("The provider, or several: id, name or alias."),
      ),
      {},
    ),
    "The providers of single files, by paths in the syntax of .gitignore from the folder of this file; nothing else counts there. Of several paths that fit, the longest counts.",
  ),
  catalogs: described(v.optional(v.array(catalog), []), "Catalogs of your own."),
  rules: described(
    v.optional(v.record(v.string(), v.string()), {}),
    "How serious the findings of each rule are: error, warning, information, hint or off.",
  ),
  ignore: described(
    v.optional(
      v.strictObject({
        codes: names("Codes of which nothing is reported; `*` stands for any part of one."),
        paths: names("Files in which nothing is reported, in the syntax of .gitignore."),
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
        keys: names("Keys whose values, or lists, are error codes."),
      }),
      {},
    ),
    "Names that tell error codes in this project.",
  ),
});

type Written = v.InferOutput<typeof configurationSchema>;

/** What a project says of its error codes. */
export interface Configuration extends Omit<Written, "rules" | "$schema"> {
  rules: Partial<Record<string, Severity | "off">>;
}

/** The names that a configuration file may have, the first wins. */
export const configurationNames = [".error-codes.yaml", ".error-codes.yml", ".error-codes.json"];

/** Whether a file is a configuration, by its path or address. */
export function isConfiguration(path: string): boolean {
  return configurationNames.some((name) => path.endsWith(`/${name}`) || path === name);
}

const keys = [
  ...Object.keys(configurationSchema.entries),
  ..."path provider service complete codes paths functions fields keys".split(" "),
];

/** What configurations may refer to. */
export interface KnownNames {
  rules: readonly string[];
}

/** A configuration file as read. */
export interface ReadConfiguration extends Omit<CheckedFile<Configuration>, "value"> {
  value: Configuration | undefined;
}

/** Reads a configuration file; a wrong rule or severity is reported and left out, the rest holds. */
export function parseConfiguration(text: string, path: string, known: KnownNames): ReadConfiguration {
  // A file that is empty but for comments is one that says nothing, as it is while it is begun.
  const isEmpty = text.replace(/^\s*#.*$/gm, "").trim() === "";
  const { value, problems, problem } = parseAs(configurationSchema, isEmpty ? "{}" : text, path, keys);
  if (!value) return { value: undefined, problems, problem };
  const { rules, $schema: _, ...rest } = value;
  const checked = checkRules(rules, known, problem);
  return { value: { ...rest, rules: checked.rules }, problems: [...problems, ...checked.problems], problem };
}

function checkRules(
  written: Record<string, string>,
  known: KnownNames,
  problem: CheckedFile<unknown>["problem"],
): { rules: Configuration["rules"]; problems: Problem[] } {
  const rules: Configuration["rules"] = {};
  const problems: Problem[] = [];
  for (const [rule, severity] of Object.entries(written)) {
    if (!known.rules.includes(rule)) {
      problems.push(problem(["rules", rule], "warning", unknownNameMessage("rule", rule, known.rules), true));
    } else if (!levels.includes(severity)) {
      problems.push(problem(["rules", rule], "error", unknownNameMessage("severity", severity, levels)));
    } else rules[rule] = severity as Severity | "off";
  }
  return { rules, problems };
}

const levels: readonly string[] = [...severities, "off"];
