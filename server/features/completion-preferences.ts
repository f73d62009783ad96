import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Analysis, AnalyzedLiteral } from "../analysis/analysis.ts";
import { certainSigns, type InferredProvider } from "../inference/inferred-provider.ts";
import { providersFromContext } from "../rules/complete-catalog.ts";
import { impliesRetry } from "../rules/retrying.ts";
import type { Literal } from "../syntax/literal.ts";
import type { UsageIndex } from "../workspace/usages.ts";
import type { Preferences } from "./completion-order.ts";
import type { CompletionPlace } from "./completion-place.ts";

/** What is known of the file and the workspace in which a code is completed. */
interface Surroundings {
  analysis: Analysis;
  usageIndex: UsageIndex;
  /** The literal that stands at the place now, if any. */
  current: AnalyzedLiteral | undefined;
  /** The codes that a handler of the calls around is likely to test for, the likeliest first. */
  ofCalls: readonly string[];
  /** Whether the place is in a list of codes that are retried. */
  isRetried: boolean;
}

/** Returns what decides on the order of the codes at a place. */
export function preferencesAt(
  place: Pick<CompletionPlace, "literal" | "nearby"> | undefined,
  surroundings: Surroundings,
): Preferences {
  const { analysis, usageIndex, current, ofCalls, isRetried } = surroundings;
  const { catalog } = analysis.project;
  const owners = ownersOf(current?.providers ?? analysis.providers, catalog);
  const used = analysis.literals.filter((one) => one !== current && one.evidence && one.isKnown);
  const imported = [...analysis.importedServices].filter(
    ([provider]) => owners.providers.includes(provider) || owners.providers.length === 0,
  );
  return {
    ...owners,
    services: imported.flatMap(([, services]) => services),
    ofCalls,
    usedInFile: new Set(used.map(({ literal }) => literal.text)),
    usedInWorkspace: usageIndex.codes,
    listed: new Set(place ? siblingsOf(place).map((literal) => literal.text) : []),
    isRetried,
  };
}

/**
 * Returns the likely providers, most likely first, and whether the codes of others are left out: the file names its
 * providers, or a complete catalog governs it.
 */
function ownersOf(
  inferred: readonly InferredProvider[],
  catalog: Catalog,
): Pick<Preferences, "providers" | "isCertain"> {
  const certain = inferred.filter(({ sign }) => certainSigns.has(sign));
  if (certain.length > 0) return { providers: idsOf(certain), isCertain: true };
  const providers = idsOf(inferred);
  const complete = catalog.providers.flatMap(({ id }) => (catalog.isComplete(id) ? id : []));
  const governing = idsOf(providersFromContext(inferred));
  const isComplete = complete.length > 0 && governing.every((id) => complete.includes(id));
  if (!isComplete) return { providers, isCertain: false };
  return { providers: providers.length > 0 ? providers : complete, isCertain: true };
}

function idsOf(providers: readonly InferredProvider[]): string[] {
  return providers.map(({ provider }) => provider);
}

/** Returns the literals that are members of the same list, map, call or switch as the literal of a place. */
function siblingsOf({ literal, nearby }: Pick<CompletionPlace, "literal" | "nearby">): readonly Literal[] {
  const group = literal.syntax?.group;
  if (group) return nearby.filter(({ syntax }) => syntax?.group === group);
  // Without a syntax tree, the cases of one switch and the elements of one list are those with the same relation.
  const relation = literal.relations.find(({ kind }) => isOfMany.has(kind));
  return relation
    ? nearby.filter(({ relations }) =>
        relations.some(({ kind, subject }) => kind === relation.kind && subject === relation.subject),
      )
    : [];
}

const isOfMany: ReadonlySet<string> = new Set(["case", "element", "listed", "argument"]);

/** Returns whether a literal is in a list, or among the arguments of a function, whose name implies retrying. */
export function isInRetryList({ relations, syntax }: Literal): boolean {
  return (
    impliesRetry(syntax?.group?.callee ?? "") ||
    relations.some(({ kind, subject }) => isOfMany.has(kind) && kind !== "case" && impliesRetry(subject))
  );
}
