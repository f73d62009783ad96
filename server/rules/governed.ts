import type { Inferred } from "../inference/inference.ts";
import type { Subject } from "./rule.ts";

/** Whether every valid code of all providers that a belief can be of is known. */
export function isGovernedCompletely({ belief, catalog }: Pick<Subject, "belief" | "catalog">): boolean {
  const providers = talkedTo(belief.providers);
  return providers.length > 0
    ? providers.every(({ provider }) => catalog.isComplete(provider))
    : catalog.providers.some(({ id }) => catalog.isComplete(id));
}

/** The providers that a belief can be of; what codes point to says nothing where something else speaks. */
export function talkedTo(providers: readonly Inferred[]): readonly Inferred[] {
  const others = providers.filter(({ sign }) => sign !== "code" && sign !== "shared code");
  return others.length > 0 ? others : providers;
}
