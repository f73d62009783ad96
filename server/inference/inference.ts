import type { Catalog } from "../../catalog/model/catalog.ts";
import { words } from "../../catalog/model/words.ts";

/** A provider that a file talks to, and how that is known. */
export interface InferredProvider {
  provider: string;
  /** The most telling kind of sign. */
  sign: Sign;
  /** What was seen: an import, a host, or codes that only this provider has. */
  what: string;
  /** The two in the words of programs. */
  reason: string;
}

/** How much each kind of sign says; where a file is pinned, nothing else is asked. */
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

/** What tells a provider. */
export type Sign = keyof typeof weights;

/** What leaves no doubt that a file works with a provider: it says so itself, or its project does. */
export const certainSigns: ReadonlySet<Sign> = new Set<Sign>(["pin", "import", "host", "configuration"]);

/** Folders farther up belong to the machine rather than to the project. */
const nearestFolders = 6;

/** What stands in a text and is a provider's own: a package, a host, a key of its responses. */
export interface ProviderMark {
  provider: string;
  sign: Sign;
  mark: string;
  index: number;
}

/** A file to be judged: `codes` are the literals in it that are believed to be codes. */
export interface InferenceInput {
  marks: readonly ProviderMark[];
  uri: string;
  codes: readonly string[];
  /** The file that names the packages that the project uses, where there is one. */
  manifest?: { name: string; text: string } | undefined;
}

/** Infers the providers of a file from what it imports, which hosts it names, where it lies and which codes stand in it. */
export class ProviderInference {
  readonly #catalog: Catalog;
  readonly #configured: readonly string[];
  readonly #marks = new Map<string, { provider: string; sign: Sign }>();
  readonly #aliases = new Map<string, string>();
  readonly #pattern: RegExp | undefined;

