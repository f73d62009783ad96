import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import { withNameRead } from "../../catalog/naming/explain-by-name.ts";
import { documentationUrl, serviceName } from "../../catalog/rendering/markdown.ts";
import { kinds } from "../../catalog/schema/terms.ts";
import { type DisplayLanguage, localize } from "../../catalog/text/localized-text.ts";
import type { Project } from "../configuration/project.ts";
import type { CodeItem, EntryKey } from "../protocol/index.ts";
import type { FeatureContext } from "./feature.ts";

/** Returns the key by which clients identify an entry. */
export function entryKeyOf({ provider, service, code, origin }: Entry): EntryKey {
  return { provider, service, code, ...(origin ? { origin: origin.uri } : {}) };
}

/** Converts an entry to the item that clients show in lists, with its texts in the display language. */
export function toCodeItem(own: Entry, catalog: Catalog, displayLanguage: DisplayLanguage): CodeItem {
  const entry = withNameRead(own, catalog.concepts);
  const { provider, summary, httpStatus, messages } = entry;
  const kind = catalog.kind(entry);
  const link = documentationUrl(entry, catalog, displayLanguage);
  return {
    ...entryKeyOf(entry),
    summary: localize(summary, displayLanguage),
    meanings: summary,
    httpStatus,
    messages,
    ...(kind ? { kind, kindName: localize(kinds[kind], displayLanguage) } : {}),
    ...(entry.basis ? { basis: entry.basis } : {}),
    ...(entry.officialMisspelling ? { officialMisspelling: true } : {}),
    ...(entry.deprecated ? { deprecated: true } : {}),
    ...(link ? { link } : {}),
    providerName: localize(catalog.provider(provider)?.name, displayLanguage) || provider,
    serviceName: serviceName(entry, catalog, displayLanguage),
  };
}

/** Returns the conversion of a project's entries to items, in the display language of now. */
export function itemConverter(
  { catalog }: Project,
  { displayLanguage }: Pick<FeatureContext, "displayLanguage">,
): (entry: Entry) => CodeItem {
  const language = displayLanguage();
  return (entry) => toCodeItem(entry, catalog, language);
}
