/** A provider that a file is inferred to work with, and the reason. */
export interface InferredProvider {
  provider: string;
  /** The kind of sign with the highest weight. */
  sign: Sign;
  /** The sign itself: the imported package, the host, the code … */
  what: string;
  /** The kind and the sign for machine-readable output: `import tencentcloud-sdk-nodejs`. */
  reason: string;
}

/** The weight of each kind of sign. If a file is pinned, no other sign counts. */
const weights = {
  pin: 1000,
  import: 100,
  key: 60,
  host: 40,
  configuration: 30,
  folder: 20,
  manifest: 10,
  response: 5,
  code: 5,
  "shared code": 1,
};

/** A kind of sign that a file works with a provider. */
export type Sign = keyof typeof weights;

/** The kinds of signs that leave no doubt: the file itself or the configuration of its project names the provider. */
export const certainSigns: ReadonlySet<Sign> = new Set<Sign>([
  "pin",
  "import",
  "key",
  "host",
  "configuration",
]);

/** Adds up the weights of the signs for each provider, and keeps the sign with the highest weight. */
export class Tally {
  /** `provider sign` of signs that are counted once. */
  readonly #counted = new Set<string>();
  readonly #totals = new Map<string, { weight: number; sign: Sign; what: string }>();

  /** Adds a sign; `share` reduces its weight if several providers have it. */
  add(provider: string, sign: Sign, what: string, share = 1): void {
    const weight = weights[sign] * share;
    const total = this.#totals.get(provider) ?? { weight: 0, sign, what };
    total.weight += weight;
    if (weights[sign] > weights[total.sign]) [total.sign, total.what] = [sign, what];
    this.#totals.set(provider, total);
  }

  /** Returns whether a provider has any sign so far. */
  has(provider: string): boolean {
    return this.#totals.has(provider);
  }

  /** Adds a sign of a kind that counts once for a provider, since its frequency means nothing. */
  addOnce(provider: string, sign: Sign, what: string): void {
    const key = `${provider} ${sign}`;
    if (this.#counted.has(key)) return;
    this.#counted.add(key);
    this.add(provider, sign, what);
  }

  /** Returns the providers, most likely first; those with only shared codes are left out unless there are no others. */
  providers(): InferredProvider[] {
    const sorted = [...this.#totals].sort(([, a], [, b]) => b.weight - a.weight);
    const specific = sorted.filter(([, { sign }]) => sign !== "shared code");
    return (specific.length > 0 ? specific : sorted).map(([provider, { sign, what }]) =>
      toInferredProvider(provider, sign, what),
    );
  }
}

/** Returns a provider that is inferred from a sign. */
export function toInferredProvider(provider: string, sign: Sign, what: string): InferredProvider {
  return { provider, sign, what, reason: `${sign} ${what}` };
}
