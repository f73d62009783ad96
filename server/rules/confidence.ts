import { isDistinctive, words } from "../../catalog/model/words.ts";
import type { Suggestion } from "../../catalog/search/speller.ts";
import type { AnalyzedLiteral } from "../analysis/analysis.ts";
import { definesConstantOf, isDefinition } from "../evidence/evidence.ts";
import { certainSigns, type Sign } from "../inference/inference.ts";
import type { RuleContext } from "./rule.ts";

/** How sure it is that a literal is a slip of a code: not at all, likely, or certain. */
export type Confidence = "none" | "likely" | "certain";

// Official codes differ by single letters too, so nearness alone proves nothing. Each ground counts one point, or two
// where it is one that honest codes hardly ever give. What was written must by itself look like a slip; the
// surroundings tell whether an unknown code would be a surprise there.

/** Weighs whether a literal that no catalog knows is a slip of an official code that is near to it. */
export function confidenceOf(near: Suggestion, context: RuleContext): Confidence {
  const owner = weighOwner(near, context);
  if (owner >= 0 && isInSharedFamily(near.code, context)) return "certain";
  const slip = weighSlip(near, context);
  if (slip === 0) return "none";
  const sum = slip + owner + weighCompany(context) + weighModel(near, context);
  // Official codes of one provider differ in their case alone, and those of another may stand for its own.
  if (slip > 1 && sum > 2 && owner >= 0 && near.edit !== "case") return "certain";
  return sum > (slip > 1 ? 0 : 1) ? "likely" : "none";
}

/** Two for what hardly anybody writes on purpose, one for what a service may as well have done, none for two slips. */
function weighSlip({ code, edit, distance }: Suggestion, context: RuleContext): number {
  const { occurrence, catalog } = context;
  const { text, relations } = occurrence.literal;
  if (edit === "several") return 0;
  // The constant says what was meant, whatever is wrong with its value.
  if (!isDefinition(occurrence.literal) && definesConstantOf(code, relations)) return 2;
  if (edit === "case" || edit === "separator") return weighStyle(distance, context);
  // Misspelled in its name too, it is what somebody called it.
  if (isDefinition(occurrence.literal)) return 0;
  if (edit === "inflection") return 1;
  if (/\d/.test(changed(text, code))) return 0;
  if (edit === "doubled" || hasStrangeWord(text, catalog.vocabulary)) return 2;
  return text.length > code.length ? 0 : 1;
}

/** Two where a capital breaks a word, one where the same words are written another way. */
function weighStyle(distance: number, { occurrence, catalog }: RuleContext): number {
  if (distance > maximumStyle) return 0;
  const breaks = distance === 1 && hasStrangeWord(occurrence.literal.text, catalog.vocabulary);
  return breaks && !isDefinition(occurrence.literal) ? 2 : 1;
}

/** More letters in another case, or other separators, are another style of writing codes rather than a slip. */
const maximumStyle = 2;

/** Whether both are of a family that all services of a provider share and whose every code is known. */
function isInSharedFamily(code: string, { occurrence, catalog }: RuleContext): boolean {
  const { text } = occurrence.literal;
  return catalog
    .owners(code)
    .flatMap((owner) => catalog.provider(owner)?.sharedFamilies ?? [])
    .some((family) => text.startsWith(family) && code.startsWith(family));
}

/** What differs between two spellings. */
function changed(one: string, other: string): string {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end++;
  return one.slice(start, one.length - end) + other.slice(start, other.length - end);
}

/** Whether a word occurs in no official code, and is no other form of one that does: providers use both `Id` and `Ids`. */
function hasStrangeWord(text: string, vocabulary: ReadonlySet<string>): boolean {
  return words(text).some(
    (word) => word.length > 3 && !/\d/.test(word) && !vocabulary.has(word) && !isFormOf(word, vocabulary),
  );
}

const endings = ["s", "d", "ed", "ing", "er", "able"];

function isFormOf(word: string, vocabulary: ReadonlySet<string>): boolean {
  return endings.some(
    (ending) =>
      vocabulary.has(word + ending) ||
      (word.endsWith(ending) && vocabulary.has(word.slice(0, -ending.length))),
  );
}

/** Signs of providers that leave no doubt, and those that say as much as that the project has to do with it. */
const signs: ReadonlySet<Sign> = new Set<Sign>(["folder", "response", "manifest"]);

/** Two where the code is surely of a provider of the file, one where it may be, minus one where it surely is not. */
function weighOwner({ code }: Suggestion, { occurrence, catalog }: RuleContext): number {
  const owners = catalog.owners(code);
  const own = occurrence.providers.filter(({ provider }) => owners.includes(provider));
  if (own.some(({ sign }) => certainSigns.has(sign))) return 2;
  if (own.some(({ sign }) => signs.has(sign))) return 1;
  return own.length === 0 && occurrence.providers.some(({ sign }) => certainSigns.has(sign)) ? -1 : 0;
}

/** Two where the code itself, one of a family, stands elsewhere in the file, one where a plain one does. */
function weighModel({ code }: Suggestion, { occurrence, analysis, group }: RuleContext): number {
  // Of constants and alternatives, both may be codes.
  if (occurrence.evidence?.kind === "constant") return 0;
  const isThere = ({ evidence, literal }: AnalyzedLiteral) => evidence && literal.text === code;
  if (!analysis.literals.some(isThere) || group.some(isThere)) return 0;
  return isDistinctive(code) ? 2 : 1;
}

/** One among codes that are known; minus one among unknown ones, as mocks and services without a catalog have them. */
function weighCompany({ occurrence, analysis }: RuleContext): number {
  const { text } = occurrence.literal;
  const believed = analysis.literals.filter(({ evidence, literal }) => evidence && literal.text !== "");
  const others = new Map(believed.map((one) => [one.literal.text, one]));
  others.delete(text);
  const recurs = believed.filter(({ literal }) => literal.text === text).length > 2 ? 1 : 0;
  const strange = [...others.values()].filter(({ isKnown }) => !isKnown);
  const share = others.size === 0 ? 0 : 1 - strange.length / others.size;
  const kin = strange.some((one) => isKin(one, text)) ? 1 : 0;
  if (others.size > 2 && share < 0.5) return -1 - recurs;
  return (others.size > 1 && share >= 2 / 3 ? 1 : 0) - recurs - kin;
}

/** Whether a code is of the same dotted family as another. */
function isKin({ literal }: AnalyzedLiteral, text: string): boolean {
  const family = /^\w+(?=\.)/.exec(text)?.[0];
  return family !== undefined && literal.text.startsWith(`${family}.`);
}
