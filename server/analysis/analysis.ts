import type { Node } from "web-tree-sitter";
import type { Entry } from "../../catalog/model/entry.ts";
import { isDistinctive } from "../../catalog/model/words.ts";
import type { Project } from "../configuration/project.ts";
import type { Projects } from "../configuration/projects.ts";
import type { Host } from "../documents/host.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { type Evidence, evidenceOf, mayHaveEvidence } from "../evidence/evidence.ts";
import { type Judged, withCompany } from "../evidence/sibling-constants.ts";
import { type Inference, type Inferred, inferred, isMixed } from "../inference/inference.ts";
import { Manifests } from "../inference/manifests.ts";
import { knownCodesIn } from "../syntax/fallback.ts";
import type { Literal } from "../syntax/literal.ts";
import { Literals } from "../syntax/literals.ts";

/** A literal with what is believed of it. */
export interface Belief {
  literal: Literal;
  evidence: Evidence | undefined;
  /** The providers that it can be of, most likely first: those of its function where these are clear, else the file's. */
  providers: readonly Inferred[];
  /** The catalog's entries of exactly this code, those of its providers first. */
  entries: readonly Entry[];
  /** Whether it is an official code, explained or not. */
  known: boolean;
}

/** What a document in one version says about error codes. */
export interface Analysis {
  version: number;
  /** What governs the document. */
  domain: Project;
  /** The addresses of the folders that are worked in. */
  folders: readonly string[];
  /** False where no grammar reads the language, so that nothing is known of strings. */
  parsed: boolean;
  beliefs: Belief[];
  providers: readonly Inferred[];
  /** What they would be if the configuration did not pin them. */
  unpinned: readonly Inferred[];
}

/** Reads documents: literals, evidence and providers, once for each version of the document and of what governs it. */
export class Reader {
  readonly #literals: Literals;
  readonly #domains: Projects;
  readonly #manifests: Manifests;
  #folders: readonly string[] = [];
  readonly #done = new Map<
    TrackedDocument,
    { version: number; domain: Project; reading: Promise<Analysis> }
  >();

  constructor(host: Host, domains: Projects, manifests = new Manifests(host)) {
    this.#literals = new Literals(host, mayHaveEvidence);
    this.#domains = domains;
    this.#manifests = manifests;
  }

  /** Takes note of the folders that are worked in. */
  workIn(folders: readonly string[]): void {
    this.#folders = folders;
    this.#done.clear();
  }

  /** The analysis of a document as it is now. */
  async read(source: TrackedDocument): Promise<Analysis> {
    const domain = await this.#domains.of(source.uri);
    const known = this.#done.get(source);
    if (known?.version === source.version && known.domain === domain) return known.reading;
    const reading = this.#analyse(source, domain);
    this.#done.set(source, { version: source.version, domain, reading });
    return reading;
  }

  /** The root of a document's tree as it is now, lent until the next wait; undefined where that is not parsed. */
  root(source: TrackedDocument): Node | undefined {
    return this.#literals.tree(source)?.rootNode;
  }

  /** Lets go of all that is held for a closed document. */
  forget(source: TrackedDocument): void {
    this.#literals.forget(source);
    this.#done.delete(source);
  }

  async #analyse(source: TrackedDocument, domain: Project): Promise<Analysis> {
    const { catalog, inference, names } = domain;
    const before = source.text;
    const seen = inference.marksIn(before);
    // Where imports are mixed, the functions around literals tell their providers.
    const literals = await this.#literals.in(source, source.isChecked || isMixed(seen));
    const { version, text, uri } = source;
    // It may have been typed on while the grammar was loaded.
    const marks = text === before ? seen : inference.marksIn(text);
    const manifest = await this.#manifests.of(uri);
    const all = literals ?? knownCodesIn(text, catalog);
    const isKnown = (code: string) => catalog.knows(code);
    const slipOf = (code: string) => domain.speller.slipOf(code);
    const alone = all.map((literal) => ({
      literal,
      evidence: evidenceOf(literal, isKnown, names, slipOf),
    }));
    const judged = withCompany(alone, isKnown);
    const unpinned = inference.of({ marks, uri, manifest, codes: codesOf(judged) });
    const [pin] = domain.pinsOf(uri);
    const providers = pin?.providers.map((id) => inferred(id, "pin", pin.path)) ?? unpinned;
    const local = pin ? undefined : inference.byFunction(text, marks);
    const beliefs = judged.map((one): Belief => {
      const own = (local && providersAt(one, judged, text, local)) ?? providers;
      const entries = inOrder(catalog.get(one.literal.text), own);
      return { ...one, known: isKnown(one.literal.text), providers: own, entries };
    });
    const folders = this.#folders;
    return { version, domain, folders, parsed: literals !== undefined, beliefs, providers, unpinned };
  }
}

/** The texts that can be codes, of whatever provider. */
function codesOf(judged: readonly Judged[]): string[] {
  return judged
    .filter(({ literal, evidence }) => evidence || isDistinctive(literal.text))
    .map(({ literal }) => literal.text);
}

/** The providers of the function around a literal; undefined where they are not clear. */
function providersAt(
  { literal, evidence }: Judged,
  judged: readonly Judged[],
  text: string,
  local: NonNullable<ReturnType<Inference["byFunction"]>>,
): Inferred[] | undefined {
  const { scope } = literal.place ?? {};
  if (!scope || !evidence) return undefined;
  const [start, end] = [literal.start - scope.before, literal.end + scope.after];
  const inside = judged.filter((one) => one.literal.start >= start && one.literal.end <= end);
  const found = local(text.slice(start, end), codesOf(inside));
  return found.length > 0 ? found : undefined;
}

/** Whether a literal is worth a hover: evidence, a shape of its own, or a plain word where the provider is clear. */
export function isShown({ evidence, entries, literal, providers }: Belief): boolean {
  if (entries.length === 0) return false;
  if (evidence || isDistinctive(literal.text)) return true;
  return providers.some(({ provider }) => entries.some((entry) => entry.provider === provider));
}

/** The belief whose literal holds an offset, its two ends included. */
export function beliefAt({ beliefs }: Analysis, offset: number): Belief | undefined {
  return beliefs.find(({ literal }) => literal.start <= offset && offset <= literal.end);
}

function inOrder(entries: readonly Entry[], providers: readonly Inferred[]): readonly Entry[] {
  if (entries.length < 2) return entries;
  const rank = (entry: Entry) => {
    const at = providers.findIndex(({ provider }) => provider === entry.provider);
    return at < 0 ? providers.length : at;
  };
  return [...entries].sort((a, b) => rank(a) - rank(b));
}
