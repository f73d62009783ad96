import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import { repeatedEntriesOf } from "../../catalog/model/explained.ts";
import type { Slices } from "../../catalog/model/slices.ts";
import type { DocumentCalls } from "../calls/document-calls.ts";
import type { Project } from "../configuration/project.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { withSiblingConstants } from "../evidence/sibling-constants.ts";
import { type InferredProvider, toInferredProvider } from "../inference/inferred-provider.ts";
import type { ProviderMark } from "../inference/marks.ts";
import { type ImportedServices, serviceRank, servicesImported } from "../inference/services.ts";
import { knownCodesIn } from "../syntax/fallback.ts";
import type { Literal } from "../syntax/literal.ts";
import type { Budget } from "../syntax/parsing/budget.ts";
import type { Analysis, AnalyzedLiteral } from "./analysis.ts";
import { type ExaminedLiteral, examineLiterals } from "./examined-literals.ts";
import { codesOf, providersByFunction, providersInMapping } from "./providers-around.ts";

/** So many literals take far less than a slice. */
const literalsPerStep = 64;

/** What an analysis is made of. */
interface AnalysisInput {
  document: TrackedDocument;
  project: Project;
  /** The literals of the document, or why it was not read. */
  read: Literal[] | Analysis["unreadable"];
  marks: readonly ProviderMark[];
  manifest: { name: string; text: string } | undefined;
  folders: readonly string[];
  vendoredFolder: string | undefined;
  /** Recognises the calls of APIs in the document, if it still has the version of an analysis. */
  callsOf: (analysis: Analysis) => DocumentCalls | undefined;
}

/** An analysis, and what the next one of the document can take over from it. */
export interface AnalysisWithParts {
  analysis: Analysis;
  examined: readonly ExaminedLiteral[];
  /** The same literals with the evidence of their siblings; literals that stand as they did are the same objects. */
  withEvidence: readonly ExaminedLiteral[];
  /** The providers of each literal, if they are the same for all. */
  common: readonly InferredProvider[] | undefined;
  /** The services that the document imports, if a literal needed them. */
  imported: ImportedServices | undefined;
}

/**
 * Analyzes a document of which the literals were read, in slices; `before` is the last analysis of the document for its
 * project. If the document is changed meanwhile, the analysis is that of the version at the beginning.
 */
export function* analysisOf(
  { document, project, read, marks, manifest, folders, vendoredFolder, callsOf }: AnalysisInput,
  before: AnalysisWithParts | undefined,
  budget: Budget,
): Slices<AnalysisWithParts> {
  const { catalog, inference } = project;
  const [parsed, unreadable] = typeof read === "string" ? [undefined, read] : [read, undefined];
  const { version, text, uri, languageId } = document;
  const all = parsed ?? (yield* knownCodesIn(text, catalog, budget));
  const examined = yield* examineLiterals(all, project, before?.examined ?? [], budget);
  const withEvidence = withSiblingConstants(examined, (code) => catalog.isOfficial(code));
  const codes = codesOf(withEvidence);
  const inferredProviders = sameAs(
    before?.analysis.inferredProviders,
    inference.infer({ marks, uri, manifest, codes }),
  );
  const [pin] = project.pinsOf(uri);
  const pinned = pin?.providers.map((id) => toInferredProvider(id, "pin", pin.path));
  const providers = pinned ? sameAs(before?.analysis.providers, pinned) : inferredProviders;
  let imported: ImportedServices | undefined;
  const importedServices = () => (imported ??= servicesImported(text, marks, catalog));
  const providersOf = pin
    ? undefined
    : providersAround({ text, languageId }, project, marks, withEvidence, providers);
  const reused = providersOf === undefined && before?.common === providers ? before : undefined;
  let areServicesSame: boolean | undefined;
  const isSame = (one: ExaminedLiteral) => {
    if (one.entries.length < 2 && one.areAllEntries) return true;
    const { imported: earlier } = reused ?? {};
    areServicesSame ??= earlier !== undefined && areSameServices(earlier, importedServices());
    return areServicesSame;
  };
  const entriesFor = entriesInOrder(catalog, importedServices);
  const literals: AnalyzedLiteral[] = [];
  for (const [index, one] of withEvidence.entries()) {
    const last = reused?.withEvidence[index] === one ? reused.analysis.literals[index] : undefined;
    literals.push(last && isSame(one) ? last : toAnalyzed(one, providersOf?.(one) ?? providers, entriesFor));
    if (index % literalsPerStep === 0 && budget.isSliceOver) yield;
  }
  let calls: DocumentCalls | undefined;
  const analysis: Analysis = {
    version,
    project,
    folders,
    vendoredFolder,
    isParsed: parsed !== undefined,
    unreadable,
    literals,
    providers,
    inferredProviders,
    get importedServices() {
      return importedServices();
    },
    get calls() {
      calls ??= callsOf(analysis);
      return calls;
    },
  };
  return { analysis, examined, withEvidence, common: providersOf ? undefined : providers, imported };
}

