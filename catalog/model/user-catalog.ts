import type { CompiledCatalog } from "./compiled/compiled-catalog.ts";
import type { CatalogData, Entry, Provider, Service } from "./entry.ts";

/** What a user's catalog file adds to the catalog. */
export interface UserCatalog extends Pick<CatalogData, "concepts"> {
  providers: Provider[];
  services: Service[];
  entries: Entry[];
  /** Whether it lists every valid code of its providers. */
  complete: boolean;
  /** By what files and responses of providers are recognised, beside what a catalog says of the provider itself. */
  clues?: readonly ProviderClues[];
}

/** What a configuration states of the provider of a catalog. */
export interface ProviderClues {
  provider: string;
  name?: string;
  imports: readonly string[];
  hosts: readonly string[];
}

/** Users' entries, merged with those that they extend, with all that they refer to; and the numbers of the latter. */
interface Merged {
  data: CatalogData;
  replaced: ReadonlySet<number>;
}

/** Merges users' catalogs into the built-in one: their entries come first, and extend or override built-in entries. */
export function merge(builtIn: CompiledCatalog, userCatalogs: readonly UserCatalog[]): Merged {
  const added = mergeDuplicates(userCatalogs.flatMap(({ entries }) => entries));
  const replaced = new Set<number>();
  const entries = added.map((entry) => {
    const index = builtInEntryOf(entry, builtIn);
    if (index === undefined) return entry;
    replaced.add(index);
    return override(builtIn.entry(index), entry);
  });
  const concepts = userCatalogs.flatMap((one) => one.concepts);
  const conceptIds = new Set(concepts.map(({ id }) => id));
  const data: CatalogData = {
    providers: withProviders(builtIn, userCatalogs),
    services: withServices(builtIn, userCatalogs),
    concepts: [...concepts, ...builtIn.concepts.filter(({ id }) => !conceptIds.has(id))],
    entries,
    known: {},
    pinyin: {},
    complete: [...new Set(userCatalogs.filter(({ complete }) => complete).flatMap(providersIn))],
  };
  return { data, replaced };
}

/** Returns the number of the built-in entry that a user's entry extends, if any: its own or, if it is common, any. */
function builtInEntryOf({ provider, service, code }: Entry, builtIn: CompiledCatalog): number | undefined {
  const ofProvider = [...builtIn.entriesOfCode(builtIn.codeNumber(code))].filter(
    (index) => builtIn.keyOf(index).provider === provider,
  );
  const own = ofProvider.find((index) => builtIn.keyOf(index).service === service);
  return own ?? (service === "common" ? ofProvider[0] : undefined);
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
function withProviders(builtIn: CompiledCatalog, userCatalogs: readonly UserCatalog[]): Provider[] {
  const named = new Map(userCatalogs.flatMap(({ providers }) => providers).map((one) => [one.id, one]));
  for (const id of userCatalogs.flatMap(providersIn)) {
    if (named.has(id) || builtIn.providers.some((one) => one.id === id)) continue;
    named.set(id, bareProvider(id));
  }
  const all = [...named.values(), ...builtIn.providers.filter(({ id }) => !named.has(id))];
  const clues = Map.groupBy(
    userCatalogs.flatMap(({ clues = [] }) => clues),
    ({ provider }) => provider,
  );
  return all.map((one) => withClues(one, clues.get(one.id) ?? []));
}

/** Adds what configurations state of a provider; a name counts if no catalog gives it one. */
function withClues(provider: Provider, clues: readonly ProviderClues[]): Provider {
  if (clues.length === 0) return provider;
  const { id, name } = provider;
  const stated = clues.find((clue) => clue.name !== undefined)?.name;
  return {
    ...provider,
    name: name.en === id && stated !== undefined ? { en: stated } : name,
    imports: [...new Set([...provider.imports, ...clues.flatMap(({ imports }) => imports)])],
    hosts: [...new Set([...provider.hosts, ...clues.flatMap(({ hosts }) => hosts)])],
  };
}

function bareProvider(id: string): Provider {
  const lists = { aliases: [], sharedFamilies: [], partial: [], imports: [], hosts: [], responses: [] };
  return { id, name: { en: id }, links: {}, looseSpelling: false, ...lists };
}

function withServices(builtIn: CompiledCatalog, userCatalogs: readonly UserCatalog[]): Service[] {
  const all = [...builtIn.services, ...userCatalogs.flatMap(({ services }) => services)];
  const first = new Map(all.toReversed().map((one) => [`${one.provider} ${one.service}`, one]));
  return all.filter((one) => first.get(`${one.provider} ${one.service}`) === one);
}
