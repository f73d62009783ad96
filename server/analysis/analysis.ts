import type { Entry } from "../../catalog/model/entry.ts";
import { isDistinctive } from "../../catalog/model/words.ts";
import type { DocumentCalls } from "../calls/document-calls.ts";
import type { Project } from "../configuration/project.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { InferredProvider } from "../inference/inferred-provider.ts";
import type { ImportedServices } from "../inference/services.ts";
import type { Literal } from "../syntax/literal.ts";
import type { Unreadable } from "../syntax/parsing/budget.ts";

/** A literal with its evidence, its inferred providers and its catalog entries. */
export interface AnalyzedLiteral {
  literal: Literal;
  /** Undefined if nothing indicates that the literal is an error code. */
  evidence: Evidence | undefined;
  /** The possible providers, most likely first: those of the enclosing function if these are clear, else the file's. */
  providers: readonly InferredProvider[];
  /** The catalog entries for exactly this code, those of the possible providers first. */
  entries: readonly Entry[];
  /** Whether the text is an official code, with or without a catalog entry. */
  isKnown: boolean;
}

/** A literal with evidence, that is, one recognised as an error code. */
export interface Occurrence extends AnalyzedLiteral {
  evidence: Evidence;
}

/** Returns whether a literal has evidence. */
export function isOccurrence(literal: AnalyzedLiteral): literal is Occurrence {
  return literal.evidence !== undefined;
}

/** The result of analyzing one version of a document. */
export interface Analysis {
  version: number;
  /** The project that governs the document. */
  project: Project;
  /** The URIs of the open workspace folders. */
  folders: readonly string[];
  /** The URI of the vendored folder that contains the document: nothing is reported there; undefined if none does. */
  vendoredFolder: string | undefined;
  /**
   * False if the document is not parsed (no grammar, too long, or unreadable): only known codes of distinctive form are
   * found.
   */
  isParsed: boolean;
  /** Why the document is not read by the parser, or not yet, although its language is known; undefined if it is. */
  unreadable: Unreadable | "pending" | undefined;
  literals: AnalyzedLiteral[];
  /** The providers of the document, most likely first. */
  providers: readonly InferredProvider[];
  /** The providers as inferred, ignoring pins of the configuration. */
  inferredProviders: readonly InferredProvider[];
  /** The services that the document works with, by provider; determined on first use. */
  readonly importedServices: ImportedServices;
  /**
   * The calls of APIs, recognised when they are first asked for; undefined if the document is not parsed, or has been
   * changed before.
   */
  readonly calls: DocumentCalls | undefined;
}

/**
 * Returns whether a hover explains a literal: it has catalog entries, and evidence, a distinctive form, or (for a plain
 * word) a clear provider with such an entry.
 */
export function isHoverable({ evidence, entries, literal, providers }: AnalyzedLiteral): boolean {
  if (entries.length === 0) return false;
  if (evidence || isDistinctive(literal.text)) return true;
  return providers.some(({ provider }) => entries.some((entry) => entry.provider === provider));
}

/** Returns the literal at an offset in UTF-16 units, both of its ends included; undefined if there is none. */
export function literalAt(analysis: Analysis, offset: number): AnalyzedLiteral | undefined {
  const { literals } = analysis;
  const ends = endsOf(analysis);
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const found = literals[low];
  return found && found.literal.start <= offset ? found : undefined;
}

const endsByAnalysis = new WeakMap<Analysis, Int32Array>();

/** Returns for each literal the greatest end of the literals up to it: one literal can contain others. */
function endsOf(analysis: Analysis): Int32Array {
  let ends = endsByAnalysis.get(analysis);
  if (!ends) {
    let greatest = 0;
    ends = Int32Array.from(analysis.literals, ({ literal }) => {
      greatest = Math.max(greatest, literal.end);
      return greatest;
    });
    endsByAnalysis.set(analysis, ends);
  }
  return ends;
}
