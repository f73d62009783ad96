import type { Catalog } from "../../../catalog/model/catalog.ts";
import type { Problem } from "../../../catalog/schema/checked-file.ts";
import { problemsOf } from "../../../catalog/schema/problem-limit.ts";
import type { KeyPath } from "../../../catalog/schema/schema-fault.ts";
import type { Configuration, ReadConfiguration } from "../configuration.ts";
import { unknownNameMessage } from "./unknown-name.ts";

/** Returns a problem for each provider in `providers` and `pins` that no catalog has. */
export function unknownProviders(
  { providers, pins, catalogs }: Configuration,
  catalog: Catalog,
  { problem }: ReadConfiguration,
): Problem[] {
  const inCatalogs = new Set(catalogs.flatMap(({ provider }) => provider ?? []));
  const names = [...inCatalogs, ...catalog.providers.flatMap(({ id, aliases }) => [id, ...aliases])];
  const named = (keys: KeyPath, ofKey: readonly string[]) =>
    ofKey.map((name, index) => ({ name, keys: [...keys, index] }));
  const all = [
    ...named(["providers"], providers),
    ...Object.entries(pins).flatMap(([path, ofPath]) => named(["pins", path], ofPath)),
  ];
  const unknown = all.filter(({ name }) => !inCatalogs.has(name) && !catalog.providerNamed(name));
  return problemsOf(unknown, ({ name, keys }) =>
    problem(keys, "warning", unknownNameMessage("provider", name, names)),
  );
}
