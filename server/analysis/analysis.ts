import type { Node } from "web-tree-sitter";
import type { Entry } from "../../catalog/model/entry.ts";
import { isDistinctive } from "../../catalog/model/words.ts";
import type { Project } from "../configuration/project.ts";
import type { Projects } from "../configuration/projects.ts";
import type { Host } from "../documents/host.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { type Evidence, evidenceOf, mayHaveEvidence } from "../evidence/evidence.ts";
import { type LiteralWithEvidence, withSiblingConstants } from "../evidence/sibling-constants.ts";
import {
  type InferredProvider,
  inferredProvider,
  isMixed,
  type ProviderInference,
} from "../inference/inference.ts";
import { Manifests } from "../inference/manifests.ts";
import { knownCodesIn } from "../syntax/fallback.ts";
import type { Literal } from "../syntax/literal.ts";
import { Literals } from "../syntax/literals.ts";

/** A literal with what is believed of it. */
export interface AnalyzedLiteral {
  literal: Literal;
  evidence: Evidence | undefined;
  /** The providers that it can be of, most likely first: those of its function where these are clear, else the file's. */
  providers: readonly InferredProvider[];
  /** The catalog's entries of exactly this code, those of its providers first. */
  entries: readonly Entry[];
  /** Whether it is an official code, explained or not. */
  isKnown: boolean;
}

/** A literal with evidence: one that is taken for an error code. */
export interface Occurrence extends AnalyzedLiteral {
  evidence: Evidence;
}

/** Whether a literal has evidence. */
export function isOccurrence(literal: AnalyzedLiteral): literal is Occurrence {
  return literal.evidence !== undefined;
}

/** What a document in one version says about error codes. */
export interface Analysis {
  version: number;
  /** What governs the document. */
  project: Project;
  /** The addresses of the folders that are worked in. */
  folders: readonly string[];
  /** False where no grammar reads the language, so that nothing is known of strings. */
  isParsed: boolean;
  literals: AnalyzedLiteral[];
  providers: readonly InferredProvider[];
  /** What they would be if the configuration did not pin them. */
  unpinned: readonly InferredProvider[];
}

/** Reads documents: literals, evidence and providers, once for each version of the document and of what governs it. */
export class Analyzer {
  readonly #literals: Literals;
  readonly #projects: Projects;
  readonly #manifests: Manifests;
  #folders: readonly string[] = [];
  readonly #done = new Map<
    TrackedDocument,
    { version: number; project: Project; reading: Promise<Analysis> }
  >();

  constructor(host: Host, projects: Projects, manifests = new Manifests(host)) {
    this.#literals = new Literals(host, mayHaveEvidence);
    this.#projects = projects;
    this.#manifests = manifests;
  }

  /** Takes note of the folders that are worked in. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders;
    this.#done.clear();
  }

  /** The analysis of a document as it is now. */
  async analyze(document: TrackedDocument): Promise<Analysis> {
    const project = await this.#projects.of(document.uri);
    const known = this.#done.get(document);
    if (known?.version === document.version && known.project === project) return known.reading;
    const reading = this.#analyse(document, project);
    this.#done.set(document, { version: document.version, project, reading });
    return reading;
  }

  /** The root of a document's tree as it is now, lent until the next wait; undefined where that is not parsed. */
  rootOf(document: TrackedDocument): Node | undefined {
    return this.#literals.tree(document)?.rootNode;
  }

  /** Lets go of all that is held for a closed document. */
  forget(document: TrackedDocument): void {
    this.#literals.forget(document);
    this.#done.delete(document);
  }

  async #analyse(document: TrackedDocument, project: Project): Promise<Analysis> {
    const { catalog, inference, names } = project;
    const before = document.text;
    const seen = inference.marksIn(before);
    // Where imports are mixed, the functions around literals tell their providers.
    const found = await this.#literals.in(document, document.needsContext || isMixed(seen));
    const { version, text, uri } = document;
    // It may have been typed on while the grammar was loaded.
    const marks = text === before ? seen : inference.marksIn(text);
    const manifest = await this.#manifests.of(uri);
    const all = found ?? knownCodesIn(text, catalog);
    const isKnown = (code: string) => catalog.knows(code);
    const slipOf = (code: string) => project.speller.correctionsFor(code);
    const alone = all.map((literal) => ({
      literal,
      evidence: evidenceOf(literal, isKnown, names, slipOf),
    }));
    const judged = withSiblingConstants(alone, isKnown);
    const unpinned = inference.of({ marks, uri, manifest, codes: codesOf(judged) });
    const [pin] = project.pinsOf(uri);
    const providers = pin?.providers.map((id) => inferredProvider(id, "pin", pin.path)) ?? unpinned;
    const local = pin ? undefined : inference.byFunction(text, marks);
    const literals = judged.map((one): AnalyzedLiteral => {
      const own = (local && providersAt(one, judged, text, local)) ?? providers;
      const entries = inOrder(catalog.get(one.literal.text), own);
      return { ...one, isKnown: isKnown(one.literal.text), providers: own, entries };
    });
    const folders = this.#folders;
    return { version, project, folders, isParsed: found !== undefined, literals, providers, unpinned };
  }
}

/** The texts that can be codes, of whatever provider. */
function codesOf(literals: readonly LiteralWithEvidence[]): string[] {
  return literals
    .filter(({ literal, evidence }) => evidence || isDistinctive(literal.text))
    .map(({ literal }) => literal.text);
}

/** The providers of the function around a literal; undefined where they are not clear. */
function providersAt(
  { literal, evidence }: LiteralWithEvidence,
  literals: readonly LiteralWithEvidence[],
  text: string,
  local: NonNullable<ReturnType<ProviderInference["byFunction"]>>,
): InferredProvider[] | undefined {
  const { scope } = literal.syntax ?? {};
  if (!scope || !evidence) return undefined;
  const [start, end] = [literal.start - scope.before, literal.end + scope.after];
  const inside = literals.filter((one) => one.literal.start >= start && one.literal.end <= end);
  const found = local(text.slice(start, end), codesOf(inside));
  return found.length > 0 ? found : undefined;
}

/** Whether a literal is worth a hover: evidence, a shape of its own, or a plain word where the provider is clear. */
export function isHoverable({ evidence, entries, literal, providers }: AnalyzedLiteral): boolean {
  if (entries.length === 0) return false;
  if (evidence || isDistinctive(literal.text)) return true;
  return providers.some(({ provider }) => entries.some((entry) => entry.provider === provider));
}

/** The belief whose literal holds an offset, its two ends included. */
export function literalAt({ literals }: Analysis, offset: number): AnalyzedLiteral | undefined {
  return literals.find(({ literal }) => literal.start <= offset && offset <= literal.end);
}

function inOrder(entries: readonly Entry[], providers: readonly InferredProvider[]): readonly Entry[] {
  if (entries.length < 2) return entries;
  const rank = (entry: Entry) => {
    const at = providers.findIndex(({ provider }) => provider === entry.provider);
    return at < 0 ? providers.length : at;
  };
  return [...entries].sort((a, b) => rank(a) - rank(b));
}
