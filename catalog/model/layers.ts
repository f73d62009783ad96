import { compiledInMemory, compileInMemory } from "./compiled/compile.ts";
import type { CompiledCatalog } from "./compiled/compiled-catalog.ts";
import type { CatalogData } from "./entry.ts";
import { CatalogLayer } from "./layer.ts";
import type { SdkAdditions } from "./sdk-statements.ts";
import type { Slices } from "./slices.ts";
import { merge, type UserCatalog } from "./user-catalog.ts";

/** The compiled catalogs that a catalog consists of; the entries of the first come first. */
export interface Layers {
  all: readonly CatalogLayer[];
  builtIn: CompiledCatalog;
  /** The one with all providers, services and concepts: that of users, or the built-in one if they have none. */
  own: CompiledCatalog;
}

/** Returns the layers of a built-in catalog over which those of users are merged, in slices. */
export function* layersOf(builtIn: CompiledCatalog, userCatalogs: readonly UserCatalog[]): Slices<Layers> {
  if (userCatalogs.length === 0) return { all: [new CatalogLayer(builtIn)], builtIn, own: builtIn };
  const { data, replaced } = merge(builtIn, userCatalogs);
  yield;
  const own = yield* compileInMemory(data);
  const all = [new CatalogLayer(own, { isOwn: true }), new CatalogLayer(builtIn, { hidden: replaced })];
  return { all, builtIn, own };
}

/** Returns layers with a further one, of the codes that only SDKs have. */
export function layersWithSdk(layers: Layers, { entries }: SdkAdditions): Layers {
  if (entries.length === 0) return layers;
  const { providers, concepts } = layers.own;
  const data: CatalogData = {
    providers: [...providers],
    services: [],
    concepts: [...concepts],
    entries: [...entries],
    known: {},
    pinyin: {},
  };
  return { ...layers, all: [...layers.all, new CatalogLayer(compiledInMemory(data))] };
}
