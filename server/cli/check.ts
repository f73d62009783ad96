import { pathToFileURL } from "node:url";
import { type Reading, say } from "../../catalog/text.ts";
import { rangeOf } from "../feature.ts";
import { findingsOf } from "../findings.ts";
import { languageOfPath } from "../languages/index.ts";
import type { Severity } from "../severity.ts";
import { Source } from "../source.ts";
import { colors } from "./colors.ts";
import type { Engine } from "./engine.ts";
import { textsIn } from "./files.ts";
import { print, printJson } from "./output.ts";
import { Prefilter } from "./prefilter.ts";

/** Flags of `check`. */
export interface CheckOptions {
  json?: boolean;
  lang: Reading;
}

/** A finding as `check --json` prints it; the range is zero-based, in UTF-16 units. */
interface Printed {
  path: string;
  range: ReturnType<typeof rangeOf>;
  rule: string;
  severity: Severity;
  message: string;
  literal: string;
  suggestions: string[];
}

/** `check`: the rules' findings in files and folders; 1 where there is any. */
export async function check(engine: Engine, paths: string[], { json, lang }: CheckOptions): Promise<number> {
  const prefilter = new Prefilter(engine.catalog, engine.speller);
  const found: Printed[] = [];
  let files = 0;
  for await (const { path, text } of textsIn(paths, (path) => languageOfPath(path) !== undefined)) {
    const language = languageOfPath(path);
    if (!language) continue;
    files++;
    if (!prefilter.mayHoldFindings(text, language)) continue;
    found.push(...(await findingsIn(engine, path, language.ids[0] ?? "", text, lang)));
  }
  if (json) printJson(found);
  else printPretty(found, files);
  return found.length > 0 ? 1 : 0;
}

async function findingsIn(
  { reader }: Engine,
  path: string,
  languageId: string,
  text: string,
  lang: Reading,
): Promise<Printed[]> {
  const source = Source.of(pathToFileURL(path).href, languageId, 0, text);
  const analysis = await reader.read(source);
  const found = findingsOf(source, analysis).map(
    ({ rule, severity, message, suggestions = [], start, end }): Printed => ({
      path,
      range: rangeOf(source, { start, end }),
      rule,
      severity,
      message: say(message, lang),
      literal: text.slice(start, end),
      suggestions,
    }),
  );
  reader.forget(source);
  return found;
}

function printPretty(found: Printed[], files: number): void {
  for (const { path, range, severity, message, rule } of found) {
    const place = `${path}:${range.start.line + 1}:${range.start.character + 1}`;
    const level = severity === "error" ? colors.red(severity) : colors.yellow(severity);
    print(`${colors.bold(place)} ${level} ${message} ${colors.dim(rule)}`);
  }
  const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
  print(`${many(found.length, "finding")} in ${many(files, "file")}.`);
}
