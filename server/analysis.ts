import type { Catalog } from "../catalog/catalog.ts";
import type { Entry } from "../catalog/entry.ts";
import { isDistinctive } from "../catalog/words.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import { knownCodesIn } from "./fallback.ts";
import { Inference, type Inferred } from "./inference.ts";
import type { Literal } from "./literal.ts";
import type { Literals } from "./literals.ts";
import type { Source } from "./source.ts";

/** A literal with what is believed of it. */
export interface Belief {
  literal: Literal;
  evidence: Evidence | undefined;
  /** The catalog's entries of exactly this code, those of the file's providers first. */
  entries: readonly Entry[];
  /** Whether it is an official code, explained or not. */
  known: boolean;
}

/** What a document in one version says about error codes. */
export interface Analysis {
  version: number;
  /** False where no grammar reads the language, so that nothing is known of strings. */
  parsed: boolean;
  beliefs: Belief[];
  providers: Inferred[];
}

/** Reads documents: literals, evidence and providers, once for each version. */
export class Reader {
  readonly #literals: Literals;
  readonly #done = new Map<Source, { version: number; reading: Promise<Analysis> }>();
  readonly #catalog: Catalog;
  readonly #inference: Inference;

  constructor(literals: Literals, catalog: Catalog) {
    this.#literals = literals;
    this.#catalog = catalog;
    this.#inference = new Inference(catalog);
  }

  /** The analysis of a document as it is now. */
  read(source: Source): Promise<Analysis> {
    const known = this.#done.get(source);
    if (known?.version === source.version) return known.reading;
    const reading = this.#analyse(source);
    this.#done.set(source, { version: source.version, reading });
    return reading;
  }

  /** Lets go of all that is held for a closed document. */
  forget(source: Source): void {
    this.#literals.forget(source);
    this.#done.delete(source);
  }

  async #analyse(source: Source): Promise<Analysis> {
    const literals = await this.#literals.in(source);
    const { version, text } = source;
    const all = literals ?? knownCodesIn(text, this.#catalog);
    const isKnown = (code: string) => this.#catalog.knows(code);
    const judged = all.map((literal) => ({ literal, evidence: evidenceOf(literal, isKnown) }));
    const codes = judged.filter(({ literal, evidence }) => evidence || isDistinctive(literal.text));
    const providers = this.#inference.of(
      text,
      codes.map(({ literal }) => literal.text),
      source.uri,
    );
    const order = providers.map(({ provider }) => provider);
    const beliefs = judged.map((one) => ({
      ...one,
      known: isKnown(one.literal.text),
      entries: inOrder(this.#catalog.get(one.literal.text), order),
    }));
    return { version, parsed: literals !== undefined, beliefs, providers };
  }
}

/** Whether a literal is worth a hover: evidence, a shape of its own, or a plain word where the provider is clear. */
export function isShown({ evidence, entries, literal }: Belief, { providers }: Analysis): boolean {
  if (entries.length === 0) return false;
  if (evidence || isDistinctive(literal.text)) return true;
  return providers.some(({ provider }) => entries.some((entry) => entry.provider === provider));
}

/** The belief whose literal holds an offset, its two ends included. */
export function beliefAt({ beliefs }: Analysis, offset: number): Belief | undefined {
  return beliefs.find(({ literal }) => literal.start <= offset && offset <= literal.end);
}

function inOrder(entries: readonly Entry[], providers: string[]): readonly Entry[] {
  if (entries.length < 2) return entries;
  const rank = ({ provider }: Entry) => {
    const at = providers.indexOf(provider);
    return at < 0 ? providers.length : at;
  };
  return [...entries].sort((a, b) => rank(a) - rank(b));
}
