import { readFile, stat } from "node:fs/promises";
import { text as readAll } from "node:stream/consumers";
import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import {
  type DisplayLanguage,
  type LocalizedText,
  localize,
  localizedTexts,
} from "../../catalog/model/localized-text.ts";
import { labels } from "../../catalog/model/terms.ts";
import { facts, linkOf } from "../../catalog/rendering/markdown.ts";
import { type Explained, explainResponse } from "../../catalog/responses/response.ts";
import type { Engine } from "./engine.ts";
import { colors } from "./terminal/colors.ts";
import { print, printJson, toJson } from "./terminal/output.ts";
import { UsageError } from "./usage-error.ts";

/** Flags of `explain`. */
export interface ExplainOptions {
  json?: boolean;
  lang: DisplayLanguage;
}

/** `explain`: what a hover says of codes, or of the error response in a file or on standard input; 1 where one is unknown. */
export async function explain(engine: Engine, given: string[], options: ExplainOptions): Promise<number> {
  const found: Explained[] = [];
  let isWhole = true;
  for (const one of given) {
    const response = await responseIn(one);
    const explained = response === undefined ? [ofCode(one, engine)] : ofResponse(response, engine);
    if (explained.length === 0)
      throw new UsageError(`No error code was found in ${one === "-" ? "the input" : `'${one}'`}.`);
    for (const { code, entries } of explained) if (entries.length === 0) isWhole = warn(code, engine);
    found.push(...explained);
  }
  if (options.json) printJson(found.flatMap((one) => toObjects(one, engine.catalog)));
  else if (found.length > 0)
    print(found.flatMap((one) => sections(one, engine.catalog, options.lang)).join("\n\n"));
  return isWhole ? 0 : 1;
}

/** The text of `-` or of a file; undefined where the argument is a code. */
async function responseIn(argument: string): Promise<string | undefined> {
  if (argument === "-") return readAll(process.stdin);
  const info = await stat(argument).catch(() => undefined);
  return info?.isFile() ? readFile(argument, "utf8") : undefined;
}

function ofCode(code: string, { catalog }: Engine): Explained {
  return { code, entries: catalog.get(code) };
}

/** What a response says; where only a message stands there, the code whose template it was made of. */
function ofResponse(text: string, { catalog, search }: Engine): Explained[] {
  const found = explainResponse(text, catalog);
  if (found.length > 0) return found;
  const message = text.trim();
  const codes = search.findMessage(message);
  return codes.map(({ entry }) => ({ code: entry.code, message, entries: [entry] }));
}

function warn(code: string, { catalog, speller }: Engine): false {
  const near = speller.nearest(code).map((one) => one.code);
  const what = catalog.knows(code)
    ? "is an official code, but has no explanation here"
    : "is not in the catalog";
  const hint = near.length > 0 && !catalog.knows(code) ? ` Did you mean ${near.join(" or ")}?` : "";
  process.stderr.write(`'${code}' ${what}.${hint}\n`);
  return false;
}

function toObjects({ code, message, requestId, entries }: Explained, catalog: Catalog): object[] {
  if (entries.length === 0) return [{ code, message, requestId }];
  return entries.map((entry) => ({ ...toJson(entry, catalog), message, requestId }));
}

function sections(
  { code, message, requestId, entries }: Explained,
  catalog: Catalog,
  lang: DisplayLanguage,
): string[] {
  const said = [
    ...labelled(labels.message, message ? [message] : [], lang),
    ...labelled(labels.requestId, requestId ? [requestId] : [], lang),
  ];
  if (entries.length === 0)
    return message || requestId ? [[colors.bold(colors.cyan(code)), ...said].join("\n\n")] : [];
  return entries.map((entry) => section(entry, catalog, lang, said));
}

function section(entry: Entry, catalog: Catalog, lang: DisplayLanguage, said: string[]): string {
  const concept = catalog.concept(entry);
  const url = linkOf(entry, catalog);
  const children = catalog.children(entry);
  const same = catalog
    .equivalents(entry)
    .map((one) => `${localize(catalog.provider(one.provider)?.name, lang)}: ${one.code}`);
  return [
    `${colors.bold(colors.cyan(entry.code))}\n${colors.dim(facts(entry, catalog, lang).join(" · "))}`,
    ...localizedTexts(entry.summary, lang),
    ...(entry.officialMisspelling ? localizedTexts(labels.officialMisspelling, lang) : []),
    ...(said.length > 0 ? said : labelled(labels.message, entry.messages, lang)),
    ...labelled(labels.cause, localizedTexts(entry.cause ?? concept?.cause, lang), lang),
    ...labelled(labels.fix, localizedTexts(entry.fix ?? concept?.fix, lang), lang),
    ...labelled(labels.children, children.length > 8 ? [...children.slice(0, 8), "…"] : children, lang),
    ...labelled(labels.equivalents, same, lang),
    ...labelled(labels.documentation, url ? [url] : [], lang),
  ].join("\n\n");
}

function labelled(label: LocalizedText, lines: string[], lang: DisplayLanguage): string[] {
  return lines.length > 0
    ? [`${colors.bold(localize(label, lang))}\n${lines.map((line) => `  ${line}`).join("\n")}`]
    : [];
}