  /** `configured` are the providers that a configuration names. */
  constructor(catalog: Catalog, configured: readonly string[] = []) {
    this.#catalog = catalog;
    this.#configured = configured;
    for (const { id, imports, hosts, aliases } of catalog.providers) {
      for (const mark of hosts) this.#marks.set(mark, { provider: id, sign: "host" });
      for (const mark of imports) this.#marks.set(mark, { provider: id, sign: "import" });
      for (const key of ownResponseKeys(id, catalog))
        this.#marks.set(`"${key}"`, { provider: id, sign: "response" });
      for (const alias of [id, ...aliases]) this.#aliases.set(alias.toLowerCase().replace(/[\s-]/g, ""), id);
    }
    // Longest first, so that a name wins over another that begins it.
    const all = [...this.#marks.keys()].sort((a, b) => b.length - a.length).map(escapeRegExp);
    this.#pattern =
      all.length > 0 ? new RegExp(`(?<![\\w-])(?:${all.join("|")})(?![A-Za-z0-9])`, "g") : undefined;
  }

  /** The providers' marks in a file; packages only where they are imported. */
  marksIn(text: string): ProviderMark[] {
    return this.#allMarksIn(text).filter(({ sign, index }) => sign !== "import" || isImport(text, index));
  }

  /** The providers of a file, most likely first. */
  of({ marks, codes, uri, manifest }: InferenceInput): InferredProvider[] {
    const tally = new Tally();
    for (const { provider, sign, mark } of marks) tally.add(provider, sign, mark);
    for (const folder of foldersOf(uri)) {
      const provider = this.#aliases.get(folder);
      if (provider) tally.add(provider, "folder", folder);
    }
    for (const provider of this.#configured) tally.add(provider, "configuration", provider);
    for (const { provider, sign, mark } of manifest ? this.#allMarksIn(manifest.text) : []) {
      if (sign === "import") tally.once(provider, "manifest", `${manifest?.name}: ${mark}`);
    }
    this.#addCodes(tally, codes);
    return tally.providers();
  }

  /**
   * Where a file imports the packages of several providers, tells those of single functions: by the names that its
   * imports bring in, hosts, and codes. Undefined where the file imports of one at most.
   */
  byFunction(
    text: string,
    marks: readonly ProviderMark[],
  ): ((scope: string, codes: readonly string[]) => InferredProvider[]) | undefined {
    if (!isMixed(marks)) return undefined;
    const names = new Map<string, Set<string>>();
    for (const { provider, sign, mark, index } of marks) {
      if (sign !== "import") continue;
      for (const name of namesOfImport(text, index, mark))
        names.set(name, (names.get(name) ?? new Set()).add(provider));
    }
    return (scope, codes) => {
      const tally = new Tally();
      for (const { provider, sign, mark } of this.#allMarksIn(scope)) tally.add(provider, sign, mark);
      for (const name of new Set(scope.match(/[A-Za-z_]\w+/g))) {
        const owners = names.get(name);
        if (owners?.size === 1) tally.add([...owners][0] as string, "import", name);
        for (const word of words(name)) {
          const provider = this.#aliases.get(word);
          if (provider) tally.once(provider, "folder", name);
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
      const owners = this.#catalog.owners(code);
      const sign = owners.length === 1 ? "code" : "shared code";
      for (const owner of owners) tally.add(owner, sign, code, 1 / owners.length);
    }
  }
}

/** Whether a file imports the packages of several providers, so that each function may talk to another. */
export function isMixed(marks: readonly ProviderMark[]): boolean {
  return new Set(marks.flatMap(({ sign, provider }) => (sign === "import" ? provider : []))).size > 1;
}

/** The signs seen for each provider, and the most telling of them in words. */
class Tally {
  readonly #seen = new Set<string>();
  readonly #found = new Map<string, { weight: number; sign: Sign; what: string }>();

  add(provider: string, sign: Sign, what: string, share = 1): void {
    const weight = weights[sign] * share;
    const known = this.#found.get(provider) ?? { weight: 0, sign, what };
    known.weight += weight;
    if (weights[sign] > weights[known.sign]) [known.sign, known.what] = [sign, what];
    this.#found.set(provider, known);
  }

  /** Counts a sign that says no more for being seen often. */
  once(provider: string, sign: Sign, what: string): void {
    const key = `${provider} ${sign}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.add(provider, sign, what);
  }

  /** Most likely first; codes that several providers share speak only where nothing else does. */
  providers(): InferredProvider[] {
    const sorted = [...this.#found].sort(([, a], [, b]) => b.weight - a.weight);
    const sure = sorted.filter(([, { sign }]) => sign !== "shared code");
    return (sure.length > 0 ? sure : sorted).map(([provider, { sign, what }]) =>
      inferredProvider(provider, sign, what),
    );
  }
}

/** A provider that some sign tells. */
export function inferredProvider(provider: string, sign: Sign, what: string): InferredProvider {
  return { provider, sign, what, reason: `${sign} ${what}` };
}

/** The keys in which only this provider's error responses wrap their parts. */
function ownResponseKeys(id: string, { providers }: Catalog): string[] {
  const wrappers = (all: Catalog["providers"]) =>
    all.flatMap(({ responses }) =>
      responses.flatMap((shape) =>
        [shape.code, shape.requestId ?? ""].flatMap((path) => path.split(".").slice(0, -1)),
      ),
    );
  const others = new Set(wrappers(providers.filter((one) => one.id !== id)));
  return [...new Set(wrappers(providers.filter((one) => one.id === id)))].filter((key) => !others.has(key));
}

/** The words of the nearest folders and of the file's name. */
function foldersOf(uri: string): string[] {
  const segments = uri.split("/").slice(-nearestFolders);
  return segments.flatMap((segment) => segment.toLowerCase().split(/[^a-z0-9]+/));
}

/** Whether the line of an offset imports something: by a keyword, or as a lone path of a Go import block. */
function isImport(text: string, offset: number): boolean {
  const before = text.slice(text.lastIndexOf("\n", offset) + 1, offset);
  return /\b(?:import|from|require|use|using|include|package|export|namespace)\b|^\s*(?:[\w.]+\s+)?"[\w./@-]*$/.test(
    before,
  );
}

/** Words of import statements that are no names. */
const importWords = new Set(
  "import from require use using include package export namespace const let var type as static await new github com".split(
    " ",
  ),
);

/** The names that an import statement brings in: those in its braces, its alias, and the last part of its path. */
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
  const own = path.split(/[./:\\]+/);
  const names = [...listed.filter((name) => !own.includes(name)), ...(last ? [last.replace(/-/g, "_")] : [])];
  return [...new Set(names)].filter((name) => !importWords.has(name.toLowerCase()) && name.length > 2);
}

/** Where the statement begins that an import ends: names may stand in braces, a line each. */
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
