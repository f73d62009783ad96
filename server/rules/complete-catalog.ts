import type { InferredProvider } from "../inference/inference.ts";
import type { RuleContext } from "./rule.ts";

/**
 * Whether every provider that an occurrence can belong to has a complete catalog. If no provider is inferred, one
 * complete catalog of any provider is enough.
 */
export function hasCompleteCatalog({
  occurrence,
  catalog,
}: Pick<RuleContext, "occurrence" | "catalog">): boolean {
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
