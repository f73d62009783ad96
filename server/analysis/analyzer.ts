import type { Node } from "web-tree-sitter";
import { DocumentCalls } from "../calls/document-calls.ts";
import type { CallInput } from "../calls/recognition.ts";
import type { Project } from "../configuration/project.ts";
import type { Projects } from "../configuration/projects.ts";
import { vendoredFolderOf } from "../configuration/vendored.ts";
import type { Host } from "../documents/host.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { mayHaveEvidence } from "../evidence/evidence.ts";
import { importsSeveralProviders } from "../inference/inference.ts";
import { certainSigns } from "../inference/inferred-provider.ts";
import { Manifests } from "../inference/manifests.ts";
import type { Replacement } from "../syntax/changes/replacement.ts";
import type { Literal } from "../syntax/literal.ts";
import { Literals } from "../syntax/literals.ts";
import { Budget, editorTime, type ReadingTime } from "../syntax/parsing/budget.ts";
import type { Analysis } from "./analysis.ts";
import { type AnalysisWithParts, analysisOf } from "./document-analysis.ts";
import { within } from "./patience.ts";
import { type KeptDocuments, RecentDocuments } from "./recent-documents.ts";

/**
 * How much reading of a document an answer waits for, in milliseconds. Loading a grammar and the reading of other
 * documents do not count: on a busy machine too, a short text is read before it is answered.
 */
const editorPatience = 800;

/** More than an editor shows; analyses and trees of so many documents take some 100 MB at most. */
const keptDocuments: KeptDocuments = { count: 300, length: 5_000_000 };

/** Analyzes documents: literals, evidence and providers, once for each version of a document and its project. */
export class Analyzer {
  readonly #literals: Literals;
  readonly #projects: Projects;
  readonly #manifests: Manifests;
  readonly #time: ReadingTime;
  readonly #patience: number;
  readonly #whenRead: () => void;
  #folders: readonly string[] = [];
  readonly #cached = new Map<
    TrackedDocument,
    { version: number; project: Project; analysis: Promise<Analysis> }
  >();
  /** The last analysis of each document, of which the next one takes over what has not changed. */
  readonly #last = new WeakMap<TrackedDocument, AnalysisWithParts>();
  readonly #recent = new RecentDocuments(keptDocuments);
  readonly #forgotten = new WeakSet<TrackedDocument>();

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
    this.#time = time ?? editorTime;
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
    if (isCurrent && !this.#literals.hasLostTree(document)) {
      this.#recent.note(document);
      return cached.analysis;
    }
    this.#forgotten.delete(document);
    const analysis = this.#analyzeInTime(document, project, patience);
    this.#cached.set(document, { version: document.version, project, analysis });
    return analysis;
  }

  async #analyzeInTime(document: TrackedDocument, project: Project, patience: number): Promise<Analysis> {
    const spentBefore = this.#literals.timeSpentOn(document);
    const marks = project.inference.marksOf(document);
    // If packages of several providers are imported, the function around a literal indicates its provider.
    const reading = this.#literals.literalsOf(
      document,
      document.needsContext || importsSeveralProviders(marks),
    );
    const spent = () => this.#literals.timeSpentOn(document) - spentBefore;
    const read = await within(reading, spent, patience);
    // The document may have been edited while it was read.
    const analysis = this.#analyze(document, project, read);
    if (read !== "pending") return analysis;
    const { version } = document;
    const replace = async (finished: Awaited<typeof reading>) => {
      const cached = this.#cached.get(document);
      if (cached?.version !== version || document.version !== version) return;
      const whole = this.#analyze(document, project, finished);
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

  /**
   * Returns the calls of APIs in the current version of a document, computed when they are first asked for; undefined if
   * the document is not parsed.
   */
  async callsOf(document: TrackedDocument): Promise<DocumentCalls | undefined> {
    return (await this.analyze(document)).calls;
  }

  /** Recognises the calls of APIs in a document that still has the version of an analysis. */
  #callsOf(document: TrackedDocument, analysis: Analysis): DocumentCalls | undefined {
    const rootOf = () => (document.version === analysis.version ? this.rootOf(document) : undefined);
    const root = rootOf();
    return root && new DocumentCalls(callInputOf(document, root, analysis), rootOf);
  }

  /** Returns the literals near a replacement as they would be if it were made; see {@link Literals.literalsIf}. */
  literalsIf(document: TrackedDocument, replacement: Replacement): Promise<Literal[]> {
    return this.#literals.literalsIf(document, replacement);
  }

  /** Releases everything held for a closed document. */
  forget(document: TrackedDocument): void {
    this.#forgotten.add(document);
    this.#literals.forget(document);
    this.#recent.remove(document);
    this.#drop(document);
  }

  /** Drops what can be made anew when a document is asked for again. */
  #drop(document: TrackedDocument): void {
    this.#literals.drop(document);
    this.#cached.delete(document);
    this.#last.delete(document);
  }

  /** Keeps a document that was analyzed, in place of those that were asked for longest ago. */
  #keep(document: TrackedDocument): void {
    if (this.#forgotten.has(document)) return;
    for (const dropped of this.#recent.add(document)) this.#drop(dropped);
  }

  /** Analyzes a document of which the literals were read, or why they were not. */
  async #analyze(
    document: TrackedDocument,
    project: Project,
    read: Literal[] | Analysis["unreadable"],
  ): Promise<Analysis> {
    const marks = project.inference.marksOf(document);
    const manifest = await this.#manifests.of(document.uri);
    const folders = this.#folders;
    const vendoredFolder = await vendoredFolderOf(document.uri, folders, this.#projects);
    const last = this.#last.get(document);
    const before = last?.analysis.project === project ? last : undefined;
    const callsOf = (of: Analysis) => this.#callsOf(document, of);
    const input = { document, project, read, marks, manifest, folders, vendoredFolder, callsOf };
    const budget = new Budget({ ...this.#time, total: Number.POSITIVE_INFINITY });
    const result = await budget.spend(analysisOf(input, before, budget));
    this.#last.set(document, result);
    this.#keep(document);
    return result.analysis;
  }
}

function callInputOf(
  document: TrackedDocument,
  root: Node,
  { project, providers, importedServices }: Analysis,
): CallInput {
  return {
    text: document.text,
    languageId: document.languageId,
    root,
    catalog: project.catalog,
    marks: project.inference.marksOf(document),
    providers: providers.map(({ provider, sign }) => ({ provider, isCertain: certainSigns.has(sign) })),
    importedServices,
  };
}
