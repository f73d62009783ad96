import { isDistinctive, wordsOf } from "../../catalog/model/words.ts";
import type { Suggestion } from "../../catalog/search/spelling/speller.ts";
import { handledActionsAt } from "../analysis/handled-actions.ts";
import { certainSigns, type InferredProvider } from "../inference/inferred-provider.ts";
import { familyOwnerOf } from "./complete-catalog.ts";
import { DocumentLiterals } from "./document-literals.ts";
import { ignoresCase, isAmongTexts, isBesideOccurrence, isPartlyListed, isRecurring } from "./doubts.ts";
import { isMostlyUnknown, otherCodesIn, shareOfProvider } from "./other-codes.ts";
import type { RuleContext } from "./rule.ts";
import { respellings, type Slip, slipOf } from "./slip.ts";
import { isOwnCase } from "./word-cases.ts";

/** The confidence that a literal is a misspelled code: a warning, a hint or nothing. */
export type Confidence = "none" | "likely" | "certain";

/**
 * Why a near code may be meant. `certain`: the file itself, a pin or the configuration names its provider. `neighbours`:
 * most other known codes of the file are of its provider, or nothing but a manifest names a provider, and nearly all
 * codes of its family are of this one. `possible`: a folder, a response or a manifest does, or no provider is inferred.
 * `unlikely`: only other providers are inferred. `other`: the file certainly works with another.
 */
type Owner = "certain" | "neighbours" | "possible" | "unlikely" | "other";

/** Returns the confidence that a literal is a misspelling of a near official code. */
export function confidenceOf(near: Suggestion, context: RuleContext): Confidence {
  const { code } = near;
  const { owner, provider } = ownerOf(code, context);
  if (owner === "other") return "none";
  if (isInSharedFamily(code, context)) return "certain";
  if (owner === "unlikely" || isBesideOccurrence(code, context) || isAmongTexts(context)) return "none";
  const providers = provider === undefined ? context.catalog.providersOf(code) : [provider];
  const slip = slipOf(near, context, providers);
  if (slip === "none" || (near.edit === "case" && ignoresCase(context))) return "none";
  // A code of another provider is wrong here only where that provider has misspelled a word.
  if (context.occurrence.isKnown && (slip !== "letters" || respellings.has(near.edit))) return "none";
  // A vendor that writes a word in several cases may do so in a code that is not listed.
  const isCaseByChance = near.edit === "case" && providers.some((id) => isListedByChance(id, context));
  const inLetters = isCaseByChance ? "likely" : confidenceInLetters(owner, context);
  const ofPlace = slip === "letters" ? inLetters : confidenceInStyle(near, slip, owner, context);
  const isMeant = ofPlace === "likely" && isOfLetters(near) && isOfCall(code, context);
  const confidence = isMeant ? "certain" : ofPlace;
  return confidence === "likely" && isRecurring(context) ? "none" : confidence;
}

/** Whether a letter is wrong: what differs by case, separators or endings may be a code of the call that is not listed. */
function isOfLetters({ edit }: Suggestion): boolean {
  return !respellings.has(edit) && edit !== "inflection" && edit !== "stray";
}

/** Whether all that can fail where the literal stands are calls, of which one certainly answers with a code. */
function isOfCall(code: string, { analysis, occurrence }: RuleContext): boolean {
  const handled = handledActionsAt(analysis, occurrence.literal.start);
  if (!handled?.certain) return false;
  return handled.actions.some(({ answers }) => answers.some((answer) => answer.code === code));
}

/** A broken word is hardly ever intended; without a certain provider, the other codes of the file must not be unknown. */
function confidenceInLetters(owner: Owner, context: RuleContext): Confidence {
  const isOwn = context.occurrence.evidence.isFromSiblings !== true;
  if (owner === "certain" || owner === "neighbours") return isOwn ? "certain" : "likely";
  return isMostlyUnknown(otherCodesIn(context)) ? "none" : "likely";
}

