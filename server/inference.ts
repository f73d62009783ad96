import type { Catalog } from "../catalog/catalog.ts";

/** A provider that a file talks to, and how that is known. */
export interface Inferred {
  provider: string;
  /** What was seen: an import, a host, or codes that only this provider has. */
  reason: string;
}

const weights = { import: 100, host: 40, code: 1 };

/** Infers the providers of a file from what it imports, which hosts it names and which codes stand in it. */
export class Inference {
  readonly #catalog: Catalog;
  readonly #marks: Map<string, { provider: string; kind: "import" | "host" }>;
  readonly #pattern: RegExp | undefined;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
    this.#marks = new Map();
    for (const { id, imports, hosts } of catalog.providers) {
      for (const mark of hosts) this.#marks.set(mark, { provider: id, kind: "host" });
      for (const mark of imports) this.#marks.set(mark, { provider: id, kind: "import" });
    }
    // Longest first, so that a name wins over another that begins it.
    const all = [...this.#marks.keys()].sort((a, b) => b.length - a.length).map(escapeRegExp);
    this.#pattern =
      all.length > 0 ? new RegExp(`(?<![\\w-])(?:${all.join("|")})(?![A-Za-z0-9])`, "g") : undefined;
  }

  /** The providers of a text, most likely first; `codes` are the literals in it that are believed to be codes. */
  of(text: string, codes: readonly string[]): Inferred[] {
    const found = new Map<string, { weight: number; reason: string }>();
    const add = (provider: string, weight: number, reason: string) => {
      const known = found.get(provider);
      if (!known) found.set(provider, { weight, reason });
      else if (weight > known.weight) Object.assign(known, { weight: weight + known.weight, reason });
      else known.weight += weight;
    };
    for (const { 0: mark, index } of this.#pattern ? text.matchAll(this.#pattern) : []) {
      const known = this.#marks.get(mark);
      if (!known || (known.kind === "import" && !isImport(text, index))) continue;
      add(known.provider, weights[known.kind], `${known.kind} of ${mark}`);
    }
    for (const code of codes) {
      const owner = this.#onlyOwner(code);
      if (owner) add(owner, weights.code, `code ${code}`);
    }
    return [...found]
      .sort(([, a], [, b]) => b.weight - a.weight)
      .map(([provider, { reason }]) => ({ provider, reason }));
  }

  #onlyOwner(code: string): string | undefined {
    const owners = new Set(this.#catalog.get(code).map(({ provider }) => provider));
    return owners.size === 1 ? [...owners][0] : undefined;
  }
}

/** Whether the line of an offset imports something: by a keyword, or as a lone path of a Go import block. */
function isImport(text: string, offset: number): boolean {
  const before = text.slice(text.lastIndexOf("\n", offset) + 1, offset);
  return /\b(?:import|from|require|use|using|include|package|export)\b|^\s*(?:[\w.]+\s+)?"[\w./@-]*$/.test(
    before,
  );
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
