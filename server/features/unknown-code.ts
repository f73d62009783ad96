import type { Catalog } from "../../catalog/model/catalog.ts";
import { isDistinctive } from "../../catalog/model/words.ts";
import { readName } from "../../catalog/naming/reading.ts";
import type { NearestCode, UnknownCode } from "../../catalog/rendering/unknown-code.ts";
import type { Analysis, AnalyzedLiteral } from "../analysis/analysis.ts";
import type { Settings } from "../configuration/settings.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { certainSigns } from "../inference/inferred-provider.ts";
import { type RuleResult, ruleResultsOn } from "../rules/findings.ts";
import { IgnoreComments } from "../rules/ignores.ts";
import { familiesOf, nearestCodes } from "./nearest-codes.ts";

/** The rules by which a literal is no code of its provider, rather than one that the catalog lacks. */
const refutingRules: ReadonlySet<string> = new Set(["misspelled-code", "unknown-code"]);

/** A document with its analysis, and the settings that apply to it. */
interface AnalyzedDocument {
  document: TrackedDocument;
  analysis: Analysis;
  settings: Settings;
}

/**
 * Returns what a hover shows of a literal without a catalog entry: whose code it is not, what its name says, and the
 * nearest codes.
 * Undefined if nothing indicates that it is a code, or if there is nothing to say about it.
 */
export function unknownCodeOf(
  analyzedLiteral: AnalyzedLiteral,
  analyzed: AnalyzedDocument,
): UnknownCode | undefined {
  const { evidence, entries, literal } = analyzedLiteral;
  const code = literal.text;
  if (entries.length > 0 || code === "") return undefined;
  const { project } = analyzed.analysis;
  const owners = project.catalog.providersOf(code);
  if (owners.length > 0 && (evidence || isDistinctive(code))) {
    const family = familiesOf(code, owners, project.catalog).slice(0, 1);
    return {
      code,
      status: "unexplained",
      providers: owners,
      reading: readName(code, project.catalog.concepts),
      nearest: toNearest(family, owners, project.catalog),
    };
  }
  if (!evidence) return undefined;
  const refutation = refutationOf(analyzedLiteral, analyzed);
  const inContext = providersInContext(analyzedLiteral);
  const codes = nearestCodes(code, inContext, refutation?.suggestions ?? [], project);
  if (!refutation && codes.length === 0 && inContext.length === 0) return undefined;
  return {
    code,
    status: refutation ? "wrong" : "missing",
    providers: refutation && inContext.length === 0 ? onlyOwnerOf(codes, project.catalog) : inContext,
    reading: refutation ? undefined : readName(code, project.catalog.concepts),
    nearest: toNearest(codes, inContext, project.catalog),
  };
}

/** Returns the id of the provider that has all of the codes, as a list; an empty one if there are several. */
function onlyOwnerOf(codes: readonly string[], catalog: Catalog): string[] {
  const owners = [...new Set(codes.flatMap((code) => catalog.providersOf(code)))];
  return owners.length === 1 ? owners : [];
}

/** Returns codes with their entries, of the given providers if they have them. */
function toNearest(codes: readonly string[], providers: readonly string[], catalog: Catalog): NearestCode[] {
  return codes.map((code) => {
    const entries = catalog.entriesOf(code);
    return { code, entry: entries.find(({ provider }) => providers.includes(provider)) ?? entries[0] };
  });
}

/** Returns the ids of the certain providers; if there are none, of all that more than the spelling of codes indicates. */
function providersInContext({ providers }: AnalyzedLiteral): string[] {
  const certain = providers.filter(({ sign }) => certainSigns.has(sign));
  const indicated = providers.filter(({ sign }) => sign !== "code" && sign !== "shared code");
  return (certain.length > 0 ? certain : indicated).map(({ provider }) => provider);
}

/** Returns the finding that a literal is no code of its provider, if it is reported. */
function refutationOf(
  analyzedLiteral: AnalyzedLiteral,
  { document, analysis, settings: { enable, rules } }: AnalyzedDocument,
): RuleResult | undefined {
  const { project } = analysis;
  if (!enable || project.ignoresFile(document.uri) || project.ignoresCode(analyzedLiteral.literal.text))
    return undefined;
  const found = ruleResultsOn(analyzedLiteral, document, analysis, rules).find(
    ({ rule, isOff }) => refutingRules.has(rule) && !isOff,
  );
  const comments = found ? IgnoreComments.in(document, analysis).ignoring(found, document) : [];
  return comments.length > 0 ? undefined : found;
}
