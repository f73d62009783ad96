import { errorOfCode, errorsIn } from "../../../catalog/responses/explanation.ts";
import { masked } from "../../../catalog/responses/text/masking.ts";
import { type DisplayLanguage, localize } from "../../../catalog/text/localized-text.ts";
import { toVisible } from "../../../catalog/text/visible-text.ts";
import type { Engine } from "../engine.ts";
import { printJson, printPainted } from "../terminal/output.ts";
import { readInput } from "./input.ts";
import { toObject } from "./json.ts";
import { sectionOf } from "./section.ts";
import { words } from "./words.ts";

/** Options of the `explain` command. */
export interface ExplainOptions {
  json?: boolean;
  lang: DisplayLanguage;
}

/**
 * Runs `explain`: prints what is known of codes, or of the errors that a file, standard input or a text reports. Returns
 * the exit code: 1 if a code that was given is unknown, or if a text reports no error.
 */
export async function explain(engine: Engine, given: string[], options: ExplainOptions): Promise<number> {
  const { catalog } = engine;
  const printed: string[] = [];
  const found: object[] = [];
  let exitCode = 0;
  for (const argument of given) {
    const text = await readInput(argument, catalog, options.lang);
    const errors = text === undefined ? [errorOfCode(argument, catalog)] : errorsIn(text, engine);
    const isUnknown = text === undefined && !catalog.hasEntry(argument);
    const nearest = isUnknown ? nearestTo(argument, engine) : [];
    found.push(...errors.map((error) => toObject(error, catalog, options.lang, nearest.length === 0)));
    if (isUnknown) {
      exitCode = 1;
      warnUnknown(argument, nearest, engine, options.lang);
      // What the name of a misspelled code says is no help.
      if (nearest.length > 0) continue;
    }
    const sections = errors.map((error) => sectionOf(error, { catalog, lang: options.lang, text }));
    printed.push(...sections.filter((section) => section !== ""));
    if (errors.length > 0) continue;
    exitCode = 1;
    warn(localize(words.nothingFound(argument), options.lang));
  }
  if (options.json) printJson(found);
  else if (printed.length > 0) printPainted(printed.join("\n\n"));
  return exitCode;
}

/** Returns the codes that may be meant by one that is not official. */
function nearestTo(code: string, { catalog, speller }: Engine): string[] {
  return catalog.isOfficial(code) ? [] : speller.nearest(code).map((suggestion) => suggestion.code);
}

function warnUnknown(
  code: string,
  nearest: readonly string[],
  { catalog }: Engine,
  lang: DisplayLanguage,
): void {
  const sentence = catalog.isOfficial(code) ? words.notExplained(code) : words.notInCatalog(code);
  const hint = nearest.length > 0 ? localize(words.didYouMean(nearest), lang) : "";
  warn([localize(sentence, lang), ...(hint ? [hint] : [])].join(lang === "en" ? " " : ""));
}

function warn(sentence: string): void {
  process.stderr.write(`error-codes: ${toVisible(masked(sentence))}\n`);
}
