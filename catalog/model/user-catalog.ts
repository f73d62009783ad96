import type { CatalogData, Entry, Provider, Service } from "./entry.ts";
import { groupBy } from "./group-by.ts";

/** What a user's catalog file adds to the catalog. */
export interface UserCatalog extends Pick<CatalogData, "concepts"> {
  providers: Provider[];
  services: Service[];
  entries: Entry[];
  complete: boolean;
}

/** The built-in catalog with users' own: their entries come first, and add to or replace what is known of a code. */
export function withUserCatalogs(builtIn: CatalogData, userCatalogs: readonly UserCatalog[]): CatalogData {
  if (userCatalogs.length === 0) return builtIn;
  const added = mergeAlike(userCatalogs.flatMap(({ entries }) => entries));
  const known = groupBy(builtIn.entries, keyOf);
  const anywhere = groupBy(builtIn.entries, ({ provider, code }) => `${provider} ${code}`);
  const replaced = new Set<Entry>();
  const entries = added.map((entry) => {
    const same =
      known.get(keyOf(entry)) ??
      (entry.service === "common" ? anywhere.get(`${entry.provider} ${entry.code}`) : undefined);
    const [first] = same ?? [];
    if (!first) return entry;
    replaced.add(first);
    return enriched(first, entry);
  });
  const concepts = userCatalogs.flatMap((one) => one.concepts);
  const conceptIds = new Set(concepts.map(({ id }) => id));
  return {
    ...builtIn,
    providers: withProviders(builtIn, userCatalogs),
    services: withServices(builtIn, userCatalogs),
    concepts: [...concepts, ...builtIn.concepts.filter(({ id }) => !conceptIds.has(id))],
    entries: [...entries, ...builtIn.entries.filter((entry) => !replaced.has(entry))],
    complete: [...new Set(userCatalogs.filter(({ complete }) => complete).flatMap(providersIn))],
  };
}

function keyOf({ provider, service, code }: Entry): string {
  return `${provider} ${service} ${code}`;
}

function providersIn({ entries, services }: UserCatalog): string[] {
  return [...entries, ...services].map(({ provider }) => provider);
}

/** Several rows on one code are one entry. */
function mergeAlike(entries: Entry[]): Entry[] {
  return [...groupBy(entries, keyOf).values()].map((same) =>
    same.slice(1).reduce((whole, one) => enriched(one, whole), same[0] as Entry),
  );
}

/** What is known of a code, with what a user says of it in its place. */
function enriched(known: Entry, own: Entry): Entry {
  const both = <T>(a: readonly T[], b: readonly T[]) => [...new Set([...a, ...b])];
  return {
    ...known,
    ...own,
    service: known.service,
    httpStatus: own.httpStatus.length > 0 ? own.httpStatus : known.httpStatus,
    messages: both(own.messages, known.messages),
    summary: { ...known.summary, ...own.summary },
    source: [...own.source, ...known.source],
  };
}

/** Users' providers stand first; one of which only the id is known gets it for a name. */
function withProviders(builtIn: CatalogData, userCatalogs: readonly UserCatalog[]): Provider[] {
  const named = new Map(userCatalogs.flatMap(({ providers }) => providers).map((one) => [one.id, one]));
  for (const id of userCatalogs.flatMap(providersIn)) {
    if (named.has(id) || builtIn.providers.some((one) => one.id === id)) continue;
    named.set(id, bareProvider(id));
  }
  return [...named.values(), ...builtIn.providers.filter(({ id }) => !named.has(id))];
}

function bareProvider(id: string): Provider {
  const lists = { aliases: [], sharedFamilies: [], imports: [], hosts: [], responses: [] };
  return { id, name: { en: id }, links: {}, looseSpelling: false, ...lists };
}

function withServices(builtIn: CatalogData, userCatalogs: readonly UserCatalog[]): Service[] {
  const services = [...builtIn.services];
  for (const one of userCatalogs.flatMap((userCatalog) => userCatalog.services)) {
    if (services.some(({ provider, service }) => provider === one.provider && service === one.service))
      continue;
    services.push(one);
  }
  return services;
}
