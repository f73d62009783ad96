import { CodePrefixes } from "./code-prefixes.ts";
import type { CatalogData, Concept, Entry, Provider, Service } from "./entry.ts";
import type { Kind, Retry } from "./terms.ts";
import { wordsOf } from "./words.ts";

/** The catalog of error codes, indexed by code, spelling and concept. */
export class Catalog {
  readonly entries: readonly Entry[];
  readonly providers: readonly Provider[];
  readonly services: readonly Service[];
  /** The pinyin of each Chinese character, without its tone. */
  readonly pinyin: Readonly<Record<string, string>>;
  readonly #byCode: Map<string, Entry[]>;
  readonly #bySpelling: Map<string, Entry[]>;
  readonly #longestSpelling: number;
  readonly #byConcept: Map<string, Entry[]>;
  readonly concepts: readonly Concept[];
  readonly #concepts: Map<string, Concept>;
  readonly #complete: ReadonlySet<string>;
  /** The providers of each official code without an entry, by code. */
  readonly #known = new Map<string, readonly string[]>();
  #official: string[] | undefined;
  readonly #providers: ReadonlyMap<string, Provider>;
  readonly #providersByName: ReadonlyMap<string, Provider>;
  readonly #services: ReadonlyMap<string, Service>;
  readonly #prefixes: CodePrefixes;
  readonly #prefixesByProvider = new Map<string, CodePrefixes>();

