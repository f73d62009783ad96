import type { Kind } from "../schema/terms.ts";
import type { Concept, Entry } from "./entry.ts";
import type { CatalogLayer } from "./layer.ts";
import { isSameField } from "./service-fields.ts";
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
type Candidate = Pick<Entry, "provider" | "code" | "service" | "officialMisspelling">;

/**
 * Concepts that say as little as “not found” or “not valid”: of which thing, only the code tells. The others, such as
 * an expired signature, mean the same whatever the code is called.
 */
const generalConcepts =
  /^(?:parameter|resource|operation)-|^(?:state-conflict|quota-exceeded|configuration-missing|feature-disabled|address-conflict|user-code-failed|external-endpoint-failed|subscription-required|not-approved)$/;

/** If a provider has more common codes than this for a concept, none of them represents the concept by default. */
const maximumCommonCodes = 2;

/** A concept as codes are compared with it: `words` are those of its name. */
interface ComparedConcept {
  id: string;
  kind: Kind;
  words: readonly string[];
}

/** Returns the equivalent entry of each other provider that has one that means the same. */
export function equivalentsIn(
  layers: readonly CatalogLayer[],
  entry: Entry,
  concept: Concept | undefined,
): Entry[] {
  if (!concept) return [];
  const { id, kind, name } = concept;
  const same = layers
    .flatMap((layer) => layer.rowsOfConcept(id))
    .filter(({ provider }) => provider !== entry.provider);
  const compared = { id, kind, words: wordsOf(`${id} ${kind} ${name.en ?? ""}`) };
  const groups = Map.groupBy(same, ({ provider }) => provider);
  return [...groups.values()].flatMap((group) => {
    const best = mostSimilar(entry, group, compared);
    return best ? best.layer.entry(best.index) : [];
  });
}

/**
 * Returns the entry of `group`, one provider's codes for a concept, that is most similar to another provider's code;
 * undefined if none means the same. It is of a service that does the same, or common to its provider, and must not be
 * about something else as well (`InvalidOwnerId` for `InvalidParameter`), unless it is one of the few common codes of
 * its provider for the concept.
 */
function mostSimilar<T extends Candidate>(
  own: Candidate,
  group: readonly T[],
  concept: ComparedConcept,
): T | undefined {
  if (generalConcepts.test(concept.id)) {
    return ranked(own.code, aboutSame(own, group, concept), concept)[0]?.one;
  }
  const near = group.filter((one) => isComparable(own, one));
  const common = near.filter(({ service }) => service === "common");
  const [best] = ranked(own.code, near, concept);
  if (best && best.explainedShare >= 0.5) return best.one;
  return common.length <= maximumCommonCodes ? common[0] : undefined;
}

/** Whether a code that means the same in another service can stand for it. */
function isComparable(own: Candidate, other: Candidate): boolean {
  const isNear = other.service === "common" || other.service === own.service || isSameField(own, other);
  return isNear || other.code === own.code;
}

/** Returns the codes that name the same thing in the same field; if the code names none, common ones too. */
function aboutSame<T extends Candidate>(
  own: Candidate,
  group: readonly T[],
  { words }: ComparedConcept,
): T[] {
  const thing = thingOf(own.code, words);
  return group.filter(
    (one) =>
      (isSameField(own, one) || (thing === "" && one.service === "common")) &&
      thingOf(one.code, words) === thing,
  );
}

/** Returns the words of a code that its concept does not explain, in alphabetical order and in the singular. */
function thingOf(code: string, conceptWords: readonly string[]): string {
  const words = wordsOf(code)
    .map((word) => word.replace(/(?<=..[^s])s$/, ""))
    .filter((word) => !vagueWords.has(word) && !conceptWords.some((known) => isSameWord(known, word)));
  return [...new Set(words)].sort().join(" ");
}

function ranked<T extends Candidate>(
  code: string,
  group: readonly T[],
  { words, kind }: ComparedConcept,
): { one: T; explainedShare: number }[] {
  const codeWords = wordsOf(code);
  const known = [...codeWords, ...words];
  const scored = group.map((one) => {
    const otherWords = [...new Set(wordsOf(one.code))];
    const unexplained = otherWords.filter((word) => !known.some((other) => isSameWord(other, word)));
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
  return scored.sort((a, b) => b.score - a.score || a.one.code.length - b.one.code.length);
}

/** Whether two words differ only in their ending, such as `limit` and `limited`. */
function isSameWord(a: string, b: string): boolean {
  return (
    a === b || (a.length > 3 && b.length > 3 && (a.startsWith(b.slice(0, 5)) || b.startsWith(a.slice(0, 5))))
  );
}
