import type { Concept } from "../schema/schema.ts";
import type { Kind, Retry } from "../schema/terms.ts";
import type { LocalizedText } from "../text/localized-text.ts";
import { adviceOf } from "./advice.ts";
import { likeliestConcept } from "./likelihood.ts";
import { conceptOf, retryOf } from "./predicates.ts";
import { type Statement, statementOf } from "./statement.ts";
import { summaryOf } from "./summary.ts";

/** What the name of a code says about it, without any other knowledge of the code. */
export interface Reading {
  /**
   * Whether the name leaves no doubt about the concept. If it does, kind, retry and concept are those that are most
   * likely: they can help to sort codes, but are not to be shown as facts.
   */
  isSure: boolean;
  /** The id of the concept that the name expresses. */
  concept: string;
  kind: Kind;
  retry: Retry;
  /** One sentence; of an unsure reading, no more than the name says for certain. */
  summary: LocalizedText;
  /** Undefined if the reading is too unsure for advice. */
  cause: LocalizedText | undefined;
  fix: LocalizedText | undefined;
}

/**
 * From which likelihood of its kind on a reading is sure, if the rules and the evidence of the words agree on the concept.
 * Three of four codes with an entry lie above it.
 */
const sureFrom = 0.8;

/** Longer texts are no codes; reading them would take long. */
const maximumLength = 150;

/** Returns what a code says and the concept of that; undefined if its words say nothing of a failure. */
function statedBy(
  code: string,
  concepts: readonly Concept[],
): { statement: Statement; read: Concept } | undefined {
  const statement = code.length <= maximumLength && !/\s/.test(code) ? statementOf(code) : undefined;
  const read = statement && concepts.find(({ id }) => id === conceptOf(statement.says));
  return statement && read && { statement, read };
}

/** Returns the summary of {@link readName} alone, which takes a part of the time. */
export function summarizeName(code: string, concepts: readonly Concept[]): LocalizedText | undefined {
  const stated = statedBy(code, concepts);
  return stated && summaryOf(stated.statement, code).summary;
}

/**
 * Reads what a code says from its words alone; undefined if they say nothing of a failure. `concepts` are those of the
 * catalog.
 */
export function readName(code: string, concepts: readonly Concept[]): Reading | undefined {
  const { statement, read } = statedBy(code, concepts) ?? {};
  if (!statement || !read) return undefined;
  const { concept: id, kindShare } = likeliestConcept(statement, code, concepts);
  const concept = concepts.find((one) => one.id === id) ?? read;
  const isSure = concept === read && kindShare >= sureFrom;
  const { thing, summary } = summaryOf(statement, code);
  // What is wrong with a parameter can be looked up, whatever it is.
  const hasAdvice = isSure || (read.kind === "invalid-request" && concept.kind === read.kind);
  const retry = (concept === read ? retryOf(statement.says) : undefined) ?? concept.retry;
  const { cause, fix } = hasAdvice ? adviceOf(read, thing, retry, statement.says) : {};
  return {
    isSure,
    concept: concept.id,
    kind: concept.kind,
    retry,
    summary,
    cause,
    fix,
  };
}