/** Returns the entries of a literal as they count at its place, if it works with some providers. */
type EntriesFor = (one: ExaminedLiteral, providers: readonly InferredProvider[]) => readonly Entry[];

function toAnalyzed(
  one: ExaminedLiteral,
  providers: readonly InferredProvider[],
  entriesFor: EntriesFor,
): AnalyzedLiteral {
  const { literal, evidence, isKnown } = one;
  return { literal, evidence, isKnown, providers, entries: entriesFor(one, providers) };
}

/** Adds the entries of imported services and sorts all, once for each code and list of providers. */
function entriesInOrder(catalog: Catalog, importedServices: () => ImportedServices): EntriesFor {
  const found = new Map<readonly InferredProvider[], Map<string, readonly Entry[]>>();
  return (one, providers) => {
    if (one.areAllEntries && one.entries.length < 2) return one.entries;
    const byText = found.get(providers) ?? new Map<string, readonly Entry[]>();
    found.set(providers, byText);
    let entries = byText.get(one.literal.text);
    if (!entries) {
      const all = one.areAllEntries ? one.entries : withImported(one, catalog, importedServices());
      entries = inOrder(all, providers, importedServices);
      byText.set(one.literal.text, entries);
    }
    return entries;
  };
}

/** Returns what infers the providers of single literals; undefined if those of the document are those of all. */
function providersAround(
  { text, languageId }: Pick<TrackedDocument, "text" | "languageId">,
  { inference }: Project,
  marks: readonly ProviderMark[],
  literals: readonly ExaminedLiteral[],
  ofDocument: readonly InferredProvider[],
): ((one: ExaminedLiteral) => readonly InferredProvider[] | undefined) | undefined {
  const inFunction = inference.inferenceByFunction(text, marks);
  const byFunction = inFunction && providersByFunction(literals, text, inFunction);
  const inMapping = literals.some(({ evidence }) => evidence)
    ? inference.inferenceByMapping(text, languageId)
    : undefined;
  if (!byFunction && !inMapping) return undefined;
  return (one) =>
    byFunction?.(one) ?? (inMapping && providersInMapping(inMapping(one.literal.start), ofDocument));
}

/** Returns the earlier one of two equal lists of providers, so that it is seen that nothing has changed. */
function sameAs(
  earlier: readonly InferredProvider[] | undefined,
  later: readonly InferredProvider[],
): readonly InferredProvider[] {
  return earlier && JSON.stringify(earlier) === JSON.stringify(later) ? earlier : later;
}

function areSameServices(some: ImportedServices, others: ImportedServices): boolean {
  return JSON.stringify([...some]) === JSON.stringify([...others]);
}

/** Returns the entries of a literal with those that are repeated, of the services that the file imports. */
function withImported(
  { entries, literal }: ExaminedLiteral,
  catalog: Catalog,
  imported: ImportedServices,
): readonly Entry[] {
  const repeated = repeatedEntriesOf(
    literal.text,
    catalog,
    ({ provider, service }) => imported.get(provider)?.includes(service) ?? false,
  );
  return repeated.length > 0 ? [...entries, ...repeated] : entries;
}

/**
 * Sorts entries by the order of their providers, entries of other providers last; of one provider, those of imported
 * services first, then common ones.
 */
function inOrder(
  entries: readonly Entry[],
  providers: readonly InferredProvider[],
  importedServices: () => ImportedServices,
): readonly Entry[] {
  if (entries.length < 2) return entries;
  const imported = importedServices();
  const rank = (entry: Entry) => {
    const at = providers.findIndex(({ provider }) => provider === entry.provider);
    return 3 * (at < 0 ? providers.length : at) + (at < 0 ? 0 : serviceRank(entry, imported));
  };
  return [...entries].sort((a, b) => rank(a) - rank(b));
}
