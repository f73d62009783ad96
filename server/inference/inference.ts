import type { Catalog } from "../../catalog/model/catalog.ts";
import { wordsOf } from "../../catalog/model/words.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { languageById } from "../syntax/languages/index.ts";
import { DocumentMarks } from "./document-marks.ts";
import { namesOfImport } from "./imports.ts";
import { type InferredProvider, type Sign, Tally } from "./inferred-provider.ts";
import { type Pair, pairsIn } from "./mappings.ts";
import { type ProviderMark, ProviderMarks } from "./marks.ts";
import { SmallestSpans } from "./smallest-spans.ts";

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
  readonly #marksOfDocuments: DocumentMarks;
  readonly #aliases = new Map<string, string>();

  /** `configured` are the ids of the providers that the configuration names. */
  constructor(catalog: Catalog, configured: readonly string[] = []) {
    this.#catalog = catalog;
    this.#configured = configured;
    this.#marks = new ProviderMarks(catalog);
    this.#marksOfDocuments = new DocumentMarks(this.#marks);
    for (const { id, aliases } of catalog.providers)
      for (const alias of [id, ...aliases]) this.#aliases.set(alias.toLowerCase().replace(/[\s-]/g, ""), id);
  }

  /** Returns the marks of all providers in a document, in text order; packages only where they are imported. */
  marksOf(document: TrackedDocument): ProviderMark[] {
    return this.#marksOfDocuments.of(document);
  }

  /** Returns the inferred providers of a file, most likely first. */
  infer({ marks, codes, uri, manifest }: InferenceInput): InferredProvider[] {
    const tally = new Tally();
    for (const { provider, sign, mark } of marks)
      if (sign !== "other vendor") tally.add(provider, sign, mark);
    const importsProvider = marks.some(({ sign }) => sign === "import");
    // The codes of a vendor that no catalog covers look like those of another one, whatever else is in the project.
    if (!importsProvider && marks.some(({ sign }) => sign === "other vendor"))
      return tally.providers().filter(({ sign }) => sign === "host");
    for (const folder of pathWordsOf(uri)) {
      const provider = this.#aliases.get(folder);
      if (provider) tally.add(provider, "folder", folder);
    }
    for (const provider of this.#configured) tally.add(provider, "configuration", provider);
    for (const { provider, sign, mark } of manifest ? this.#marks.allIn(manifest.text) : []) {
      if (sign === "import") tally.addOnce(provider, "manifest", `${manifest?.name}: ${mark}`);
    }
    this.#addCodes(tally, codes, importsProvider ? new Set() : undefined);
    return tally.providers();
  }

  /**
   * Returns a callback for the functions of a file that imports packages of several vendors; undefined for other files.
   * From the text and the codes of one function, it returns the providers of that function, most likely first: by
   * imported names, other names, marks and codes. It returns undefined if nothing shows them, and none if the function
   * works with a vendor that no catalog covers.
   */
  inferenceByFunction(
    text: string,
    marks: readonly ProviderMark[],
  ): ((scopeText: string, codes: readonly string[]) => InferredProvider[] | undefined) | undefined {
    if (!importsSeveralProviders(marks)) return undefined;
    const owners = ownersOfNames(text, marks);
    const imported = new Set(marks.flatMap(({ sign, provider }) => (sign === "import" ? provider : [])));
    return (scopeText, codes) => {
      const tally = new Tally();
      for (const { provider, sign, mark } of this.#marks.allIn(scopeText))
        if (sign !== "other vendor") tally.add(provider, sign, mark);
      let usesOtherVendor = false;
      for (const name of new Set(scopeText.match(/[A-Za-z_]\w+/g))) {
        const owner = owners.get(name);
        if (owner) tally.add(owner, "import", name);
        else if (owner === "") usesOtherVendor = true;
        for (const word of wordsOf(name)) {
          const provider = this.#aliases.get(word);
          if (provider) tally.addOnce(provider, "folder", name);
        }
      }
      if (usesOtherVendor && !tally.providers().some(({ sign }) => sign === "import"))
        return tally.providers().filter(({ sign }) => sign === "host");
      this.#addCodes(tally, codes, imported);
      const found = tally.providers();
      return found.length > 0 ? found : undefined;
    };
  }

  /**
   * Returns what infers the providers of an offset in a YAML or JSON document, most likely first, from what the innermost
   * mapping around it names: an address, a provider, or a name with a provider in it. Undefined if no mapping of the
   * document names any.
   */
  inferenceByMapping(text: string, languageId: string): ((offset: number) => InferredProvider[]) | undefined {
    const format = formats.get(languageById(languageId)?.name ?? "");
    const pairs = format ? pairsIn(text, format, (pair) => this.#signOfPair(pair)) : [];
    if (pairs.length === 0) return undefined;
    const bySpan = [...Map.groupBy(pairs, ({ start, end }) => `${start} ${end}`).values()];
    const spans = new SmallestSpans(
      bySpan.map(([{ start, end } = { start: 0, end: 0 }]) => ({ start, end })),
    );
    return (offset) => {
      const innermost = bySpan[spans.indexAt(offset)] ?? [];
      const tally = new Tally();
      for (const { value } of innermost) tally.add(value.provider, value.sign, value.what);
      return tally.providers();
    };
  }

  #signOfPair({ kind, text }: Pair): { provider: string; sign: Sign; what: string } | undefined {
    if (kind === "address") {
      const host = this.#marks.allIn(text).find(({ sign }) => sign === "host");
      return host && { provider: host.provider, sign: "host", what: host.mark };
    }
    const words = [text.toLowerCase().replace(/[\s-]/g, ""), ...text.toLowerCase().split(/[^a-z0-9]+/)];
    const provider = words.flatMap((word) => this.#aliases.get(word) ?? [])[0];
    return provider === undefined
      ? undefined
      : { provider, sign: kind === "provider" ? "key" : "folder", what: text };
  }

  /** Adds the providers of codes; if providers are given, a code adds none besides them. */
  #addCodes(tally: Tally, codes: readonly string[], only?: ReadonlySet<string>): void {
    const ownersOf = new Map<string, readonly string[]>();
    for (const code of codes) {
      const owners = ownersOf.get(code) ?? this.#catalog.providersOf(code);
      ownersOf.set(code, owners);
      const sign = owners.length === 1 ? "code" : "shared code";
      for (const owner of owners)
        if (!only || only.has(owner) || tally.has(owner)) tally.add(owner, sign, code, 1 / owners.length);
    }
  }
}

/** The formats of documents that consist of mappings, by the name of the language. */
const formats: ReadonlyMap<string, "yaml" | "json"> = new Map([
  ["YAML", "yaml"],
  ["JSON", "json"],
]);

/**
 * Returns whether a file imports packages of several providers, or of one and of a vendor that no catalog covers, so
 * that its functions may work with different ones.
 */
export function importsSeveralProviders(marks: readonly ProviderMark[]): boolean {
  const imports = marks.filter(({ sign }) => sign === "import" || sign === "other vendor");
  return new Set(imports.map(({ provider }) => provider)).size > 1;
}

/**
 * Returns the provider of each name that a file imports from packages of one provider only; an empty string for a
 * vendor that no catalog covers.
 */
function ownersOfNames(text: string, marks: readonly ProviderMark[]): Map<string, string> {
  const owners = new Map<string, Set<string>>();
  for (const { provider, sign, index } of marks) {
    if (sign !== "import" && sign !== "other vendor") continue;
    for (const name of namesOfImport(text, index))
      owners.set(name, (owners.get(name) ?? new Set()).add(provider));
  }
  return new Map(
    [...owners].flatMap(([name, [owner = "", ...more]]) => (more.length > 0 ? [] : [[name, owner]])),
  );
}

/** Returns the words, in lower case, of the nearest folders and of the file's name. */
function pathWordsOf(uri: string): string[] {
  const segments = uri.split("/").slice(-nearestFolders);
  return segments.flatMap((segment) => segment.toLowerCase().split(/[^a-z0-9]+/));
}
