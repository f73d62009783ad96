import type { CatalogData, Concept, Entry, Provider, Service } from "./entry.ts";
import { groupBy } from "./group-by.ts";
import type { Kind, Retry } from "./terms.ts";
import { words } from "./words.ts";

/** The indexed whole of what is known of error codes. */
export class Catalog {
  readonly entries: readonly Entry[];
  readonly providers: readonly Provider[];
  readonly services: readonly Service[];
  /** How each Chinese character is typed, without its tone. */
  readonly pinyin: Readonly<Record<string, string>>;
  readonly #byCode: Map<string, Entry[]>;
  readonly #bySpelling: Map<string, Entry[]>;
  readonly #byConcept: Map<string, Entry[]>;
  readonly #concepts: Map<string, Concept>;
  readonly #known: Set<string>;
  #vocabulary: Set<string> | undefined;

  constructor(data: CatalogData) {
    this.entries = data.entries;
    this.providers = data.providers;
    this.services = data.services;
    this.pinyin = data.pinyin;
    this.#byCode = groupBy(data.entries, (entry) => entry.code);
    const loose = new Set(data.providers.filter((one) => one.looseSpelling).map(({ id }) => id));
    const spelled = data.entries.filter(({ provider }) => loose.has(provider));
    this.#bySpelling = groupBy(spelled, ({ code }) => spelling(code));
    this.#byConcept = groupBy(data.entries, ({ concept }) => concept ?? "");
    this.#known = new Set(Object.values(data.known).flat());
    this.#concepts = new Map(data.concepts.map((concept) => [concept.id, concept]));
  }

  /** Every entry with this code, of any provider; where none is, those whose provider's SDKs spell it so. */
  get(code: string): readonly Entry[] {
    return this.#byCode.get(code) ?? this.#bySpelling.get(spelling(code)) ?? [];
  }

  /** Whether there is an entry with this code. */
  has(code: string): boolean {
    return this.get(code).length > 0;
  }

  /** Whether a code is official at any provider, explained or not. */
  knows(code: string): boolean {
    return this.has(code) || this.#known.has(code);
  }

  /** All distinct codes with an entry. */
  codes(): Iterable<string> {
    return this.#byCode.keys();
  }

  /** The one entry with these keys. */
  find(provider: string, service: string, code: string): Entry | undefined {
    return this.get(code).find((entry) => entry.provider === provider && entry.service === service);
  }

  provider(id: string): Provider | undefined {
    return this.providers.find((provider) => provider.id === id);
  }

  /** The provider with this id or one of its names or aliases, whatever the case. */
  providerNamed(name: string): Provider | undefined {
    const wanted = name.toLowerCase();
    return this.providers.find((provider) => namesOf(provider).includes(wanted));
  }

  /** The providers one of whose names begins with a text, whatever the case. */
  providersNamed(prefix: string): Provider[] {
    const wanted = prefix.toLowerCase();
    return this.providers.filter((provider) => namesOf(provider).some((name) => name.startsWith(wanted)));
  }

  service(provider: string, service: string): Service | undefined {
    return this.services.find((one) => one.provider === provider && one.service === service);
  }

  concept(entry: Entry): Concept | undefined {
    return entry.concept === undefined ? undefined : this.#concepts.get(entry.concept);
  }

  kind(entry: Entry): Kind | undefined {
    return entry.kind ?? this.concept(entry)?.kind;
  }

  retry(entry: Entry): Retry | undefined {
    return entry.retry ?? this.concept(entry)?.retry;
  }

  /** The codes of a provider below this one: the more specific ones that a comparison with it does not match. */
  children({ provider, code }: Entry): string[] {
    const separator = code.includes("_") || code === code.toUpperCase() ? "_" : ".";
    const below = this.entries.filter(
      (one) => one.provider === provider && one.code.startsWith(code + separator),
    );
    return [...new Set(below.map((one) => one.code))];
  }

  /** The code that means the same on each other provider: of several the one that all services share, or the shortest. */
  equivalents({ concept, provider }: Entry): Entry[] {
    if (concept === undefined) return [];
    const same = this.#byConcept.get(concept)?.filter((one) => one.provider !== provider) ?? [];
    const rank = ({ service, code, officialMisspelling }: Entry) =>
      (service === "common" ? 0 : 1000) + code.length + (officialMisspelling ? 500 : 0);
    const groups = groupBy(same, (one) => one.provider);
    return [...groups.values()].flatMap((group) => group.toSorted((a, b) => rank(a) - rank(b))[0] ?? []);
  }

  /** The codes that begin with a prefix, such as a family with its dot. */
  startingWith(prefix: string): string[] {
    return [...this.codes()].filter((code) => code.startsWith(prefix));
  }

  /** Every word that occurs in any code, lower-cased: a word outside it makes a near miss suspicious. */
  get vocabulary(): ReadonlySet<string> {
    this.#vocabulary ??= new Set([...this.codes()].flatMap(words));
    return this.#vocabulary;
  }
}

function namesOf({ id, name, aliases }: Provider): string[] {
  return [id, name.en, name["zh-CN"], ...aliases].flatMap((one) => one?.toLowerCase() ?? []);
}

/** A code without regard to case and separators. */
function spelling(code: string): string {
  return code.toUpperCase().replace(/[.-]/g, "_");
}
