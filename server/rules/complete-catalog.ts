import type { InferredProvider } from "../inference/inference.ts";
import type { RuleContext } from "./rule.ts";

/**
 * Whether the catalogs of all providers that an occurrence can belong to are complete; if no provider is inferred,
 * whether any catalog is.
 */
export function hasCompleteCatalog({
  occurrence,
  catalog,
}: {
  occurrence: Pick<RuleContext["occurrence"], "providers">;
  catalog: RuleContext["catalog"];
}): boolean {
  const providers = providersFromContext(occurrence.providers);
  return providers.length > 0
    ? providers.every(({ provider }) => catalog.isComplete(provider))
    : catalog.providers.some(({ id }) => catalog.isComplete(id));
}

/** The providers inferred from anything but codes; those inferred from codes count only if there are no others. */
export function providersFromContext(providers: readonly InferredProvider[]): readonly InferredProvider[] {
  const others = providers.filter(({ sign }) => sign !== "code" && sign !== "shared code");
  return others.length > 0 ? others : providers;
}
