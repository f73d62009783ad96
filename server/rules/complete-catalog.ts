import type { InferredProvider } from "../inference/inference.ts";
import type { RuleContext } from "./rule.ts";

/** Whether every valid code of all providers that a belief can be of is known. */
export function isGovernedCompletely({
  occurrence,
  catalog,
}: Pick<RuleContext, "occurrence" | "catalog">): boolean {
  const providers = providersBesideCodes(occurrence.providers);
  return providers.length > 0
    ? providers.every(({ provider }) => catalog.isComplete(provider))
    : catalog.providers.some(({ id }) => catalog.isComplete(id));
}

/** The providers that a belief can be of; what codes point to says nothing where something else speaks. */
export function providersBesideCodes(providers: readonly InferredProvider[]): readonly InferredProvider[] {
  const others = providers.filter(({ sign }) => sign !== "code" && sign !== "shared code");
  return others.length > 0 ? others : providers;
}