  constructor(data: CatalogData) {
    this.entries = data.entries;
    this.providers = data.providers;
    this.services = data.services;
    this.pinyin = data.pinyin;
    this.#byCode = Map.groupBy(data.entries, (entry) => entry.code);
    const looseProviders = new Set(data.providers.filter((one) => one.looseSpelling).map(({ id }) => id));
    const looseEntries = data.entries.filter(({ provider }) => looseProviders.has(provider));
    this.#bySpelling = Map.groupBy(looseEntries, ({ code }) => normalizeSpelling(code));
    this.#longestSpelling = looseEntries.reduce((longest, { code }) => Math.max(longest, code.length), 0);
    this.#byConcept = Map.groupBy(data.entries, ({ concept }) => concept ?? "");
    for (const [provider, codes] of Object.entries(data.known)) {
      const onlyProvider = [provider];
      for (const code of codes) {
        const others = this.#known.get(code);
        this.#known.set(code, others ? [...others, provider] : onlyProvider);
      }
    }
    this.#complete = new Set(data.complete);
    // Of several with one name, the first counts.
    const providers = data.providers.toReversed();
    this.#providers = new Map(providers.map((one) => [one.id, one]));
    this.#providersByName = new Map(
      providers.flatMap((one) => namesOf(one).map((name): [string, Provider] => [name, one])),
    );
    this.#services = new Map(
      data.services.toReversed().map((one) => [`${one.provider} ${one.service}`, one]),
    );
    this.#prefixes = new CodePrefixes([...this.#byCode.keys()]);
    this.concepts = data.concepts;
    this.#concepts = new Map(data.concepts.map((concept) => [concept.id, concept]));
  }

  /**
   * Returns every entry with this code, of any provider. If there is none, returns the entries of providers whose SDKs
   * spell the code in this way (see `looseSpelling`).
   */
  entriesOf(code: string): readonly Entry[] {
    const found = this.#byCode.get(code);
    // Most texts that are looked up are not codes but, for example, sentences: do not normalise those.
    if (found || code.length > this.#longestSpelling) return found ?? [];
    return this.#bySpelling.get(normalizeSpelling(code)) ?? [];
  }

  /** Whether there is an entry with this code, see {@link entriesOf}. */
  hasEntry(code: string): boolean {
    return this.entriesOf(code).length > 0;
  }

  /** Whether a code is official at any provider, with or without an entry. */
  isOfficial(code: string): boolean {
    return this.hasEntry(code) || this.#known.has(code);
  }

  /** Returns the ids of the providers that have a code, with or without an entry. */
  providersOf(code: string): string[] {
    const explained = this.entriesOf(code).map(({ provider }) => provider);
    return [...new Set([...explained, ...(this.#known.get(code) ?? [])])];
  }

  /** Returns all distinct codes that have an entry. */
  codes(): Iterable<string> {
    return this.#byCode.keys();
  }

  /** All distinct official codes, with or without an entry. */
  get officialCodes(): readonly string[] {
    this.#official ??= [...new Set([...this.#byCode.keys(), ...this.#known.keys()])];
    return this.#official;
  }

  /** Returns the entry of a code in a service of a provider, or undefined if there is none. */
  find(provider: string, service: string, code: string): Entry | undefined {
    return this.entriesOf(code).find((entry) => entry.provider === provider && entry.service === service);
  }

  /** Whether a user has declared that the catalog lists every valid code of a provider. */
  isComplete(provider: string): boolean {
    return this.#complete.has(provider);
  }

  provider(id: string): Provider | undefined {
    return this.#providers.get(id);
  }

  /** Returns the provider with this id, name or alias, ignoring case. */
  providerNamed(name: string): Provider | undefined {
    return this.#providersByName.get(name.toLowerCase());
  }

  /** Returns the providers whose id, name or alias starts with a prefix, ignoring case. */
  providersWithPrefix(prefix: string): Provider[] {
    const wanted = prefix.toLowerCase();
    return this.providers.filter((provider) => namesOf(provider).some((name) => name.startsWith(wanted)));
  }

  service(provider: string, service: string): Service | undefined {
    return this.#services.get(`${provider} ${service}`);
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

  /**
   * Returns the distinct codes of the same provider below this one: the more specific codes that a comparison with this
   * one does not match.
   */
  children({ provider, code }: Entry): string[] {
    let prefixes = this.#prefixesByProvider.get(provider);
    if (!prefixes) {
      const own = this.entries.filter((one) => one.provider === provider);
      prefixes = new CodePrefixes([...new Set(own.map((one) => one.code))]);
      this.#prefixesByProvider.set(provider, prefixes);
    }
    return prefixes.codesWith(code + separatorOf(code));
  }

  /** Returns the equivalent entry of each other provider; providers without a sufficiently similar code are left out. */
  equivalents(entry: Entry): Entry[] {
    const concept = this.concept(entry);
    if (!concept) return [];
    const same = this.#byConcept.get(concept.id)?.filter(({ provider }) => provider !== entry.provider) ?? [];
    const conceptWords = wordsOf(`${entry.code} ${concept.id} ${concept.kind} ${concept.name.en ?? ""}`);
    const groups = Map.groupBy(same, ({ provider }) => provider);
    return [...groups.values()].flatMap(
      (group) => mostSimilar(entry, group, conceptWords, concept.kind) ?? [],
    );
  }

  /** Returns the codes with an entry that start with a prefix, such as a family and its dot. */
  codesWithPrefix(prefix: string): string[] {
    return this.#prefixes.codesWith(prefix);
  }
}

/** Returns the character that joins a code to the rest of the more specific codes below it. */
export function separatorOf(code: string): string {
  return code.includes("_") || code === code.toUpperCase() ? "_" : ".";
}

function namesOf({ id, name, aliases }: Provider): string[] {
  return [id, name.en, name["zh-CN"], ...aliases].flatMap((one) => one?.toLowerCase() ?? []);
}

/** Kinds whose codes name the resource that they are about. */
const resourceKinds: ReadonlySet<Kind> = new Set(["not-found", "conflict"]);

/** Words that do not indicate which resource a code is about. */
const vagueWords: ReadonlySet<string> = new Set(
  [
    "error",
    "exception",
    "failed",
    "failure",
    "id",
    "ids",
    "invalid",
    "name",
    "operation",
    "parameter",
    "request",
    "value",
  ].concat(["a", "by", "for", "has", "in", "is", "no", "not", "of", "such", "the", "to", "with"]),
);

/** If a provider has more common codes than this for a concept, none of them represents the concept by default. */
const maximumCommonCodes = 2;

/**
 * Returns the entry of `group`, one provider's codes for a concept, that is most similar to another provider's code. It
 * must not be about something else as well (`InvalidOwnerId` for `InvalidParameter`), unless it is one of the few common
 * codes of its provider for the concept.
 */
function mostSimilar({ code }: Entry, group: Entry[], conceptWords: string[], kind: Kind): Entry | undefined {
  const codeWords = wordsOf(code);
  const common = group.filter(({ service }) => service === "common");
  const scored = group.map((one) => {
    const otherWords = [...new Set(wordsOf(one.code))];
    const unexplained = otherWords.filter((word) => !conceptWords.some((known) => isSameWord(known, word)));
    const explainedShare = 1 - unexplained.length / otherWords.length;
    // A code for a missing disk is no equivalent of a code for a missing gateway.
    const penalty = resourceKinds.has(kind) && unexplained.some((word) => !vagueWords.has(word)) ? 0.5 : 0;
    const sharedShare =
      otherWords.filter((word) => codeWords.includes(word)).length /
      Math.max(codeWords.length, otherWords.length);
    const bonus =
      (one.service === "common" ? 0.6 : 0) +
      (one.code === code ? 1 : 0) -
      (one.officialMisspelling ? 0.5 : 0);
    return { one, explainedShare, score: explainedShare + sharedShare + bonus - penalty };
  });
  scored.sort((a, b) => b.score - a.score || a.one.code.length - b.one.code.length);
  const [best] = scored;
  if (best && best.explainedShare >= 0.5) return best.one;
  return common.length <= maximumCommonCodes ? common[0] : undefined;
}

/** Whether two words differ only in their ending, such as `limit` and `limited`. */
function isSameWord(a: string, b: string): boolean {
  return (
    a === b || (a.length > 3 && b.length > 3 && (a.startsWith(b.slice(0, 5)) || b.startsWith(a.slice(0, 5))))
  );
}

/** Returns a code in upper case with uniform separators, for comparisons that ignore both. */
function normalizeSpelling(code: string): string {
  return code.toUpperCase().replace(/[.-]/g, "_");
}
