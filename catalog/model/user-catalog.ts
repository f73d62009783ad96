import type { CatalogData, Entry, Provider, Service } from "./entry.ts";

/** What a user's catalog file adds to the catalog. */
export interface UserCatalog extends Pick<CatalogData, "concepts"> {
  providers: Provider[];
  services: Service[];
  entries: Entry[];
  /** Whether it lists every valid code of its providers. */
  complete: boolean;
}

/** Merges users' catalogs into the built-in one: their entries come first, and extend or override built-in entries. */
export function withUserCatalogs(builtIn: CatalogData, userCatalogs: readonly UserCatalog[]): CatalogData {
  if (userCatalogs.length === 0) return builtIn;
  const added = mergeDuplicates(userCatalogs.flatMap(({ entries }) => entries));
  const byKey = Map.groupBy(builtIn.entries, keyOf);
  const byCode = Map.groupBy(builtIn.entries, ({ provider, code }) => `${provider} ${code}`);
  const replaced = new Set<Entry>();
  const entries = added.map((entry) => {
    const builtInEntries =
      byKey.get(keyOf(entry)) ??
      (entry.service === "common" ? byCode.get(`${entry.provider} ${entry.code}`) : undefined);
    const [first] = builtInEntries ?? [];
    if (!first) return entry;
    replaced.add(first);
    return override(first, entry);
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

/** Merges the entries of one code into one; earlier entries take precedence. */
function mergeDuplicates(entries: Entry[]): Entry[] {
  return [...Map.groupBy(entries, keyOf).values()].map((same) => {
    const [first, ...others] = same as [Entry, ...Entry[]];
    if (others.length === 0) return first;
    return {
      ...others.reduce((merged, one) => override({ ...one, messages: [], source: [] }, merged), {
        ...first,
        messages: [],
        source: [],
      }),
      messages: [...new Set(same.flatMap(({ messages }) => messages))],
      source: same.flatMap(({ source }) => source),
    };
  });
}

/** Returns the entry `base` overridden by `own`: its fields replace those of `base`, messages and sources are joined. */
function override(base: Entry, own: Entry): Entry {
  const union = <T>(a: readonly T[], b: readonly T[]) => [...new Set([...a, ...b])];
  return {
    ...base,
    ...own,
    service: base.service,
    httpStatus: own.httpStatus.length > 0 ? own.httpStatus : base.httpStatus,
    messages: union(own.messages, base.messages),
    summary: { ...base.summary, ...own.summary },
    source: [...own.source, ...base.source],
  };
}

/** Users' providers come first; a provider of which only the id is known is named by it. */
function withProviders(builtIn: CatalogData, userCatalogs: readonly UserCatalog[]): Provider[] {
  const named = new Map(userCatalogs.flatMap(({ providers }) => providers).map((one) => [one.id, one]));
  for (const id of userCatalogs.flatMap(providersIn)) {
    if (named.has(id) || builtIn.providers.some((one) => one.id === id)) continue;
    named.set(id, bareProvider(id));
  }
  return [...named.values(), ...builtIn.providers.filter(({ id }) => !named.has(id))];
}

function bareProvider(id: string): Provider {
  const lists = { aliases: [], sharedFamilies: [], partial: [], imports: [], hosts: [], responses: [] };
  return { id, name: { en: id }, links: {}, looseSpelling: false, ...lists };
}

function withServices(builtIn: CatalogData, userCatalogs: readonly UserCatalog[]): Service[] {
  const all = [...builtIn.services, ...userCatalogs.flatMap(({ services }) => services)];
  const first = new Map(all.toReversed().map((one) => [`${one.provider} ${one.service}`, one]));
  return all.filter((one) => first.get(`${one.provider} ${one.service}`) === one);
}
