import type { Catalog } from "../../catalog/model/catalog.ts";
import type { InferredProvider } from "../inference/inference.ts";
import type { RuleContext } from "./rule.ts";

type CatalogContext = Pick<RuleContext, "occurrence" | "catalog" | "speller">;

/** Whether an occurrence must be a code of a complete catalog, see {@link governingProviders}. */
export function hasCompleteCatalog(context: CatalogContext): boolean {
  return governingProviders(context).length > 0;
}

/**
 * Returns the ids of the providers with a complete catalog to which an occurrence must belong: those that alone have
 * its family; else those of the file, if the catalogs of all of them are complete; else, if no provider is inferred,
 * those that alone have the code of which it can be a misspelling. Empty if its catalog may be open.
 */
export function governingProviders({ occurrence, catalog, speller }: CatalogContext): readonly string[] {
  if (!catalog.providers.some(({ id }) => catalog.isComplete(id))) return [];
  const areComplete = (ids: readonly string[]) => ids.length > 0 && ids.every((id) => catalog.isComplete(id));
  const { text } = occurrence.literal;
  const ownersOfFamily = familyOwnersOf(text, catalog);
  if (areComplete(ownersOfFamily)) return ownersOfFamily;
  const providers = providersFromContext(occurrence.providers);
  // That a project works with a provider does not make the misspelled codes of others its codes.
  const isForeign =
    !occurrence.isKnown && ownersOfFamily.length > 0 && !ownersOfFamily.some((id) => catalog.isComplete(id));
  if (isForeign && providers.every(({ sign }) => sign === "configuration")) return [];
  const ids =
    providers.length > 0
      ? providers.map(({ provider }) => provider)
      : speller.correctionsFor(text).flatMap((code) => catalog.providersOf(code));
  return areComplete(ids) ? [...new Set(ids)] : [];
}

/** The providers inferred from anything but codes; those inferred from codes count only if there are no others. */
export function providersFromContext(providers: readonly InferredProvider[]): readonly InferredProvider[] {
  const others = providers.filter(({ sign }) => sign !== "code" && sign !== "shared code");
  return others.length > 0 ? others : providers;
}

/** Returns the ids of the providers that have the family of a code, its first dotted part; empty without a family. */
export function familyOwnersOf(code: string, catalog: Catalog): readonly string[] {
  return [...(familiesOf(catalog).get(familyOf(code) ?? "") ?? [])];
}

const families = new WeakMap<Catalog, ReadonlyMap<string, ReadonlySet<string>>>();

/** Returns the ids of the providers that have a family, by family; computed once for each catalog. */
function familiesOf(catalog: Catalog): ReadonlyMap<string, ReadonlySet<string>> {
  const known = families.get(catalog);
  if (known) return known;
  const found = new Map<string, Set<string>>();
  for (const code of catalog.officialCodes) {
    const family = familyOf(code);
    if (family === undefined) continue;
    const owners = found.get(family) ?? new Set();
    found.set(family, owners);
    for (const id of catalog.providersOf(code)) owners.add(id);
  }
  families.set(catalog, found);
  return found;
}

/** Returns the first dotted part of a code; undefined if it has no dot. */
function familyOf(code: string): string | undefined {
  return /^[^.]+(?=\.)/.exec(code)?.[0];
}
