import type { Kind } from "../../catalog/schema/terms.ts";
import type { Filter } from "../../catalog/search/query.ts";
import { unknownFilterMessage } from "../../catalog/search/unknown-filters.ts";
import { type DisplayLanguage, localize } from "../../catalog/text/localized-text.ts";
import type { Engine } from "./engine.ts";
import { cellsOf, formatColumns, print, printJson, toJson } from "./terminal/output.ts";
import { UsageError } from "./usage-error.ts";

/** Options of the `list` command. */
export interface ListOptions {
  provider?: string;
  service?: string;
  kind?: Kind;
  json?: boolean;
  lang: DisplayLanguage;
}

function unknownValue(filter: Filter, value: string, known: string[], lang: DisplayLanguage): UsageError {
  return new UsageError(localize(unknownFilterMessage({ filter, value, known }), lang));
}

/** Runs `list`: prints the catalog's codes, filtered by provider, service and kind. Returns the exit code. */
export function list({ catalog }: Engine, { provider, service, kind, json, lang }: ListOptions): number {
  const selected = provider === undefined ? undefined : catalog.providerNamed(provider);
  if (provider !== undefined && !selected) {
    throw unknownValue(
      "provider",
      provider,
      catalog.providers.map(({ id }) => id),
      lang,
    );
  }
  const ofProvider = catalog.entries.filter((entry) => !selected || entry.provider === selected.id);
  const ofService = ofProvider.filter(
    (entry) => service === undefined || entry.service.toLowerCase() === service.toLowerCase(),
  );
  if (service !== undefined && ofService.length === 0) {
    throw unknownValue("service", service, [...new Set(ofProvider.map((entry) => entry.service))], lang);
  }
  const entries = ofService.filter((entry) => kind === undefined || catalog.kind(entry) === kind);
  if (json) printJson(entries.map((entry) => toJson(entry, catalog)));
  else {
    const rows = entries.map((entry) => {
      const { code, product, more } = cellsOf(entry, catalog, lang);
      return [product, code, ...more];
    });
    print(formatColumns(rows));
  }
  return 0;
}
