import type { Catalog } from "../model/catalog.ts";
import type { Entry } from "../model/entry.ts";
import { type DisplayLanguage, localizedTexts } from "../model/localized-text.ts";
import { labels } from "../model/terms.ts";
import { codeSpan, escapeMarkdown, heading } from "./markdown.ts";

/** How many sentences of SDKs are shown of a code. */
const maximumSentences = 2;

/**
 * Returns the sentence of an entry to be shown as the catalog's; none if it is an SDK's, which is shown as that by
 * {@link sdkWords}.
 */
export function summaryOf({ basis, summary }: Entry, displayLanguage: DisplayLanguage): string[] {
  return basis === "sdk" ? [] : localizedTexts(summary, displayLanguage);
}

/** Renders what the installed SDKs say of the code of an entry, each sentence with the name of its package. */
export function sdkSentences(
  entry: Entry,
  { sdkStatements }: Catalog,
  isImported: (service: Pick<Entry, "provider" | "service">) => boolean = () => false,
): string[] {
  return sdkStatements
    .of(entry, isImported)
    .slice(0, maximumSentences)
    .map(
      ({ text, package: name, version }) =>
        `${escapeMarkdown(text)} — ${codeSpan(name)} ${escapeMarkdown(version)}`,
    );
}

/** Does the same below a label, as part of a hover. */
export function sdkWords(
  entry: Entry,
  catalog: Catalog,
  displayLanguage: DisplayLanguage,
  isImported?: (service: Pick<Entry, "provider" | "service">) => boolean,
): string[] {
  const [first, ...others] = sdkSentences(entry, catalog, isImported);
  return first === undefined ? [] : [`${heading(labels.sdkWords, displayLanguage)} ${first}`, ...others];
}
