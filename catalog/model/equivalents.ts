import type { Concept, Entry } from "./entry.ts";
import type { CatalogLayer } from "./layer.ts";
import type { Kind } from "./terms.ts";
import { wordsOf } from "./words.ts";

/** Kinds whose codes name the resource that they are about. */
const resourceKinds: ReadonlySet<Kind> = new Set(["not-found", "conflict"]);

/** Words that do not indicate which resource a code is about. */
const vagueWords: ReadonlySet<string> = new Set(
  [
    "error",
    "exception",
    "failed",
    "failure",
    "id",
    "ids",
    "invalid",
    "name",
    "operation",
    "parameter",
    "request",
    "value",
  ].concat(["a", "by", "for", "has", "in", "is", "no", "not", "of", "such", "the", "to", "with"]),
);

/** What is compared of an entry. */
type Candidate = Pick<Entry, "code" | "service" | "officialMisspelling">;

/** If a provider has more common codes than this for a concept, none of them represents the concept by default. */
const maximumCommonCodes = 2;

/** Returns the equivalent entry of each other provider that has a sufficiently similar one. */
export function equivalentsIn(
  layers: readonly CatalogLayer[],
  entry: Entry,
  concept: Concept | undefined,
): Entry[] {
  if (!concept) return [];
  const same = layers
    .flatMap((layer) => layer.rowsOfConcept(concept.id))
    .filter(({ provider }) => provider !== entry.provider);
  const conceptWords = wordsOf(`${entry.code} ${concept.id} ${concept.kind} ${concept.name.en ?? ""}`);
  const groups = Map.groupBy(same, ({ provider }) => provider);
  return [...groups.values()].flatMap((group) => {
    const best = mostSimilar(entry.code, group, conceptWords, concept.kind);
    return best ? best.layer.entry(best.index) : [];
  });
}

/**
 * Returns the entry of `group`, one provider's codes for a concept, that is most similar to another provider's code. It
 * must not be about something else as well (`InvalidOwnerId` for `InvalidParameter`), unless it is one of the few common
 * codes of its provider for the concept.
 */
function mostSimilar<T extends Candidate>(
  code: string,
  group: readonly T[],
  conceptWords: readonly string[],
  kind: Kind,
): T | undefined {
  const codeWords = wordsOf(code);
  const common = group.filter(({ service }) => service === "common");
  const scored = group.map((one) => {
    const otherWords = [...new Set(wordsOf(one.code))];
    const unexplained = otherWords.filter((word) => !conceptWords.some((known) => isSameWord(known, word)));
    const explainedShare = 1 - unexplained.length / otherWords.length;
    // A code for a missing disk is no equivalent of a code for a missing gateway.
    const penalty = resourceKinds.has(kind) && unexplained.some((word) => !vagueWords.has(word)) ? 0.5 : 0;
    const sharedShare =
      otherWords.filter((word) => codeWords.includes(word)).length /
      Math.max(codeWords.length, otherWords.length);
    const bonus =
      (one.service === "common" ? 0.6 : 0) +
      (one.code === code ? 1 : 0) -
      (one.officialMisspelling ? 0.5 : 0);
    return { one, explainedShare, score: explainedShare + sharedShare + bonus - penalty };
  });
  scored.sort((a, b) => b.score - a.score || a.one.code.length - b.one.code.length);
  const [best] = scored;
  if (best && best.explainedShare >= 0.5) return best.one;
  return common.length <= maximumCommonCodes ? common[0] : undefined;
}

/** Whether two words differ only in their ending, such as `limit` and `limited`. */
function isSameWord(a: string, b: string): boolean {
  return (
    a === b || (a.length > 3 && b.length > 3 && (a.startsWith(b.slice(0, 5)) || b.startsWith(a.slice(0, 5))))
  );
}
