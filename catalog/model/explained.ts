import type { Entry, Provider } from "./entry.ts";
import type { CatalogLayer } from "./layer.ts";

interface Layers {
  layers: readonly CatalogLayer[];
}

// What the catalog explains in its own words is certain; what else it has is a list of codes, with what their names say.

/** Whether the catalog itself explains a code, rather than the code's name or an SDK. */
export function isExplained(code: string, { layers }: Layers): boolean {
  return layers.some((layer) => layer.isExplained(code));
}

/** Returns the entries of a provider that the catalog itself explains. */
export function explainedEntriesIn(provider: string, { layers }: Layers): Entry[] {
  return layers.flatMap((layer) =>
    layer
      .indexesIn(provider)
      .filter((index) => layer.hasOwnText(index) && !layer.isRepeated(index))
      .map((index) => layer.entry(index)),
  );
}

/** Returns the codes of a service that the catalog itself explains, those that programs handle most first. */
export function explainedCodesOf(
  provider: string,
  service: string,
  catalog: Layers & { provider(id: string): Provider | undefined },
): string[] {
  const codes = catalog.layers.flatMap((layer) =>
    layer
      .indexesIn(provider, service)
      .filter((index) => layer.hasOwnText(index))
      .map((index) => layer.table.keyOf(index).code),
  );
  const frequent = catalog.provider(provider)?.frequentCodes?.flat() ?? [];
  const ranks = new Map(frequent.map((code, rank) => [code, rank]));
  const rankOf = (code: string) => ranks.get(code) ?? ranks.size;
  return [...new Set(codes)].sort((a, b) => rankOf(a) - rankOf(b));
}

/** Returns the ids of the services of a provider of which the catalog itself explains codes. */
export function explainedServicesOf(provider: string, { layers }: Layers): string[] {
  return [...new Set(layers.flatMap((layer) => layer.explainedServicesOf(provider)))];
}

/** Returns the ids of the services of a provider that have a code. */
export function servicesOfCode(code: string, provider: string, { layers }: Layers): string[] {
  const keys = layers.flatMap((layer) => layer.entriesOf(code).map((index) => layer.table.keyOf(index)));
  return [...new Set(keys.flatMap((one) => (one.provider === provider ? one.service : [])))];
}

/** Returns the repeated entries with a code, of the services that pass a test. */
export function repeatedEntriesOf(
  code: string,
  { layers }: Layers,
  passes: (service: Pick<Entry, "provider" | "service">) => boolean,
): Entry[] {
  return layers.flatMap((layer) =>
    layer
      .entriesOf(code)
      .filter((index) => layer.isRepeated(index) && passes(layer.table.keyOf(index)))
      .map((index) => layer.entry(index)),
  );
}

/** Whether a code has repeated entries. */
export function hasRepeatedEntries(code: string, { layers }: Layers): boolean {
  return layers.some((layer) => layer.entriesOf(code).some((index) => layer.isRepeated(index)));
}
