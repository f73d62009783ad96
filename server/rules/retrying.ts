import { wordsOf } from "../../catalog/model/words.ts";
import type { AnalyzedLiteral } from "../analysis/analysis.ts";

/** Words that turn a name about retrying into its opposite, or into a count or a duration. */
const excludingWords = new Set(
  "non not no un skip never fatal dont without cannot cant stop abort except exclude excluded unless disable disabled max count times delay interval after exhausted ignore permanent".split(
    " ",
  ),
);

/** Whether a name implies that something is retried: `retryableErrors`, `RetryError`, `shouldRetry`. */
export function impliesRetry(name: string): boolean {
  const all = wordsOf(name);
  return all.some((word) => /^retr(?:y|i)/.test(word)) && !all.some((word) => excludingWords.has(word));
}

/** Whether a code is in a list, or among the arguments of a function, whose name implies retrying. */
export function isInRetryList({ evidence, literal }: AnalyzedLiteral): boolean {
  const { group, isNegated } = literal.syntax ?? {};
  if (!evidence || isNegated) return false;
  const isListed = evidence.kind === "element" || evidence.kind === "argument";
  const names = [evidence.subject, group?.callee ?? ""];
  return isListed && (group !== undefined || evidence.kind === "argument") && names.some(impliesRetry);
}

/** Statements that retry: `retry()`, `return RetryableError(err)`, `shouldRetry = true`. */
const retryStatements =
  /\breturn\s+[\w.]*retry\w*|[\w.]*retry\w*\s*\(|\b\w*retry\w*\s*(?::=|=)\s*(?:true|True)\b/gi;

/** Whether a code is the only condition of a branch that retries. */
export function isOnlyRetryCondition({ literal }: AnalyzedLiteral): boolean {
  const { branch, isNegated, test } = literal.syntax ?? {};
  if (!branch?.isOnlyCondition || isNegated || (test !== undefined && test !== "equal")) return false;
  const found = branch.body.match(retryStatements) ?? [];
  return found.length > 0 && found.every(impliesRetry) && !wordsOf(branch.body).includes("false");
}
