import { withoutSeparators, wordsOf } from "../../catalog/model/words.ts";
import type { EditKind } from "../../catalog/search/spelling/edit.ts";
import type { Suggestion } from "../../catalog/search/spelling/speller.ts";
import { hasConstantNamedLike, isDefinition } from "../evidence/constant-names.ts";
import type { Literal, Relation } from "../syntax/literal.ts";
import type { RuleContext } from "./rule.ts";

/**
 * The kind of slip that leads from a code to a written text. `letters`: a letter is wrong, and a word results that the
 * provider does not use, or a separator that it does not use, or the name of a constant shows which code is meant. `style`: only case, separators or the
 * ending of a word differ, which may be another official spelling. `word`: a letter differs, but every word is one that
 * the provider uses. `none`: two texts for different things, or the spelling is the author's choice.
 */
export type Slip = "letters" | "style" | "word" | "none";

/** Returns the kind of slip; `providers` are those whose words count. */
export function slipOf(
  { code, edit }: Suggestion,
  { occurrence, speller, catalog }: RuleContext,
  providers: readonly string[],
): Slip {
  const { literal } = occurrence;
  const allProviders = catalog.providers.map(({ id }) => id);
  if (edit === "several" || (respellings.has(edit) && isOtherStyle(literal.text, code))) return "none";
  if (isNamedExactly(code, literal.relations)) return "letters";
  if (isChosenName(literal, code)) return "none";
  if (hasConstantNamedLike(code, literal.relations)) return "letters";
  const breaksWord = misspelledWords(literal.text, code, edit).some(
    // Another form of a word is wrong only if no provider writes it.
    (word) => !speller.vocabulary.has(word, edit === "inflection" ? allProviders : providers),
  );
  if (edit === "stray") return "style";
  if (respellings.has(edit)) {
    const isForeign = edit === "separator" && speller.vocabulary.joinsOtherwise(literal.text, providers);
    return breaksWord || isForeign ? "letters" : "style";
  }
  if (breaksWord) return "letters";
  if (edit === "inflection") return "style";
  if (/\d/.test(differingPart(literal.text, code))) return "none";
  if (edit === "doubled" || isUnusualThere({ code, edit }, literal.text, speller, providers))
    return "letters";
  // Another letter in addition makes another code rather than a misspelled one: `XNotImplemented`.
  return literal.text.length > code.length ? "none" : "word";
}

/**
 * Whether a constant is named like its value, so that the spelling is the author's choice. A name like the whole code
 * shows that the code is meant: `INTERNAL_ERROR = "nternalError"`.
 */
export function isChosenName(literal: Literal, code: string): boolean {
  if (!isDefinition(literal)) return false;
  const lengthOf = (text: string) => withoutSeparators(text).length;
  return lengthOf(code) <= lengthOf(literal.text) || !hasConstantNamedLike(code, literal.relations);
}

/** The edits after which the letters are the same but for their case. */
export const respellings: ReadonlySet<EditKind> = new Set<EditKind>(["case", "separator"]);

/** Whether a constant or enum member has the name of a code, also in its case: `NoSuchBucket = "NosuchBucket"`. */
function isNamedExactly(code: string, relations: readonly Relation[]): boolean {
  const letters = (text: string) => text.replace(/[._-]/g, "");
  return relations.some(
    ({ kind, subject }) => kind === "constant" && letters(subject).endsWith(letters(code)),
  );
}

/** Edits that hardly ever lead from one word to another that makes sense in its place, as another letter does. */
const accidents: ReadonlySet<EditKind> = new Set<EditKind>(["swapped", "missing"]);
/** Two words that stand in a row in so many codes of a provider belong together: `NotFound`. */
const usualPair = 50;

/**
 * Whether a word that results from a slip is one that its providers use, but nowhere beside the same words, where the
 * intended one is usual: `NotFund` for `NotFound`.
 */
function isUnusualThere(
  { code, edit }: Pick<Suggestion, "code" | "edit">,
  text: string,
  { usage }: RuleContext["speller"],
  providers: readonly string[],
): boolean {
  const [written, intended] = [wordsOf(text), wordsOf(code)];
  const at = written.findIndex((word, index) => word !== intended[index]);
  if (!accidents.has(edit) || written.length !== intended.length) return false;
  const pairsOf = (words: readonly string[]) => [words.slice(at - 1, at + 1), words.slice(at, at + 2)];
  const countOf = ([first, second]: readonly string[], provider: string) =>
    first === undefined || second === undefined ? 0 : usage.countPair(first, second, provider);
  return providers.some(
    (provider) =>
      pairsOf(written).every((pair) => countOf(pair, provider) === 0) &&
      pairsOf(intended).some((pair) => countOf(pair, provider) >= usualPair),
  );
}

/** Short words may be abbreviations; these letters are wrong even there. */
const shortWordEdits: ReadonlySet<EditKind> = new Set<EditKind>(["swapped", "missing"]);

/** Returns the words of a text that its nearest code does not have and that are long enough to be misspelled. */
function misspelledWords(text: string, code: string, edit: EditKind): string[] {
  const official = new Set(wordsOf(code));
  const minimum = shortWordEdits.has(edit) ? 3 : 4;
  return wordsOf(text).filter((word) => word.length >= minimum && !/\d/.test(word) && !official.has(word));
}

/**
 * Whether a text is written in another style than its code: with other case and other separators (`INTERNAL_ERROR`), in
 * capitals throughout, or as the camelCase name of an everyday word (`notFound`).
 */
function isOtherStyle(text: string, code: string): boolean {
  const letters = (one: string) => one.replace(/[^\p{L}\p{N}]/gu, "");
  if (text.toLowerCase() !== code.toLowerCase())
    return letters(text) !== letters(code) && !isNearCase(letters(text), letters(code));
  if (text === text.toUpperCase()) return true;
  return /^\p{Ll}/u.test(text) && !code.includes(".") && wordsOf(code).length < 3;
}

/** Whether two texts differ in the case of one letter, as where a dot is lost before it. */
function isNearCase(one: string, other: string): boolean {
  return [...one].filter((letter, at) => letter !== other[at]).length <= 1;
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
