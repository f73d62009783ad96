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
  readonly #longestSpelling: number;
  readonly #byConcept: Map<string, Entry[]>;
  readonly concepts: readonly Concept[];
  readonly #concepts: Map<string, Concept>;
  readonly #complete: ReadonlySet<string>;
  /** The providers of official codes without an entry. */
  readonly #known = new Map<string, readonly string[]>();
  #official: string[] | undefined;
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
    this.#longestSpelling = spelled.reduce((most, { code }) => Math.max(most, code.length), 0);
    this.#byConcept = groupBy(data.entries, ({ concept }) => concept ?? "");
    for (const [provider, codes] of Object.entries(data.known)) {
      const alone = [provider];
      for (const code of codes) {
        const others = this.#known.get(code);
        this.#known.set(code, others ? [...others, provider] : alone);
      }
    }
    this.#complete = new Set(data.complete);
    this.concepts = data.concepts;
    this.#concepts = new Map(data.concepts.map((concept) => [concept.id, concept]));
  }

  /** Every entry with this code, of any provider; where none is, those whose provider's SDKs spell it so. */
  get(code: string): readonly Entry[] {
    const found = this.#byCode.get(code);
    // Most that is asked for is no code, and many a sentence.
    if (found || code.length > this.#longestSpelling) return found ?? [];
    return this.#bySpelling.get(spelling(code)) ?? [];
  }

  /** Whether there is an entry with this code. */
  has(code: string): boolean {
    return this.get(code).length > 0;
  }

  /** Whether a code is official at any provider, explained or not. */
  knows(code: string): boolean {
    return this.has(code) || this.#known.has(code);
  }

  /** The providers that have a code, explained or not. */
  owners(code: string): string[] {
    const explained = this.get(code).map(({ provider }) => provider);
    return [...new Set([...explained, ...(this.#known.get(code) ?? [])])];
  }

  /** All distinct codes with an entry. */
  codes(): Iterable<string> {
    return this.#byCode.keys();
  }

  /** All distinct official codes, explained or not. */
  get official(): readonly string[] {
    this.#official ??= [...new Set([...this.#byCode.keys(), ...this.#known.keys()])];
    return this.#official;
  }

  /** The one entry with these keys. */
  find(provider: string, service: string, code: string): Entry | undefined {
    return this.get(code).find((entry) => entry.provider === provider && entry.service === service);
  }

  /** Whether every valid code of a provider is known, because a user says so. */
  isComplete(provider: string): boolean {
    return this.#complete.has(provider);
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

  /** The code that means the same on each other provider; one that has no code near enough is left out. */
  equivalents(entry: Entry): Entry[] {
    const concept = this.concept(entry);
    if (!concept) return [];
    const same = this.#byConcept.get(concept.id)?.filter(({ provider }) => provider !== entry.provider) ?? [];
    const meaning = words(`${entry.code} ${concept.id} ${concept.kind} ${concept.name.en ?? ""}`);
    const groups = groupBy(same, ({ provider }) => provider);
    return [...groups.values()].flatMap((group) => mostAlike(entry, group, meaning, concept.kind) ?? []);
  }

  /** The codes that begin with a prefix, such as a family with its dot. */
  startingWith(prefix: string): string[] {
    return [...this.codes()].filter((code) => code.startsWith(prefix));
  }

  /** Every word that occurs in any official code, lower-cased: a word outside it makes a near miss suspicious. */
  get vocabulary(): ReadonlySet<string> {
    this.#vocabulary ??= new Set(this.official.flatMap(words));
    return this.#vocabulary;
  }
}

function namesOf({ id, name, aliases }: Provider): string[] {
  return [id, name.en, name["zh-CN"], ...aliases].flatMap((one) => one?.toLowerCase() ?? []);
}

/** Kinds whose codes name the thing that they are about. */
const ofThings: ReadonlySet<Kind> = new Set(["not-found", "conflict"]);

/** Words that say nothing of what a code is about. */
const vague: ReadonlySet<string> = new Set(
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

/** A provider with more codes than this for a meaning has none that stands for it by being the only one. */
const fewCodes = 2;

/**
 * Of one provider's codes for a meaning, the one most like another provider's. It must not be about something else
 * besides (`InvalidOwnerId` for `InvalidParameter`), unless it is all that the provider's services share.
 */
function mostAlike({ code }: Entry, group: Entry[], meaning: string[], kind: Kind): Entry | undefined {
  const own = words(code);
  const common = group.filter(({ service }) => service === "common");
  const rated = group.map((one) => {
    const other = [...new Set(words(one.code))];
    const strange = other.filter((word) => !meaning.some((known) => isSameWord(known, word)));
    const explained = 1 - strange.length / other.length;
    // A disk that is not found is nothing like a gateway that is not.
    const aside = ofThings.has(kind) && strange.some((word) => !vague.has(word)) ? 0.5 : 0;
    const shared = other.filter((word) => own.includes(word)).length / Math.max(own.length, other.length);
    const bonus =
      (one.service === "common" ? 0.6 : 0) +
      (one.code === code ? 1 : 0) -
      (one.officialMisspelling ? 0.5 : 0);
    return { one, explained, likeness: explained + shared + bonus - aside };
  });
  rated.sort((a, b) => b.likeness - a.likeness || a.one.code.length - b.one.code.length);
  const [best] = rated;
  if (best && best.explained >= 0.5) return best.one;
  return common.length <= fewCodes ? common[0] : undefined;
}

/** Whether two words are one but for their ending: `limit` and `limited`. */
function isSameWord(a: string, b: string): boolean {
  return (
    a === b || (a.length > 3 && b.length > 3 && (a.startsWith(b.slice(0, 5)) || b.startsWith(a.slice(0, 5))))
  );
}

/** A code without regard to case and separators. */
function spelling(code: string): string {
  return code.toUpperCase().replace(/[.-]/g, "_");
}
