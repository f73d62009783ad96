import type { Catalog } from "../../catalog/model/catalog.ts";
import type { InferredProvider } from "../inference/inferred-provider.ts";
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
  const ownersOfFamily = [
    ...(familiesOf(catalog)
      .get(familyOf(text) ?? "")
      ?.keys() ?? []),
  ];
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

/** The share of the codes of a family that make it the family of one provider. */
const ownShare = 0.9;

/** Returns the id of the provider that has nearly all codes of the family of a code; undefined if there is none. */
export function familyOwnerOf(code: string, catalog: Catalog): string | undefined {
  const counts = [...(familiesOf(catalog).get(familyOf(code) ?? "") ?? [])];
  const sum = counts.reduce((total, [, count]) => total + count, 0);
  return counts.find(([, count]) => count >= sum * ownShare)?.[0];
}

const families = new WeakMap<Catalog, ReadonlyMap<string, ReadonlyMap<string, number>>>();

/** Returns how many codes each provider has in each family, by family and provider id; computed once for a catalog. */
function familiesOf(catalog: Catalog): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const known = families.get(catalog);
  if (known) return known;
  const found = new Map<string, Map<string, number>>();
  for (const code of catalog.officialCodes) {
    const family = familyOf(code);
    if (family === undefined) continue;
    const counts = found.get(family) ?? new Map<string, number>();
    found.set(family, counts);
    for (const id of catalog.providersOf(code)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  families.set(catalog, found);
  return found;
}

/** Returns the first dotted part of a code; undefined if it has no dot. */
function familyOf(code: string): string | undefined {
  return /^[^.]+(?=\.)/.exec(code)?.[0];
}
