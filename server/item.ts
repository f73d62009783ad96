import type { Catalog } from "../catalog/catalog.ts";
import type { Entry } from "../catalog/entry.ts";
import { linkOf } from "../catalog/markdown.ts";
import { kinds } from "../catalog/terms.ts";
import { type Reading, say } from "../catalog/text.ts";
import type { CodeItem } from "./protocol.ts";

/** An entry as lists show it. */
export function toItem(entry: Entry, catalog: Catalog, reading: Reading): CodeItem {
  const { provider, service, code, summary, httpStatus, messages } = entry;
  const kind = catalog.kind(entry);
  const link = linkOf(entry, catalog);
  return {
    provider,
    service,
    code,
    summary: say(summary, reading),
    meanings: summary,
    httpStatus,
    messages,
    ...(kind ? { kind, kindName: say(kinds[kind], reading) } : {}),
    ...(entry.officialMisspelling ? { officialMisspelling: true } : {}),
    ...(entry.deprecated ? { deprecated: true } : {}),
    ...(link ? { link } : {}),
    providerName: say(catalog.provider(provider)?.name, reading) || provider,
    serviceName: say(catalog.service(provider, service)?.name, reading) || service,
  };
}
