import type { Catalog } from "../../catalog/model/catalog.ts";
import { wordsOf } from "../../catalog/model/words.ts";
import type { Suggestion } from "../../catalog/search/speller.ts";
import { certainProvidersOf } from "./confidence.ts";
import { isAmongTexts, isBesideOccurrence, isPartlyListed, isRecurring } from "./doubts.ts";
import { isMostlyUnknown, otherCodesIn } from "./other-codes.ts";
import type { RuleContext } from "./rule.ts";
import { isChosenName } from "./slip.ts";

/**
 * Returns the code that an unknown literal certainly means, though it differs from it by more than a slip: by words of
 * equal meaning, or by a missing or another family. It must be the only such code of the only provider that the file,
 * a pin or the configuration names, or the only one that all services of that provider have. Empty if there is none.
 */
export function similarCodesTo(context: RuleContext): string[] {
  const { occurrence, speller, catalog } = context;
  const [provider, ...others] = certainProvidersOf(context).map((one) => one.provider);
  if (provider === undefined || others.length > 0) return [];
  const { evidence, literal } = occurrence;
  if (evidence.isFromSiblings || evidence.isFromCorrection || evidence.kind === "contained") return [];
  const { text } = literal;
  // What is one slip away from a code, but too doubtful to be reported, means nothing else.
  const isSlip = ({ code, edit }: Suggestion) =>
    edit !== "several" && catalog.providersOf(code).includes(provider);
  if (speller.nearest(text, 1).some(isSlip)) return [];
  const { similar } = speller;
  const inOtherWords = onlyCode(nearestIn(similar.inOtherWords(text), text), provider, catalog);
  const code = inOtherWords ?? onlyCode(similar.inOtherFamily(text), provider, catalog);
  if (code === undefined || isChosenName(literal, code)) return [];
  const isOtherFamily = text.includes(".") && !isSameFamily(text, code);
  // Where only some codes are listed, the literal may well be one of the others, unless its words are not the provider's.
  const isDoubtful =
    inOtherWords === undefined ? isOtherFamily : !hasForeignWord(text, code, provider, context);
  if (isDoubtful && isPartlyListed(code, provider, context)) return [];
  if (isBesideOccurrence(code, context) || isAmongTexts(context)) return [];
  return isMostlyUnknown(otherCodesIn(context)) || isRecurring(context) ? [] : [code];
}

/** The services whose codes all other services answer with too. */
const sharedServices: ReadonlySet<string> = new Set(["common", "sdk"]);

/** Returns the only code of a provider, or else the only one that all its services have; undefined if several fit. */
function onlyCode(codes: readonly string[], provider: string, catalog: Catalog): string | undefined {
  const own = codes.filter((code) => catalog.providersOf(code).includes(provider));
  if (own.length < 2) return own[0];
  const shared = own.filter((code) =>
    catalog.entriesOf(code).some((one) => one.provider === provider && sharedServices.has(one.service)),
  );
  return shared.length === 1 ? shared[0] : undefined;
}

/** Returns the codes that have the most words of a text: of two words of equal meaning, one is seldom exchanged. */
function nearestIn(codes: readonly string[], text: string): readonly string[] {
  const words = new Set(wordsOf(text));
  const shared = (code: string) => wordsOf(code).filter((word) => words.has(word)).length;
  const most = codes.reduce((greatest, code) => Math.max(greatest, shared(code)), 0);
  return codes.filter((code) => shared(code) === most);
}

/** Whether a text has a word in place of one of a code's that the provider does not use. */
function hasForeignWord(text: string, code: string, provider: string, { speller }: RuleContext): boolean {
  const official = new Set(wordsOf(code));
  return wordsOf(text).some((word) => !official.has(word) && !speller.vocabulary.isWordOf(word, provider));
}

function isSameFamily(one: string, other: string): boolean {
  return one.split(".", 1)[0] === other.split(".", 1)[0];
}
