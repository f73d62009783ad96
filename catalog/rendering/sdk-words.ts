import type { Catalog } from "../model/catalog.ts";
import type { Entry } from "../model/entry.ts";
import type { SdkStatement } from "../model/installed-sdk.ts";
import { labels } from "../schema/terms.ts";
import type { DisplayLanguage } from "../text/localized-text.ts";
import { codeSpan, escapeMarkdown, heading } from "./markdown.ts";

/** How many sentences of SDKs are shown of a code. */
const maximumSentences = 2;

/** Returns what the installed SDKs say of the code of an entry, as far as it is shown. */
export function statementsOn(
  entry: Entry,
  { sdkStatements }: Catalog,
  isImported: (service: Pick<Entry, "provider" | "service">) => boolean = () => false,
): SdkStatement[] {
  return sdkStatements.of(entry, isImported).slice(0, maximumSentences);
}

/** Renders a sentence of an SDK, with the name of its package. */
export function statementToMarkdown({ text, package: name, version }: SdkStatement): string {
  return `${escapeMarkdown(text)} — ${codeSpan(name)} ${escapeMarkdown(version)}`;
}

/** Renders what the installed SDKs say below a label, as part of a hover. */
export function sdkWords(
  entry: Entry,
  catalog: Catalog,
  displayLanguage: DisplayLanguage,
  isImported?: (service: Pick<Entry, "provider" | "service">) => boolean,
): string[] {
  const [first, ...others] = statementsOn(entry, catalog, isImported).map(statementToMarkdown);
  return first === undefined ? [] : [`${heading(labels.sdkWords, displayLanguage)} ${first}`, ...others];
}
