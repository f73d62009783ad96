import type { Catalog } from "../../catalog/model/catalog.ts";
import { wordsOf } from "../../catalog/model/words.ts";

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

/** An occurrence of a text that is specific to a provider: a package, a host, or a key of its error responses. */
export interface ProviderMark {
  provider: string;
  sign: Sign;
  mark: string;
  /** The offset in the text, in UTF-16 units. */
  index: number;
}

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
  readonly #marks = new Map<string, { provider: string; sign: Sign }>();
  readonly #aliases = new Map<string, string>();
  readonly #pattern: RegExp | undefined;

  /** `configured` are the ids of the providers that the configuration names. */
  constructor(catalog: Catalog, configured: readonly string[] = []) {
    this.#catalog = catalog;
    this.#configured = configured;
    for (const { id, imports, hosts, aliases } of catalog.providers) {
      for (const mark of hosts) this.#marks.set(mark, { provider: id, sign: "host" });
      for (const mark of imports) this.#marks.set(mark, { provider: id, sign: "import" });
      for (const key of specificResponseKeys(id, catalog))
        this.#marks.set(`"${key}"`, { provider: id, sign: "response" });
      for (const alias of [id, ...aliases]) this.#aliases.set(alias.toLowerCase().replace(/[\s-]/g, ""), id);
    }
    // Longest first, so that a mark is preferred to one that is its prefix.
    const all = [...this.#marks.keys()].sort((a, b) => b.length - a.length).map(escapeRegExp);
    this.#pattern =
      all.length > 0 ? new RegExp(`(?<![\\w-])(?:${all.join("|")})(?![A-Za-z0-9])`, "g") : undefined;
  }

  /** Returns the marks of all providers in a file, in text order; packages only where they are imported. */
  marksIn(text: string): ProviderMark[] {
    return this.#allMarksIn(text).filter(({ sign, index }) => sign !== "import" || isImport(text, index));
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
    for (const { provider, sign, mark } of manifest ? this.#allMarksIn(manifest.text) : []) {
      if (sign === "import") tally.addOnce(provider, "manifest", `${manifest?.name}: ${mark}`);
    }
    this.#addCodes(tally, codes);
    return tally.providers();
  }

  /**
   * Returns a callback for the functions of a file that imports packages of several providers; undefined for other files.
   * From the text and the codes of one function, it returns the providers of that function, most likely first.
   */
  inferenceByFunction(
    text: string,
    marks: readonly ProviderMark[],
  ): ((scopeText: string, codes: readonly string[]) => InferredProvider[]) | undefined {
    if (!importsSeveralProviders(marks)) return undefined;
    const names = new Map<string, Set<string>>();
    for (const { provider, sign, mark, index } of marks) {
      if (sign !== "import") continue;
      for (const name of namesOfImport(text, index, mark))
        names.set(name, (names.get(name) ?? new Set()).add(provider));
    }
    return (scopeText, codes) => {
      const tally = new Tally();
      for (const { provider, sign, mark } of this.#allMarksIn(scopeText)) tally.add(provider, sign, mark);
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

  #allMarksIn(text: string): ProviderMark[] {
    const found: ProviderMark[] = [];
    for (const { 0: mark, index } of this.#pattern ? text.matchAll(this.#pattern) : []) {
      const known = this.#marks.get(mark);
      if (known) found.push({ ...known, mark, index });
    }
    return found;
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

/** Returns the keys that wrap the parts of error responses of this provider and of no other. */
function specificResponseKeys(id: string, { providers }: Catalog): string[] {
  const wrappers = (all: Catalog["providers"]) =>
    all.flatMap(({ responses }) =>
      responses.flatMap((shape) =>
        [shape.code, shape.requestId ?? ""].flatMap((path) => path.split(".").slice(0, -1)),
      ),
    );
  const others = new Set(wrappers(providers.filter((one) => one.id !== id)));
  return [...new Set(wrappers(providers.filter((one) => one.id === id)))].filter((key) => !others.has(key));
}

/** Returns the words, in lower case, of the nearest folders and of the file's name. */
function pathWordsOf(uri: string): string[] {
  const segments = uri.split("/").slice(-nearestFolders);
  return segments.flatMap((segment) => segment.toLowerCase().split(/[^a-z0-9]+/));
}

/** Returns whether the line at an offset imports something: by a keyword, or as a path alone in a Go import block. */
function isImport(text: string, offset: number): boolean {
  const before = text.slice(text.lastIndexOf("\n", offset) + 1, offset);
  return /\b(?:import|from|require|use|using|include|package|export|namespace)\b|^\s*(?:[\w.]+\s+)?"[\w./@-]*$/.test(
    before,
  );
}

/** Words of import statements that are not imported names. */
const importWords = new Set(
  "import from require use using include package export namespace const let var type as static await new github com".split(
    " ",
  ),
);

/** Returns the names that an import statement binds: those in its braces, its alias, and the last part of its path. */
function namesOfImport(text: string, offset: number, mark: string): string[] {
  const start = statementStart(text, offset);
  const end = text.indexOf("\n", offset);
  const statement = text.slice(start, end < 0 ? undefined : end);
  const path = /[\w./@:\\-]*/.exec(text.slice(offset))?.[0] ?? mark;
  const last = path
    .split(/[./:\\]+/)
    .filter((part) => part !== "" && !/^v\d+$/.test(part))
    .at(-1);
  const listed = statement.replace(/(["']).*?\1/g, " ").match(/[A-Za-z_]\w+/g) ?? [];
  const pathParts = path.split(/[./:\\]+/);
  const names = [
    ...listed.filter((name) => !pathParts.includes(name)),
    ...(last ? [last.replace(/-/g, "_")] : []),
  ];
  return [...new Set(names)].filter((name) => !importWords.has(name.toLowerCase()) && name.length > 2);
}

/** Returns where the import statement that ends on an offset's line begins: names in braces may take several lines. */
function statementStart(text: string, offset: number): number {
  const line = text.lastIndexOf("\n", offset) + 1;
  const before = text.slice(Math.max(0, line - 2000), line);
  if (!/^\s*[})]/.test(text.slice(line, offset))) return line;
  const opened = Math.max(before.lastIndexOf("{"), before.lastIndexOf("("));
  return opened < 0 ? line : line - before.length + opened;
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
