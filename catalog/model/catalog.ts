import type { Kind, Retry } from "../schema/terms.ts";
import { compiledInMemory } from "./compiled/compile.ts";
import { CompiledCatalog, type EntryKey } from "./compiled/compiled-catalog.ts";
import type { CatalogData, Concept, Entry, Provider, Service } from "./entry.ts";
import { equivalentsIn } from "./equivalents.ts";
import { repeatedEntriesOf } from "./explained.ts";
import { type CatalogLayer, type EntryRow, type OfficialCodes, officialCodesOf } from "./layer.ts";
import { type Layers, layersOf, layersWithSdk } from "./layers.ts";
import { LooseSpelling } from "./loose-spelling.ts";
import { providerNamed, providersWithPrefix } from "./provider-names.ts";
import { type SdkAdditions, SdkStatements } from "./sdk-statements.ts";
import { atOnce, type Slices } from "./slices.ts";
import type { UserCatalog } from "./user-catalog.ts";
import { separatorOf } from "./words.ts";

/** Of so many codes the providers are kept. */
const maximumCached = 1000;

/** The catalog of error codes: a compiled one, over which users' own are merged. */
export class Catalog {
  /** The compiled catalogs that it consists of; the entries of the first come first. */
  readonly layers: readonly CatalogLayer[];
  readonly #layers: Layers;
  readonly #own: CompiledCatalog;
  readonly #sdk: SdkAdditions | undefined;
  readonly #spelledLoosely: LooseSpelling;
  readonly #byCode = new Map<string, readonly Entry[]>();
  /** The providers of codes that were asked for last: of one in a document, several rules ask, again and again. */
  readonly #providersOfCodes = new Map<string, readonly string[]>();
  readonly #equivalents = new WeakMap<Entry, readonly Entry[]>();
  #sameCodes: Catalog | undefined;
  #concepts: Map<string, Concept> | undefined;
  #services: Map<string, Service> | undefined;
  #official: OfficialCodes | undefined;

  /** `layers` are those of users' catalogs over the built-in one; `sdk` is what installed SDKs add to them. */
  constructor(
    builtIn: CompiledCatalog | CatalogData,
    { layers, sdk }: { layers?: Layers; sdk?: SdkAdditions } = {},
  ) {
    const compiled = builtIn instanceof CompiledCatalog ? builtIn : compiledInMemory(builtIn);
    const base = layers ?? atOnce(layersOf(compiled, []));
    this.#layers = sdk ? layersWithSdk(base, sdk) : base;
    this.layers = this.#layers.all;
    this.#own = this.#layers.own;
    this.#sdk = sdk;
    this.#spelledLoosely = new LooseSpelling(this.layers, (id) => this.provider(id)?.looseSpelling ?? false);
  }

  /** Returns the built-in catalog with users' own merged over it, in slices. */
  *with(userCatalogs: readonly UserCatalog[]): Slices<Catalog> {
    const { builtIn } = this.#layers;
    return new Catalog(builtIn, { layers: yield* layersOf(builtIn, userCatalogs) });
  }

