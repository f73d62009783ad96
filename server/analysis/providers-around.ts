import type { ProviderInference } from "../inference/inference.ts";
import { certainSigns, type InferredProvider } from "../inference/inferred-provider.ts";
import type { ExaminedLiteral } from "./examined-literals.ts";

/** Returns the texts that can be error codes, of any provider: those with evidence or with a distinctive form. */
export function codesOf(literals: readonly ExaminedLiteral[]): string[] {
  const codes: string[] = [];
  for (const { literal, evidence, isDistinctive } of literals)
    if (evidence || isDistinctive) codes.push(literal.text);
  return codes;
}

/**
 * Returns a function that infers the providers of the function around a literal, once for each function; it returns
 * undefined if they are not clear. `literals` are those of the document, in text order.
 */
export function providersByFunction(
  literals: readonly ExaminedLiteral[],
  text: string,
  inferInFunction: NonNullable<ReturnType<ProviderInference["inferenceByFunction"]>>,
): (literal: ExaminedLiteral) => InferredProvider[] | undefined {
  const inferred = new Map<string, InferredProvider[] | undefined>();
  return ({ literal, evidence }) => {
    const { functionExtent } = literal.syntax ?? {};
    if (!functionExtent || !evidence) return undefined;
    const [start, end] = [literal.start - functionExtent.before, literal.end + functionExtent.after];
    const key = `${start} ${end}`;
    if (!inferred.has(key)) {
      const first = firstFrom(literals, start);
      let last = first;
      while ((literals[last]?.literal.start ?? Number.POSITIVE_INFINITY) < end) last++;
      const inside = literals.slice(first, last).filter((one) => one.literal.end <= end);
      inferred.set(key, inferInFunction(text.slice(start, end), codesOf(inside)));
    }
    return inferred.get(key);
  };
}

/** Returns the index of the first literal that starts at or behind an offset. */
function firstFrom(literals: readonly ExaminedLiteral[], offset: number): number {
  let [low, high] = [0, literals.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((literals[middle]?.literal.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Returns the providers that the mapping around a literal names; those of the file come after them unless they are
 * certain. Undefined if the mapping names none.
 */
export function providersInMapping(
  named: readonly InferredProvider[],
  ofFile: readonly InferredProvider[],
): readonly InferredProvider[] | undefined {
  if (named.length === 0) return undefined;
  if (named.some(({ sign }) => certainSigns.has(sign))) return named;
  return [...named, ...ofFile.filter((one) => named.every(({ provider }) => provider !== one.provider))];
}
