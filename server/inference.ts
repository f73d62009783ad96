import type { Catalog } from "../catalog/catalog.ts";

/** A provider that a file talks to, and how that is known. */
export interface Inferred {
  provider: string;
  /** What was seen: an import, a host, or codes that only this provider has. */
  reason: string;
}

/** How much each kind of sign says. */
const weights = { import: 100, host: 40, folder: 20, response: 5, code: 5, "shared code": 1 };

type Sign = keyof typeof weights;

/** Folders farther up belong to the machine rather than to the project. */
const nearestFolders = 6;

/** Infers the providers of a file from what it imports, which hosts it names, where it lies and which codes stand in it. */
export class Inference {
  readonly #catalog: Catalog;
  readonly #marks = new Map<string, { provider: string; sign: Sign }>();
  readonly #aliases = new Map<string, string>();
  readonly #pattern: RegExp | undefined;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
    for (const { id, imports, hosts, aliases } of catalog.providers) {
      for (const mark of hosts) this.#marks.set(mark, { provider: id, sign: "host" });
      for (const mark of imports) this.#marks.set(mark, { provider: id, sign: "import" });
      for (const key of own(id, catalog)) this.#marks.set(`"${key}"`, { provider: id, sign: "response" });
      for (const alias of [id, ...aliases]) this.#aliases.set(alias.toLowerCase().replace(/[\s-]/g, ""), id);
    }
    // Longest first, so that a name wins over another that begins it.
    const all = [...this.#marks.keys()].sort((a, b) => b.length - a.length).map(escapeRegExp);
    this.#pattern =
      all.length > 0 ? new RegExp(`(?<![\\w-])(?:${all.join("|")})(?![A-Za-z0-9])`, "g") : undefined;
  }

  /** The providers of a text, most likely first; `codes` are the literals in it that are believed to be codes. */
  of(text: string, codes: readonly string[], uri: string): Inferred[] {
    const tally = new Tally();
    for (const { 0: mark, index } of this.#pattern ? text.matchAll(this.#pattern) : []) {
      const known = this.#marks.get(mark);
      if (!known || (known.sign === "import" && !isImport(text, index))) continue;
      tally.add(known.provider, known.sign, mark);
    }
    for (const folder of foldersOf(uri)) {
      const provider = this.#aliases.get(folder);
      if (provider) tally.add(provider, "folder", folder);
    }
    for (const code of codes) {
      const owners = this.#catalog.owners(code);
      const sign = owners.length === 1 ? "code" : "shared code";
      for (const owner of owners) tally.add(owner, sign, code, 1 / owners.length);
    }
    return tally.providers();
  }
}

/** The signs seen for each provider, and the most telling of them in words. */
class Tally {
  readonly #found = new Map<string, { weight: number; best: number; reason: string }>();

  add(provider: string, sign: Sign, what: string, share = 1): void {
    const weight = weights[sign] * share;
    const known = this.#found.get(provider) ?? { weight: 0, best: 0, reason: "" };
    known.weight += weight;
    if (weights[sign] > known.best) [known.best, known.reason] = [weights[sign], `${sign} ${what}`];
    this.#found.set(provider, known);
  }

  /** Most likely first; codes that several providers share speak only where nothing else does. */
  providers(): Inferred[] {
    const sorted = [...this.#found].sort(([, a], [, b]) => b.weight - a.weight);
    const sure = sorted.filter(([, { best }]) => best > weights["shared code"]);
    return (sure.length > 0 ? sure : sorted).map(([provider, { reason }]) => ({ provider, reason }));
  }
}

/** The keys in which only this provider's error responses wrap their parts. */
function own(id: string, { providers }: Catalog): string[] {
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

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