  /** Returns this catalog with what installed SDKs add to it. */
  withSdk(additions: SdkAdditions): Catalog {
    const catalog = new Catalog(this.#layers.builtIn, { layers: this.#layers, sdk: additions });
    if (additions.entries.length === 0) catalog.#sameCodes = this.indexed;
    return catalog;
  }

  /** The catalog whose indexes of codes serve for this one: itself, unless they differ only in the words of SDKs. */
  get indexed(): Catalog {
    return this.#sameCodes ?? this;
  }

  /** What installed SDKs say of codes. */
  get sdkStatements(): SdkStatements {
    return this.#sdk?.statements ?? noStatements;
  }

  get providers(): readonly Provider[] {
    return this.#own.providers;
  }

  get services(): readonly Service[] {
    return this.#own.services;
  }

  get concepts(): readonly Concept[] {
    return this.#own.concepts;
  }

  /** The pinyin of each Chinese character, without its tone. */
  get pinyin(): Readonly<Record<string, string>> {
    return this.#layers.builtIn.pinyin;
  }

  /** The number of entries. */
  get size(): number {
    return this.layers.reduce((sum, { size }) => sum + size, 0);
  }

  /** All entries. They are decoded, and kept: ask for fewer where many are there. */
  get entries(): readonly Entry[] {
    return this.layers.flatMap((layer) => [...layer.indexes()].map((index) => layer.entry(index)));
  }

  /**
   * Returns the entries with this code, of any provider, without those that are repeated. If there is none, returns the
   * entries of providers whose SDKs spell the code in this way (see `looseSpelling`).
   */
  entriesOf(code: string): readonly Entry[] {
    const decoded = this.#byCode.get(code);
    if (decoded) return decoded;
    if (!this.#hasExactEntry(code)) return this.#spelledLoosely.entriesOf(code);
    const found = this.layers.flatMap((layer) =>
      layer
        .entriesOf(code)
        .filter((index) => !layer.isRepeated(index))
        .map((index) => layer.entry(index)),
    );
    this.#byCode.set(code, found);
    return found;
  }

  /** Returns the entries with exactly this code without decoding them. */
  rowsOf(code: string): EntryRow[] {
    return this.layers.flatMap((layer) => layer.entriesOf(code).map((index) => layer.row(index)));
  }

  /** Whether there is an entry with this code, see {@link entriesOf}. */
  hasEntry(code: string): boolean {
    return this.#hasExactEntry(code) || this.#spelledLoosely.entriesOf(code).length > 0;
  }

  #hasExactEntry(code: string): boolean {
    for (const layer of this.layers) if (layer.hasEntry(code)) return true;
    return false;
  }

  /** Whether a code is official at any provider, with or without an entry. */
  isOfficial(code: string): boolean {
    return this.layers.some(({ table }) => table.codeNumber(code) >= 0) || this.hasEntry(code);
  }

  /** Returns the ids of the providers that have a code, with or without an entry. */
  providersOf(code: string): readonly string[] {
    let found = this.#providersOfCodes.get(code);
    if (!found) {
      found = this.#findProvidersOf(code);
      if (this.#providersOfCodes.size === maximumCached) this.#providersOfCodes.clear();
      this.#providersOfCodes.set(code, found);
    }
    return found;
  }

  #findProvidersOf(code: string): string[] {
    const found: string[] = [];
    const add = (provider: string) => {
      if (!found.includes(provider)) found.push(provider);
    };
    for (const layer of this.layers) layer.forEachProviderOf(code, add);
    if (found.length === 0) for (const { provider } of this.#spelledLoosely.entriesOf(code)) add(provider);
    for (const layer of this.layers) for (const provider of layer.knownProvidersOf(code)) add(provider);
    return found;
  }

  /** Returns all distinct codes that have an entry. */
  codes(): readonly string[] {
    this.#official ??= officialCodesOf(this.layers);
    return this.#official.codes.slice(0, this.#official.explained);
  }

  /** All distinct official codes, those with an entry first. */
  get officialCodes(): readonly string[] {
    this.#official ??= officialCodesOf(this.layers);
    return this.#official.codes;
  }

  /** Returns the entry of a code in a service of a provider, or undefined if there is none. */
  find(provider: string, service: string, code: string): Entry | undefined {
    const isMeant = (entry: Entry) => entry.provider === provider && entry.service === service;
    return (
      this.entriesOf(code).find(isMeant) ??
      repeatedEntriesOf(code, this, (one) => one.provider === provider && one.service === service)[0]
    );
  }

  /** Returns the entries of a provider, or of one of its services. */
  entriesIn(provider: string, service?: string): Entry[] {
    return this.layers.flatMap((layer) =>
      layer.indexesIn(provider, service).map((index) => layer.entry(index)),
    );
  }

  /** Returns the entries of a provider whose codes begin with a text. */
  entriesWithPrefix(provider: string, prefix: string): Entry[] {
    return this.layers.flatMap((layer) =>
      layer
        .entriesWithPrefix(prefix)
        .filter((index) => layer.table.keyOf(index).provider === provider)
        .map((index) => layer.entry(index)),
    );
  }

  /** Whether a user has declared that the catalog lists every valid code of a provider. */
  isComplete(provider: string): boolean {
    return this.#own.complete.includes(provider);
  }

  provider(id: string): Provider | undefined {
    return this.providers.find((provider) => provider.id === id);
  }

  /** Returns the provider with this id, name or alias, ignoring case. */
  providerNamed(name: string): Provider | undefined {
    return providerNamed(this.providers, name);
  }

  /** Returns the providers whose id, name or alias starts with a prefix, ignoring case. */
  providersWithPrefix(prefix: string): Provider[] {
    return providersWithPrefix(this.providers, prefix);
  }

  service(provider: string, service: string): Service | undefined {
    this.#services ??= new Map(this.services.map((one) => [`${one.provider} ${one.service}`, one]));
    return this.#services.get(`${provider} ${service}`);
  }

  concept(entry: Pick<Entry, "concept">): Concept | undefined {
    return entry.concept === undefined ? undefined : this.conceptWithId(entry.concept);
  }

  conceptWithId(id: string): Concept | undefined {
    this.#concepts ??= new Map(this.concepts.map((concept) => [concept.id, concept]));
    return this.#concepts.get(id);
  }

  kind(entry: Pick<Entry, "concept" | "kind">): Kind | undefined {
    return entry.kind ?? this.concept(entry)?.kind;
  }

  retry(entry: Pick<Entry, "concept" | "retry">): Retry | undefined {
    return entry.retry ?? this.concept(entry)?.retry;
  }

  /**
   * Returns the distinct codes of the same provider below this one: the more specific codes that a comparison with this
   * one does not match.
   */
  children({ provider, code }: Entry): string[] {
    const descendants = this.#keysWithPrefix(code + separatorOf(code));
    return [...new Set(descendants.flatMap((one) => (one.provider === provider ? one.code : [])))];
  }

  /** Returns the equivalent entry of each other provider; providers without a code that means the same are left out. */
  equivalents(entry: Entry): readonly Entry[] {
    let found = this.#equivalents.get(entry);
    if (!found) {
      found = equivalentsIn(this.layers, entry, this.concept(entry));
      this.#equivalents.set(entry, found);
    }
    return found;
  }

  /** Returns the codes with an entry that start with a prefix, such as a family and its dot. */
  codesWithPrefix(prefix: string): string[] {
    return [...new Set(this.#keysWithPrefix(prefix).map(({ code }) => code))];
  }

  #keysWithPrefix(prefix: string): EntryKey[] {
    return this.layers.flatMap((layer) =>
      layer.entriesWithPrefix(prefix).map((index) => layer.table.keyOf(index)),
    );
  }
}

const noStatements = new SdkStatements([]);
