import type { Entry } from "./entry.ts";
import type { CatalogLayer } from "./layer.ts";

/** Finds the entries whose codes the SDKs of their providers spell in another way, without regard to case and separators. */
export class LooseSpelling {
  readonly #layers: readonly CatalogLayer[];
  readonly #isLoose: (provider: string) => boolean;
  #longest: number | undefined;

  /** `isLoose` tells whether a provider's SDKs spell its codes so. */
  constructor(layers: readonly CatalogLayer[], isLoose: (provider: string) => boolean) {
    this.#layers = layers;
    this.#isLoose = isLoose;
  }

  entriesOf(code: string): readonly Entry[] {
    // Most texts that are looked up are not codes but, for example, sentences: do not normalise those.
    this.#longest ??= Math.max(...this.#layers.map(({ table }) => table.longestSpelling));
    if (code.length > this.#longest) return nothing;
    if (!this.#layers.some(({ table }) => table.hasCodeSpelledLike(code))) return nothing;
    return this.#layers.flatMap((layer) =>
      layer
        .entriesSpelledLike(code)
        .filter((index) => this.#isLoose(layer.table.keyOf(index).provider))
        .map((index) => layer.entry(index)),
    );
  }
}

const nothing: readonly Entry[] = [];
