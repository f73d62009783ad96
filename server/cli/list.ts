import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
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

/** An entry that is decoded when it is asked for. */
interface Place {
  provider: string;
  service: string;
  entry(): Entry;
}

function placesIn({ layers }: Catalog): Place[] {
  return layers.flatMap((layer) =>
    [...layer.indexes()].map((index) => {
      const { provider, service } = layer.table.keyOf(index);
      return { provider, service, entry: () => layer.entry(index) };
    }),
  );
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
  const ofProvider = placesIn(catalog).filter((place) => !selected || place.provider === selected.id);
  const ofService = ofProvider.filter(
    (place) => service === undefined || place.service.toLowerCase() === service.toLowerCase(),
  );
  if (service !== undefined && ofService.length === 0) {
    throw unknownValue("service", service, [...new Set(ofProvider.map((place) => place.service))], lang);
  }
  const all = ofService.filter((place) => kind === undefined || catalog.kind(place.entry()) === kind);
  const entries = all.slice(0, limit).map((place) => place.entry());
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
