import pc from "picocolors";
import type { Catalog } from "../../catalog/catalog.ts";
import type { Entry } from "../../catalog/entry.ts";
import { facts, linkOf } from "../../catalog/markdown.ts";
import { labels } from "../../catalog/terms.ts";
import { type Reading, say, texts } from "../../catalog/text.ts";
import type { Engine } from "./engine.ts";
import { print, printJson, toJson } from "./output.ts";

/** Flags of `explain`. */
export interface ExplainOptions {
  json?: boolean;
  lang: Reading;
}

/** `explain`: what a hover says of each code; 1 where one is unknown. */
export function explain(
  { catalog, speller }: Engine,
  codes: string[],
  { json, lang }: ExplainOptions,
): number {
  const unknown = codes.filter((code) => !catalog.has(code));
  for (const code of unknown) {
    const near = speller.nearest(code).map((one) => one.code);
    const hint = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
    process.stderr.write(`'${code}' is not in the catalog.${hint}\n`);
  }
  const entries = codes.flatMap((code) => catalog.get(code));
  if (json) printJson(entries.map((entry) => toJson(entry, catalog)));
  else if (entries.length > 0) print(entries.map((entry) => section(entry, catalog, lang)).join("\n\n"));
  return unknown.length > 0 ? 1 : 0;
}

function section(entry: Entry, catalog: Catalog, lang: Reading): string {
  const concept = catalog.concept(entry);
  const labelled = (label: (typeof labels)[keyof typeof labels], lines: string[]) =>
    lines.length > 0 ? [`${pc.bold(say(label, lang))}\n${lines.map((line) => `  ${line}`).join("\n")}`] : [];
  const link = linkOf(entry, catalog);
  return [
    `${pc.bold(pc.cyan(entry.code))}\n${pc.dim(facts(entry, catalog, lang).join(" · "))}`,
    ...texts(entry.summary, lang),
    ...(entry.officialMisspelling ? texts(labels.officialMisspelling, lang) : []),
    ...labelled(labels.cause, texts(entry.cause ?? concept?.cause, lang)),
    ...labelled(labels.fix, texts(entry.fix ?? concept?.fix, lang)),
    ...labelled(labels.message, entry.messages),
    ...labelled(labels.documentation, link ? [link] : []),
  ].join("\n\n");
}
