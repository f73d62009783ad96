import type { EditKind } from "../../catalog/search/spelling/edit.ts";
import { minimumCorrectionLength } from "../../catalog/search/spelling/speller.ts";
import type { Analysis } from "../analysis/analysis.ts";
import type { RuleContext } from "./rule.ts";

/** The distinct codes of a file, without those that are slips. */
interface CodesOfFile {
  /** Whether each of them is known. */
  isKnown: ReadonlyMap<string, boolean>;
  known: number;
  /** How many of the known ones each provider has, by its id. */
  ofProvider: ReadonlyMap<string, number>;
}

const codesByAnalysis = new WeakMap<Analysis, CodesOfFile>();

/** Returns the distinct codes of a file; they are counted once for each analysis. */
function codesOf({
  analysis,
  catalog,
  speller,
}: Pick<RuleContext, "analysis" | "catalog" | "speller">): CodesOfFile {
  let codes = codesByAnalysis.get(analysis);
  if (!codes) {
    const occurrences = analysis.literals.filter(({ evidence, literal }) => evidence && literal.text !== "");
    const isKnown = new Map(occurrences.map((one) => [one.literal.text, one.isKnown]));
    for (const text of slipsAmong(isKnown, speller)) isKnown.delete(text);
    const knownTexts = [...isKnown].flatMap(([text, known]) => (known ? text : []));
    const ofProvider = new Map<string, number>();
    for (const provider of knownTexts.flatMap((text) => catalog.providersOf(text)))
      ofProvider.set(provider, (ofProvider.get(provider) ?? 0) + 1);
    codes = { isKnown, known: knownTexts.length, ofProvider };
    codesByAnalysis.set(analysis, codes);
  }
  return codes;
}

/** The edits by which a letter is lost or wrong: other ones may be another vendor's style. */
const lettersEdits: ReadonlySet<EditKind> = new Set<EditKind>(["missing", "swapped", "doubled"]);
/** Of more unknown codes, none is looked at: a file has not so many slips. */
const maximumSlips = 50;

/** Returns the unknown codes that are one letter away from official ones: several slips in a file excuse none of them. */
function slipsAmong(isKnown: ReadonlyMap<string, boolean>, speller: RuleContext["speller"]): string[] {
  const unknown = [...isKnown].flatMap(([text, known]) => (known ? [] : text));
  if (unknown.length > maximumSlips) return [];
  return unknown.filter(
    (text) =>
      text.length >= minimumCorrectionLength &&
      speller.nearest(text, 1).some(({ edit }) => lettersEdits.has(edit)),
  );
}

/** The other distinct codes of a file: how many there are, and how many of them are known. */
export interface OtherCodes {
  count: number;
  known: number;
}

/** Returns the other codes of the file. */
export function otherCodesIn(context: RuleContext): OtherCodes {
  const { isKnown, known } = codesOf(context);
  const own = isKnown.get(context.occurrence.literal.text);
  return { count: isKnown.size - (own === undefined ? 0 : 1), known: known - (own ? 1 : 0) };
}

/** Returns the share of the other known codes of the file that a provider has. */
export function shareOfProvider(provider: string, context: RuleContext): number {
  const { isKnown, known, ofProvider } = codesOf(context);
  const { text } = context.occurrence.literal;
  const isOwn = isKnown.get(text) === true;
  const isOfProvider = isOwn && context.catalog.providersOf(text).includes(provider);
  return ((ofProvider.get(provider) ?? 0) - (isOfProvider ? 1 : 0)) / (known - (isOwn ? 1 : 0));
}

/** Whether most other codes of a file are unknown, as in mocks and for services without a catalog. */
export function isMostlyUnknown({ count, known }: OtherCodes): boolean {
  return count > 2 && known < count / 2;
}
