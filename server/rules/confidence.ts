import { isDistinctive, wordsOf } from "../../catalog/model/words.ts";
import type { Suggestion } from "../../catalog/search/speller.ts";
import type { AnalyzedLiteral } from "../analysis/analysis.ts";
import { hasConstantNamedLike, isDefinition } from "../evidence/evidence.ts";
import { certainSigns, type Sign } from "../inference/inference.ts";
import type { RuleContext } from "./rule.ts";

/** The confidence that a literal is a misspelled code. */
export type Confidence = "none" | "likely" | "certain";

// Official codes differ by single letters too, so a small edit distance alone proves nothing. Each indication counts
// one point, or two if correct codes hardly ever show it. The spelling must by itself look like a misspelling; the
// surroundings show how unexpected an unknown code would be there.

/** Returns the confidence that a literal that is in no catalog is a misspelling of a near official code. */
export function confidenceOf(near: Suggestion, context: RuleContext): Confidence {
  const ownerWeight = weighOwner(near, context);
  if (ownerWeight >= 0 && isInSharedFamily(near.code, context)) return "certain";
  const editWeight = weighEdit(near, context);
  if (editWeight === 0) return "none";
  const sum = editWeight + ownerWeight + weighOtherCodes(context) + weighCorrectSpelling(near, context);
  // Official codes of one provider differ only in case, and a provider may use a code of another one in other case.
  if (editWeight > 1 && sum > 2 && ownerWeight >= 0 && near.edit !== "case") return "certain";
  return sum > (editWeight > 1 ? 0 : 1) ? "likely" : "none";
}

/** Returns 2 for an edit that is hardly ever intended, 1 for one that may be official, 0 for several edits. */
function weighEdit({ code, edit, distance }: Suggestion, context: RuleContext): number {
  const { occurrence, catalog } = context;
  const { text, relations } = occurrence.literal;
  if (edit === "several") return 0;
  // The constant's name shows which code is intended, whatever the edit in its value.
  if (!isDefinition(occurrence.literal) && hasConstantNamedLike(code, relations)) return 2;
  if (edit === "case" || edit === "separator") return weighStyle(distance, context);
  // If the constant's name has the same spelling, the spelling is the author's choice.
  if (isDefinition(occurrence.literal)) return 0;
  if (edit === "inflection") return 1;
  if (/\d/.test(differingPart(text, code))) return 0;
  if (edit === "doubled" || hasUnknownWord(text, catalog.vocabulary)) return 2;
  return text.length > code.length ? 0 : 1;
}

/** Returns 2 if a capital splits a word, 1 if only the style differs, 0 if too many characters differ. */
function weighStyle(distance: number, { occurrence, catalog }: RuleContext): number {
  if (distance > maximumStyleDistance) return 0;
  const splitsWord = distance === 1 && hasUnknownWord(occurrence.literal.text, catalog.vocabulary);
  return splitsWord && !isDefinition(occurrence.literal) ? 2 : 1;
}

/** More differences in case or separators are another style of writing codes rather than a misspelling. */
const maximumStyleDistance = 2;

/** Whether both codes belong to a family that all services of a provider share and of which every code is known. */
function isInSharedFamily(code: string, { occurrence, catalog }: RuleContext): boolean {
  const { text } = occurrence.literal;
  return catalog
    .providersOf(code)
    .flatMap((owner) => catalog.provider(owner)?.sharedFamilies ?? [])
    .some((family) => text.startsWith(family) && code.startsWith(family));
}

/** Returns the characters in which two spellings differ: what remains without their common prefix and suffix. */
function differingPart(one: string, other: string): string {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  const limit = Math.min(one.length, other.length) - start;
  while (end < limit && one.at(-1 - end) === other.at(-1 - end)) end++;
  return one.slice(start, one.length - end) + other.slice(start, other.length - end);
}

/** Whether any word is not in the vocabulary, not even in another inflection: providers use both `Id` and `Ids`. */
function hasUnknownWord(text: string, vocabulary: ReadonlySet<string>): boolean {
  return wordsOf(text).some(
    (word) => word.length > 3 && !/\d/.test(word) && !vocabulary.has(word) && !isInflection(word, vocabulary),
  );
}

const endings = ["s", "d", "ed", "ing", "er", "able"];

function isInflection(word: string, vocabulary: ReadonlySet<string>): boolean {
  return endings.some(
    (ending) =>
      vocabulary.has(word + ending) ||
      (word.endsWith(ending) && vocabulary.has(word.slice(0, -ending.length))),
  );
}

/** Signs that are not certain, but show that the project works with a provider. */
const likelySigns: ReadonlySet<Sign> = new Set<Sign>(["folder", "response", "manifest"]);

/** Returns 2 if the code is certainly of a provider of the file, 1 if it may be, -1 if it certainly is not, else 0. */
function weighOwner({ code }: Suggestion, { occurrence, catalog }: RuleContext): number {
  const owners = catalog.providersOf(code);
  const own = occurrence.providers.filter(({ provider }) => owners.includes(provider));
  if (own.some(({ sign }) => certainSigns.has(sign))) return 2;
  if (own.some(({ sign }) => likelySigns.has(sign))) return 1;
  return own.length === 0 && occurrence.providers.some(({ sign }) => certainSigns.has(sign)) ? -1 : 0;
}

/** Returns 2 if the correct code is elsewhere in the file and distinctive, 1 if it is there but plain, else 0. */
function weighCorrectSpelling({ code }: Suggestion, { occurrence, analysis, group }: RuleContext): number {
  // Two constants may both be codes of their own.
  if (occurrence.evidence?.kind === "constant") return 0;
  const isCorrect = ({ evidence, literal }: AnalyzedLiteral) => evidence && literal.text === code;
  // Two members of one group may both be codes of their own too.
  if (!analysis.literals.some(isCorrect) || group.some(isCorrect)) return 0;
  return isDistinctive(code) ? 2 : 1;
}

/**
 * Returns 1 if most other codes of the file are known, -1 if most are unknown, as in mocks and for services without a
 * catalog; one less if the spelling recurs, and one less if an unknown code is of the same family.
 */
function weighOtherCodes({ occurrence, analysis }: RuleContext): number {
  const { text } = occurrence.literal;
  const occurrences = analysis.literals.filter(({ evidence, literal }) => evidence && literal.text !== "");
  const others = new Map(occurrences.map((one) => [one.literal.text, one]));
  others.delete(text);
  const recurring = occurrences.filter(({ literal }) => literal.text === text).length > 2 ? 1 : 0;
  const unknown = [...others.values()].filter(({ isKnown }) => !isKnown);
  const knownShare = others.size === 0 ? 0 : 1 - unknown.length / others.size;
  const sameFamily = unknown.some((one) => isOfSameFamily(one, text)) ? 1 : 0;
  if (others.size > 2 && knownShare < 0.5) return -1 - recurring;
  return (others.size > 1 && knownShare >= 2 / 3 ? 1 : 0) - recurring - sameFamily;
}

/** Whether two codes have the same first dotted part. */
function isOfSameFamily({ literal }: AnalyzedLiteral, text: string): boolean {
  const family = /^\w+(?=\.)/.exec(text)?.[0];
  return family !== undefined && literal.text.startsWith(`${family}.`);
}
