import { wordsOf } from "../../catalog/model/words.ts";
import type { Suggestion } from "../../catalog/search/spelling/speller.ts";
import { certainProvidersOf } from "./confidence.ts";
import { isAmongTexts, isBesideOccurrence, isPartlyListed, isRecurring } from "./doubts.ts";
import { isMostlyUnknown, otherCodesIn } from "./other-codes.ts";
import type { RuleContext } from "./rule.ts";
import { serviceOf } from "./services.ts";
import { isChosenName } from "./slip.ts";
import { hasUnusualWord, servicesOf } from "./unusual-words.ts";

/**
 * Returns the code that an unknown literal certainly means, though it differs from it by more than a slip: by words of
 * equal meaning, or by a missing or another family. It must be the only such code of the only provider that the file,
 * a pin or the configuration names, or the only one of the service that the file works with, or that all services of that
 * provider have. Empty if there is none.
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
  const inOtherWords = onlyCode(nearestIn(similar.inOtherWords(text), text), provider, context);
  const code = inOtherWords ?? onlyCode(similar.inOtherFamily(text), provider, context);
  if (code === undefined || isChosenName(literal, code)) return [];
  const isOtherFamily = text.includes(".") && !isSameFamily(text, code);
  // Where only some codes are listed, the literal may well be one of the others, unless its vendor would hardly write it.
  const isDoubtful =
    inOtherWords === undefined
      ? isOtherFamily
      : isOfOtherService(code, provider, context) || !hasUnusualWord(text, code, provider, context);
  if (isDoubtful && isPartlyListed(code, provider, context)) return [];
  if (isBesideOccurrence(code, context) || isAmongTexts(context)) return [];
  return isMostlyUnknown(otherCodesIn(context)) || isRecurring(context) ? [] : [code];
}

/** The services whose codes all other services answer with too. */
const sharedServices: ReadonlySet<string> = new Set(["common", "sdk"]);

/**
 * Returns the only code of a provider, or else the only one of the service that the file works with, or the only one that
 * all services have; undefined if several fit.
 */
function onlyCode(codes: readonly string[], provider: string, context: RuleContext): string | undefined {
  const own = codes.filter((code) => context.catalog.providersOf(code).includes(provider));
  if (own.length < 2) return own[0];
  const service = serviceOfFile(provider, context);
  const inService = own.filter(
    (code) => service !== undefined && servicesOf(code, provider, context).includes(service),
  );
  if (inService.length === 1) return inService[0];
  const shared = own.filter((code) => servicesOf(code, provider, context).some(isShared));
  return shared.length === 1 ? shared[0] : undefined;
}

const isShared = (service: string) => sharedServices.has(service);

/** Whether only other services than the one that the file works with have a code. */
function isOfOtherService(code: string, provider: string, context: RuleContext): boolean {
  const own = serviceOfFile(provider, context);
  if (own === undefined) return false;
  return !servicesOf(code, provider, context).some((service) => service === own || isShared(service));
}

/** Returns the service of a provider that the file works with; undefined if that is not clear. */
function serviceOfFile(provider: string, { document, catalog }: RuleContext): string | undefined {
  const services = catalog.services.flatMap((one) =>
    one.provider === provider && !isShared(one.service) ? one.service : [],
  );
  return serviceOf(document, catalog.provider(provider)?.imports ?? [], services);
}

/** Returns the codes that have the most words of a text: of two words of equal meaning, one is seldom exchanged. */
function nearestIn(codes: readonly string[], text: string): readonly string[] {
  const words = new Set(wordsOf(text));
  const shared = (code: string) => wordsOf(code).filter((word) => words.has(word)).length;
  const most = codes.reduce((greatest, code) => Math.max(greatest, shared(code)), 0);
  return codes.filter((code) => shared(code) === most);
}

function isSameFamily(one: string, other: string): boolean {
  return one.split(".", 1)[0] === other.split(".", 1)[0];
}
