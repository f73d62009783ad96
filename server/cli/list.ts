import type { Kind } from "../../catalog/schema/terms.ts";
import type { Filter } from "../../catalog/search/query.ts";
import { unknownFilterMessage } from "../../catalog/search/unknown-filters.ts";
import { type DisplayLanguage, localize } from "../../catalog/text/localized-text.ts";
import type { Engine } from "./engine.ts";
import { cellsOf, printJson, printPainted, toJson } from "./terminal/output.ts";
import { sayCount } from "./terminal/result-count.ts";
import { formatTable } from "./terminal/table.ts";
import { UsageError } from "./usage-error.ts";

/** Options of the `list` command. */
export interface ListOptions {
  provider?: string;
  service?: string;
  kind?: Kind;
  limit?: number;
  json?: boolean;
  lang: DisplayLanguage;
}

function unknownValue(filter: Filter, value: string, known: string[], lang: DisplayLanguage): UsageError {
  return new UsageError(localize(unknownFilterMessage({ filter, value, known }), lang));
}

/** Runs `list`: prints the catalog's codes, filtered by provider, service and kind. Returns the exit code. */
export function list({ catalog }: Engine, options: ListOptions): number {
  const { provider, service, kind, limit, json, lang } = options;
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
  const ofService = ofProvider.filter((entry) => service === undefined || entry.service === service);
  if (service !== undefined && ofService.length === 0) {
    throw unknownValue("service", service, [...new Set(ofProvider.map((entry) => entry.service))], lang);
  }
  const all = ofService.filter((entry) => kind === undefined || catalog.kind(entry) === kind);
  const entries = all.slice(0, limit);
  if (json) printJson(entries.map((entry) => toJson(entry, catalog)));
  else {
    const rows = entries.map((entry) => {
      const { code, product, more } = cellsOf(entry, catalog, lang);
      return [product, code, ...more];
    });
    printPainted(formatTable(rows, { strong: 1 }));
  }
  if (!json || entries.length < all.length) sayCount(entries.length, all.length, lang);
  return 0;
}
