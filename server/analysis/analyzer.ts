import type { Node } from "web-tree-sitter";
import type { Entry } from "../../catalog/model/entry.ts";
import type { Project } from "../configuration/project.ts";
import type { Projects } from "../configuration/projects.ts";
import { vendoredFolderOf } from "../configuration/vendored.ts";
import type { Host } from "../documents/host.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { evidenceOf, mayHaveEvidence } from "../evidence/evidence.ts";
import { withSiblingConstants } from "../evidence/sibling-constants.ts";
import { importsSeveralProviders } from "../inference/inference.ts";
import { type InferredProvider, toInferredProvider } from "../inference/inferred-provider.ts";
import { Manifests } from "../inference/manifests.ts";
import { type ImportedServices, serviceRank, servicesImported } from "../inference/services.ts";
import { knownCodesIn } from "../syntax/fallback.ts";
import type { Literal } from "../syntax/literal.ts";
import { Literals } from "../syntax/literals.ts";
import type { ReadingTime } from "../syntax/parsing/budget.ts";
import type { Replacement } from "../syntax/replacement.ts";
import type { Analysis, AnalyzedLiteral } from "./analysis.ts";
import { within } from "./patience.ts";
import { codesOf, providersByFunction, providersInMapping } from "./providers-around.ts";

/**
 * How much reading of a document an answer waits for, in milliseconds. Loading a grammar and the reading of other
 * documents do not count: on a busy machine too, a short text is read before it is answered.
 */
const editorPatience = 800;

/** Analyzes documents: literals, evidence and providers, once for each version of a document and its project. */
export class Analyzer {
  readonly #literals: Literals;
  readonly #projects: Projects;
  readonly #manifests: Manifests;
  readonly #patience: number;
  readonly #whenRead: () => void;
  #folders: readonly string[] = [];
  readonly #cached = new Map<
    TrackedDocument,
    { version: number; project: Project; analysis: Promise<Analysis> }
  >();

  /**
   * `time` is what reading one document may take. If it is undefined, it is that of an editor: answers then do not wait
   * for a text that takes long, and `whenRead` is called after it was read.
   */
  constructor(
    host: Host,
    projects: Projects,
    manifests = new Manifests(host),
    time?: ReadingTime,
    whenRead = () => {},
  ) {
    this.#literals = new Literals(host, mayHaveEvidence, time);
    this.#patience = time ? Number.POSITIVE_INFINITY : editorPatience;
    this.#whenRead = whenRead;
    this.#projects = projects;
    this.#manifests = manifests;
  }

  /** Sets the URIs of the open workspace folders and drops all cached analyses, which contain them. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders;
    this.#cached.clear();
  }

  /**
   * Returns the analysis of the current version of a document, from the cache if possible. If reading the document takes
   * longer than `patience`, in milliseconds, that is for now the analysis of a text of an unknown language.
   */
  async analyze(document: TrackedDocument, patience = this.#patience): Promise<Analysis> {
    const project = await this.#projects.of(document.uri);
    const cached = this.#cached.get(document);
    const isCurrent = cached?.version === document.version && cached.project === project;
    if (isCurrent && !this.#literals.hasLostTree(document)) return cached.analysis;
    const analysis = this.#analyzeInTime(document, project, patience);
    this.#cached.set(document, { version: document.version, project, analysis });
    return analysis;
  }

  async #analyzeInTime(document: TrackedDocument, project: Project, patience: number): Promise<Analysis> {
    const { text } = document;
    const spentBefore = this.#literals.timeSpentOn(document);
    const marks = project.inference.marksIn(text);
    // If packages of several providers are imported, the function around a literal indicates its provider.
    const reading = this.#literals.literalsOf(
      document,
      document.needsContext || importsSeveralProviders(marks),
    );
    const spent = () => this.#literals.timeSpentOn(document) - spentBefore;
    const read = await within(reading, spent, patience);
    // The document may have been edited while it was read.
    const analysis = this.#analyze(
      document,
      project,
      read,
      document.text === text ? marks : project.inference.marksIn(document.text),
    );
    if (read !== "pending") return analysis;
    const { version } = document;
    const replace = async (finished: Awaited<typeof reading>) => {
      const cached = this.#cached.get(document);
      if (cached?.version !== version || document.version !== version) return;
      const whole = this.#analyze(document, project, finished, project.inference.marksIn(document.text));
      this.#cached.set(document, { ...cached, analysis: whole });
      await whole;
      this.#whenRead();
    };
    reading.then(replace).catch(() => {});
    return analysis;
  }

  /**
   * Returns the root of the syntax tree of the current version of a document, valid until the next `await`; undefined
   * if that version is not parsed.
   */
  rootOf(document: TrackedDocument): Node | undefined {
    return this.#literals.tree(document)?.rootNode;
  }

  /** Returns the literals near a replacement as they would be if it were made; see {@link Literals.literalsIf}. */
  literalsIf(document: TrackedDocument, replacement: Replacement): Promise<Literal[]> {
    return this.#literals.literalsIf(document, replacement);
  }

  /** Releases everything held for a closed document. */
  forget(document: TrackedDocument): void {
    this.#literals.forget(document);
    this.#cached.delete(document);
  }

  /** Analyzes a document of which the literals were read, or why they were not. */
  async #analyze(
    document: TrackedDocument,
    project: Project,
    read: Literal[] | Analysis["unreadable"],
    marks: ReturnType<Project["inference"]["marksIn"]>,
  ): Promise<Analysis> {
    const { catalog, inference, configuredNames } = project;
    const [parsed, unreadable] = typeof read === "string" ? [undefined, read] : [read, undefined];
    const { version, text, uri } = document;
    const manifest = await this.#manifests.of(uri);
    const vendoredFolder = await vendoredFolderOf(uri, this.#folders, this.#projects);
    const all = parsed ?? knownCodesIn(text, catalog);
    const isKnown = (code: string) => catalog.isOfficial(code);
    const correctionsFor = (code: string) => project.speller.correctionsFor(code);
    const withoutSiblings = all.map((literal) => ({
      literal,
      evidence: evidenceOf(literal, isKnown, configuredNames, correctionsFor),
    }));
    const withEvidence = withSiblingConstants(withoutSiblings, isKnown);
    const inferredProviders = inference.infer({ marks, uri, manifest, codes: codesOf(withEvidence) });
    const [pin] = project.pinsOf(uri);
    const providers =
      pin?.providers.map((id) => toInferredProvider(id, "pin", pin.path)) ?? inferredProviders;
    let imported: ImportedServices | undefined;
    const importedServices = () => (imported ??= servicesImported(text, marks, catalog));
    const inferInFunction = pin ? undefined : inference.inferenceByFunction(text, marks);
    const providersAt = inferInFunction && providersByFunction(withEvidence, text, inferInFunction);
    const inferInMapping =
      pin || !withEvidence.some(({ evidence }) => evidence)
        ? undefined
        : inference.inferenceByMapping(text, document.languageId);
    const literals = withEvidence.map((one): AnalyzedLiteral => {
      const ofLiteral =
        providersAt?.(one) ??
        (inferInMapping && providersInMapping(inferInMapping(one.literal.start), providers)) ??
        providers;
      const entries = inOrder(catalog.entriesOf(one.literal.text), ofLiteral, importedServices);
      return { ...one, isKnown: isKnown(one.literal.text), providers: ofLiteral, entries };
    });
    const folders = this.#folders;
    return {
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
    };
  }
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
