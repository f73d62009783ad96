import type { Catalog } from "../../catalog/model/catalog.ts";
import { wordsOf } from "../../catalog/model/words.ts";
import { namesOfImport } from "./imports.ts";
import { type ProviderMark, ProviderMarks } from "./marks.ts";

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
export const certainSigns: ReadonlySet<Sign> = new Set<Sign>(["pin", "import", "host", "configuration"]);

/** How many segments at the end of a path are considered: folders above belong to the machine, not to the project. */
const nearestFolders = 6;

/** What the providers of a file are inferred from. */
export interface InferenceInput {
  marks: readonly ProviderMark[];
  uri: string;
  /** The texts of the literals in the file that can be error codes. */
  codes: readonly string[];
  /** The nearest manifest, which names the packages that the project uses; undefined if there is none. */
  manifest?: { name: string; text: string } | undefined;
}

/** Infers the providers of a file from its imports, the hosts that it names, its path, its manifest and its codes. */
export class ProviderInference {
  readonly #catalog: Catalog;
  readonly #configured: readonly string[];
  readonly #marks: ProviderMarks;
  readonly #aliases = new Map<string, string>();

  /** `configured` are the ids of the providers that the configuration names. */
  constructor(catalog: Catalog, configured: readonly string[] = []) {
    this.#catalog = catalog;
    this.#configured = configured;
    this.#marks = new ProviderMarks(catalog);
    for (const { id, aliases } of catalog.providers)
      for (const alias of [id, ...aliases]) this.#aliases.set(alias.toLowerCase().replace(/[\s-]/g, ""), id);
  }

  /** Returns the marks of all providers in a file, in text order; packages only where they are imported. */
  marksIn(text: string): ProviderMark[] {
    return this.#marks.marksIn(text);
  }

  /** Returns the inferred providers of a file, most likely first. */
  infer({ marks, codes, uri, manifest }: InferenceInput): InferredProvider[] {
    const tally = new Tally();
    for (const { provider, sign, mark } of marks) tally.add(provider, sign, mark);
    for (const folder of pathWordsOf(uri)) {
      const provider = this.#aliases.get(folder);
      if (provider) tally.add(provider, "folder", folder);
    }
    for (const provider of this.#configured) tally.add(provider, "configuration", provider);
    for (const { provider, sign, mark } of manifest ? this.#marks.allIn(manifest.text) : []) {
      if (sign === "import") tally.addOnce(provider, "manifest", `${manifest?.name}: ${mark}`);
    }
    this.#addCodes(tally, codes);
    return tally.providers();
  }

  /**
   * Returns what infers the providers of a single function, most likely first, from the text and codes of the function:
   * by imported names, other names, marks and codes. Undefined unless the file imports packages of several providers.
   */
  inferenceByFunction(
    text: string,
    marks: readonly ProviderMark[],
  ): ((scopeText: string, codes: readonly string[]) => InferredProvider[]) | undefined {
    if (!importsSeveralProviders(marks)) return undefined;
    const names = new Map<string, Set<string>>();
    for (const { provider, sign, index } of marks) {
      if (sign !== "import") continue;
      for (const name of namesOfImport(text, index))
        names.set(name, (names.get(name) ?? new Set()).add(provider));
    }
    return (scopeText, codes) => {
      const tally = new Tally();
      for (const { provider, sign, mark } of this.#marks.allIn(scopeText)) tally.add(provider, sign, mark);
      for (const name of new Set(scopeText.match(/[A-Za-z_]\w+/g))) {
        const owners = names.get(name);
        if (owners?.size === 1) tally.add([...owners][0] as string, "import", name);
        for (const word of wordsOf(name)) {
          const provider = this.#aliases.get(word);
          if (provider) tally.addOnce(provider, "folder", name);
        }
      }
      this.#addCodes(tally, codes);
      return tally.providers();
    };
  }

  #addCodes(tally: Tally, codes: readonly string[]): void {
    for (const code of codes) {
      const owners = this.#catalog.providersOf(code);
      const sign = owners.length === 1 ? "code" : "shared code";
      for (const owner of owners) tally.add(owner, sign, code, 1 / owners.length);
    }
  }
}

/** Returns whether a file imports packages of several providers, so that its functions may work with different ones. */
export function importsSeveralProviders(marks: readonly ProviderMark[]): boolean {
  return new Set(marks.flatMap(({ sign, provider }) => (sign === "import" ? provider : []))).size > 1;
}

/** Adds up the weights of the signs for each provider, and keeps the sign with the highest weight. */
class Tally {
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

/** Returns the words, in lower case, of the nearest folders and of the file's name. */
function pathWordsOf(uri: string): string[] {
  const segments = uri.split("/").slice(-nearestFolders);
  return segments.flatMap((segment) => segment.toLowerCase().split(/[^a-z0-9]+/));
}
