import { facts } from "../../catalog/markdown.ts";
import { type Reading, say } from "../../catalog/text.ts";
import { type Engine, UsageError } from "./engine.ts";
import { columns, print, printJson, toJson } from "./output.ts";

/** Flags of `list`. */
export interface ListOptions {
  provider?: string;
  service?: string;
  json?: boolean;
  lang: Reading;
}

/** `list`: the catalog's codes, narrowed by provider and service. */
export function list({ catalog }: Engine, { provider, service, json, lang }: ListOptions): number {
  const wanted = provider === undefined ? undefined : catalog.providerNamed(provider);
  if (provider !== undefined && !wanted) {
    const known = catalog.providers.map(({ id }) => id).join(", ");
    throw new UsageError(`There is no provider '${provider}'. Known providers: ${known}.`);
  }
  const ofProvider = catalog.entries.filter((entry) => !wanted || entry.provider === wanted.id);
  const entries = ofProvider.filter((entry) => service === undefined || entry.service === service);
  if (service !== undefined && entries.length === 0) {
    const known = [...new Set(ofProvider.map((entry) => entry.service))].join(", ");
    throw new UsageError(`There is no service '${service}'. Known services: ${known}.`);
  }
  if (json) printJson(entries.map((entry) => toJson(entry, catalog)));
  else {
    const rows = entries.map((entry) => {
      const [provider = "", service = ""] = facts(entry, catalog, lang);
      return [`${provider} · ${service}`, entry.code, entry.httpStatus.join("/"), say(entry.summary, lang)];
    });
    print(columns(rows));
  }
  return 0;
}