/** Another case, separator or ending may be official too, unless the catalog has all codes of the service. */
function confidenceInStyle(
  { code, edit }: Suggestion,
  slip: Slip,
  owner: Owner,
  context: RuleContext,
): Confidence {
  const others = otherCodesIn(context);
  const { text } = context.occurrence.literal;
  const wordCount = (one: string) => wordsOf(one).length;
  if (owner !== "certain") return slip === "style" && isElsewhere(code, context) ? "likely" : "none";
  if (isMostlyUnknown(others) || context.occurrence.evidence.isFromSiblings) return "none";
  if (certainProvidersOf(context).length > 1) return "none";
  const isPartial = certainProvidersOf(context).some(({ provider }) =>
    isPartlyListed(code, provider, context),
  );
  if (slip === "word") return isPartial ? "none" : "likely";
  if (edit === "stray" || !isPartial) return "certain";
  const certain = certainProvidersOf(context);
  const isByChance = certain.some(({ provider }) => isListedByChance(provider, context));
  const isOwn = (provider: string) => isOwnCase(text, code, provider, context.catalog);
  if (isByChance && edit === "case" && certain.some(({ provider }) => isOwn(provider))) return "none";
  // Of codes of two words, a vendor has several spellings often; of longer ones, hardly ever.
  return (edit === "case" && !isByChance) || Math.min(wordCount(code), wordCount(text)) > 2
    ? "likely"
    : "none";
}

/** Whether the catalog has only some codes of every service of a provider. */
function isListedByChance(provider: string, { catalog }: RuleContext): boolean {
  return catalog.provider(provider)?.partial.includes("*") === true;
}

/** Whether a distinctive code is elsewhere in the file, as a comparison or the like. */
function isElsewhere(code: string, { occurrence, analysis }: RuleContext): boolean {
  // Two constants may both be codes of their own.
  if (occurrence.evidence.kind === "constant" || !isDistinctive(code)) return false;
  return DocumentLiterals.of(analysis).occurrencesOf(code).length > 0;
}

/** Returns the providers that the file itself, a pin or the configuration names. */
export function certainProvidersOf({ occurrence }: RuleContext): readonly InferredProvider[] {
  return occurrence.providers.filter(({ sign }) => certainSigns.has(sign));
}

/** Returns why a code may be meant, and its provider in the file, if one is inferred. */
function ownerOf(code: string, context: RuleContext): { owner: Owner; provider?: string } {
  const owners = context.catalog.providersOf(code);
  const certain = certainProvidersOf(context);
  if (certain.length > 0) {
    const own = certain.find(({ provider }) => owners.includes(provider));
    return own ? { owner: "certain", provider: own.provider } : { owner: "other" };
  }
  const neighbour = providerOfNeighbours(owners, context);
  if (neighbour) return { owner: "neighbours", provider: neighbour };
  const { providers, literal } = context.occurrence;
  if (providers.every(({ sign }) => sign === "manifest")) {
    const provider = familyOwnerOf(literal.text, context.catalog);
    if (provider && owners.includes(provider)) return { owner: "neighbours", provider };
  }
  if (providers.length === 0) return { owner: "possible" };
  const own = providers.find(({ provider }) => owners.includes(provider));
  return own ? { owner: "possible", provider: own.provider } : { owner: "unlikely" };
}

/** Returns the provider of a near code that has at least two thirds of the other known codes of the file. */
function providerOfNeighbours(owners: readonly string[], context: RuleContext): string | undefined {
  const others = otherCodesIn(context);
  if (others.known === 0 || others.known < others.count / 2) return undefined;
  return owners.find((provider) => shareOfProvider(provider, context) >= 2 / 3);
}

/** Whether both codes belong to a family that all services of a provider share and of which every code is known. */
function isInSharedFamily(code: string, { occurrence, catalog }: RuleContext): boolean {
  const { text } = occurrence.literal;
  return catalog
    .providersOf(code)
    .flatMap((owner) => catalog.provider(owner)?.sharedFamilies ?? [])
    .some((family) => text.startsWith(family) && code.startsWith(family));
}
