import type { Catalog } from "../../catalog/model/catalog.ts";
import { ImportLines, isCreatedByFullName } from "./imports.ts";
import { otherVendors } from "./other-vendors.ts";

/** The kinds of texts that are specific to a provider, or to a vendor that no catalog covers. */
type MarkSign = "import" | "host" | "response" | "other vendor";

/** An occurrence of a text that is specific to a provider: a package, a host, or a key of its error responses. */
export interface ProviderMark {
  /** The id of the provider; empty for a vendor that no catalog covers. */
  provider: string;
  sign: MarkSign;
  mark: string;
  /** The offset in the text, in UTF-16 units. */
  index: number;
}

/** Finds the texts that are specific to a provider of a catalog. */
export class ProviderMarks {
  readonly #marks = new Map<string, { provider: string; sign: MarkSign }>();
  readonly #pattern: RegExp | undefined;

  constructor(catalog: Catalog) {
    for (const mark of otherVendors) this.#marks.set(mark, { provider: "", sign: "other vendor" });
    for (const { id, imports, hosts } of catalog.providers) {
      for (const mark of hosts) this.#marks.set(mark, { provider: id, sign: "host" });
      for (const mark of imports) this.#marks.set(mark, { provider: id, sign: "import" });
      for (const key of specificResponseKeys(id, catalog))
        this.#marks.set(`"${key}"`, { provider: id, sign: "response" });
    }
    // Longest first, so that a mark is preferred to one that is its prefix.
    const all = [...this.#marks.keys()].sort((a, b) => b.length - a.length).map(escapeRegExp);
    this.#pattern =
      all.length > 0 ? new RegExp(`(?<![\\w-])(?:${all.join("|")})(?![A-Za-z0-9])`, "g") : undefined;
  }

  /** Returns the marks in a file, in text order; packages only where they are imported, or named in full to create something. */
  marksIn(text: string): ProviderMark[] {
    return this.inCode(this.find(text), text);
  }

  /** Returns those of the marks of a text, in text order, that count in a file: packages only where they are imported. */
  inCode(all: readonly ProviderMark[], text: string): ProviderMark[] {
    const lines = new ImportLines(text);
    return all.filter(({ sign, index }) => {
      if (sign === "other vendor") return isStartOfPath(text, index) && lines.isImport(index);
      return sign !== "import" || lines.isImport(index) || isCreatedByFullName(text, index);
    });
  }

  /** Returns the marks of providers in a text, in text order; packages wherever they are named. */
  allIn(text: string): ProviderMark[] {
    return this.find(text).filter(({ sign }) => sign !== "other vendor");
  }

  /** Returns all marks in a text, in text order. */
  find(text: string): ProviderMark[] {
    const found: ProviderMark[] = [];
    for (const { 0: mark, index } of this.#pattern ? text.matchAll(this.#pattern) : []) {
      const known = this.#marks.get(mark);
      if (known) found.push({ ...known, mark, index });
    }
    return found;
  }
}

/** Returns whether a path begins at an offset: `azure` in `./providers/azure` is no package. */
function isStartOfPath(text: string, index: number): boolean {
  return !/[\w./\\@-]/.test(text.charAt(index - 1));
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

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
