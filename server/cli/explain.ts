import { text as readAll } from "node:stream/consumers";
import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import type { SdkStatement } from "../../catalog/model/installed-sdk.ts";
import {
  type DisplayLanguage,
  type LocalizedText,
  localize,
  localizedTexts,
} from "../../catalog/model/localized-text.ts";
import { labels } from "../../catalog/model/terms.ts";
import { toVisible } from "../../catalog/model/visible-text.ts";
import { documentationUrl, factsOf } from "../../catalog/rendering/markdown.ts";
import { statementsOn } from "../../catalog/rendering/sdk-words.ts";
import type { ResponseCode } from "../../catalog/responses/response.ts";
import { codesInText } from "../../catalog/responses/text.ts";
import { readRegularFile, unreadable } from "../workspace/regular-file.node.ts";
import type { Engine } from "./engine.ts";
import { colors } from "./terminal/colors.ts";
import { printJson, printPainted, toJson } from "./terminal/output.ts";
import { UsageError } from "./usage-error.ts";

/** Files with more bytes are no error responses. */
const maximumBytes = 100_000_000;

/** Options of the `explain` command. */
export interface ExplainOptions {
  json?: boolean;
  lang: DisplayLanguage;
}

/**
 * Runs `explain`: prints what a hover shows of codes, or of the error response in a file or on standard input. Returns
 * the exit code: 1 if a code is unknown.
 */
export async function explain(engine: Engine, given: string[], options: ExplainOptions): Promise<number> {
  const found: ResponseCode[] = [];
  let areAllKnown = true;
  for (const argument of given) {
    const response = await readResponse(argument);
    const explained =
      response === undefined ? [explainCode(argument, engine)] : codesInText(response, engine);
    if (explained.length === 0)
      throw new UsageError(`No error code was found in ${argument === "-" ? "the input" : `'${argument}'`}.`);
    for (const { code, entries } of explained) {
      if (entries.length > 0) continue;
      areAllKnown = false;
      warnUnknown(code, engine);
    }
    found.push(...explained);
  }
  if (options.json) printJson(found.flatMap((explained) => toObjects(explained, engine.catalog)));
  else if (found.length > 0)
    printPainted(
      found.flatMap((explained) => sectionsOf(explained, engine.catalog, options.lang)).join("\n\n"),
    );
  return areAllKnown ? 0 : 1;
}

/** Reads standard input (`-`) or a file; returns undefined if the argument is neither, that is, a code. */
async function readResponse(argument: string): Promise<string | undefined> {
  if (argument === "-") return readAll(process.stdin);
  try {
    return String(await readRegularFile(argument, maximumBytes));
  } catch (error) {
    const { failure, message } = unreadable(error, argument);
    // Anything else is a code.
    if (!["denied", "circular", "large"].includes(failure)) return undefined;
    throw new UsageError(`Cannot read '${argument}': ${message}.`);
  }
}

function explainCode(code: string, { catalog }: Engine): ResponseCode {
  return { code, entries: catalog.entriesOf(code) };
}

function warnUnknown(code: string, { catalog, speller }: Engine): void {
  const nearest = speller.nearest(code).map((suggestion) => suggestion.code);
  const reason = catalog.isOfficial(code)
    ? "is an official code, but has no explanation here"
    : "is not in the catalog";
  const hint =
    nearest.length > 0 && !catalog.isOfficial(code) ? ` Did you mean ${nearest.join(" or ")}?` : "";
  process.stderr.write(`${toVisible(`'${code}' ${reason}.${hint}`)}\n`);
}

function toObjects({ code, message, requestId, entries }: ResponseCode, catalog: Catalog): object[] {
  if (entries.length === 0) return [{ code, message, requestId }];
  return entries.map((entry) => ({ ...toJson(entry, catalog), message, requestId }));
}

function sectionsOf(
  { code, message, requestId, entries }: ResponseCode,
  catalog: Catalog,
  lang: DisplayLanguage,
): string[] {
  const received = [
    ...labelled(labels.message, message ? [message] : [], lang),
    ...labelled(labels.requestId, requestId ? [requestId] : [], lang),
  ];
  if (entries.length === 0) return message || requestId ? [[titleOf(code), ...received].join("\n\n")] : [];
  return entries.map((entry) => sectionOf(entry, catalog, lang, received));
}

function titleOf(code: string): string {
  return colors.bold(colors.cyan(toVisible(code)));
}

/** Formats an entry; `received` are the lines of the response, which replace the message templates if present. */
function sectionOf(entry: Entry, catalog: Catalog, lang: DisplayLanguage, received: string[]): string {
  const concept = catalog.concept(entry);
  const url = documentationUrl(entry, catalog, lang);
  const children = catalog.children(entry);
  const equivalents = catalog
    .equivalents(entry)
    .map((other) => `${localize(catalog.provider(other.provider)?.name, lang)}: ${other.code}`);
  return [
    `${titleOf(entry.code)}\n${colors.dim(toVisible(factsOf(entry, catalog, lang).join(" · ")))}`,
    ...(entry.basis === "sdk" ? [] : localizedTexts(entry.summary, lang)).map(toVisible),
    ...notesOf(entry, lang).map(toVisible),
    ...(received.length > 0 ? received : labelled(labels.message, entry.messages, lang)),
    ...labelled(labels.sdkWords, statementsOn(entry, catalog).map(sdkLine), lang),
    ...labelled(labels.cause, localizedTexts(entry.cause ?? concept?.cause, lang), lang),
    ...labelled(labels.fix, localizedTexts(entry.fix ?? concept?.fix, lang), lang),
    ...labelled(labels.children, children.length > 8 ? [...children.slice(0, 8), "…"] : children, lang),
    ...labelled(labels.equivalents, equivalents, lang),
    ...labelled(labels.documentation, url ? [url] : [], lang),
  ].join("\n\n");
}

function sdkLine({ text, package: name, version }: SdkStatement): string {
  return `${text} — ${name} ${version}`;
}

/** Returns notes on a code that the provider itself misspells or has withdrawn. */
function notesOf({ officialMisspelling, deprecated }: Entry, lang: DisplayLanguage): string[] {
  const withdrawn = deprecated?.use
    ? [`${localize(labels.use, lang)} ${deprecated.use}`]
    : localizedTexts(deprecated && labels.deprecated, lang);
  return [...(officialMisspelling ? localizedTexts(labels.officialMisspelling, lang) : []), ...withdrawn];
}

function labelled(label: LocalizedText, lines: string[], lang: DisplayLanguage): string[] {
  return lines.length > 0
    ? [`${colors.bold(localize(label, lang))}\n${lines.map((line) => `  ${toVisible(line)}`).join("\n")}`]
    : [];
}
