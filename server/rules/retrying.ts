import { words } from "../../catalog/model/words.ts";
import type { AnalyzedLiteral } from "../analysis/analysis.ts";

/** Words that turn a name that speaks of retrying into its opposite, or into a number or a time of it. */
const otherwise = new Set(
  "non not no un skip never fatal dont without cannot cant stop abort except exclude excluded unless disable disabled max count times delay interval after exhausted ignore permanent".split(
    " ",
  ),
);

/** Whether a name speaks of what is to be retried: `retryableErrors`, `RetryError`, `shouldRetry`. */
function speaksOfRetrying(name: string): boolean {
  const all = words(name);
  return all.some((word) => /^retr(?:y|i)/.test(word)) && !all.some((word) => otherwise.has(word));
}

/** Whether a code stands in a list, or among the arguments of a function, that is named for retrying. */
export function isListedForRetrying({ evidence, literal }: AnalyzedLiteral): boolean {
  const { group, isNegated } = literal.syntax ?? {};
  if (!evidence || isNegated) return false;
  const isListed = evidence.kind === "element" || evidence.kind === "argument";
  const names = [evidence.subject, group?.callee ?? ""];
  return isListed && (group !== undefined || evidence.kind === "argument") && names.some(speaksOfRetrying);
}

/** Calls and results that retry: `retry()`, `return RetryableError(err)`, `shouldRetry = true`. */
const retries = /\breturn\s+[\w.]*retry\w*|[\w.]*retry\w*\s*\(|\b\w*retry\w*\s*(?::=|=)\s*(?:true|True)\b/gi;

/** Whether a code alone decides on a branch that retries. */
export function retriesAlone({ literal }: AnalyzedLiteral): boolean {
  const { branch, isNegated, test } = literal.syntax ?? {};
  if (!branch?.isOnlyCondition || isNegated || (test !== undefined && test !== "equal")) return false;
  const found = branch.body.match(retries) ?? [];
  return found.length > 0 && found.every(speaksOfRetrying) && !words(branch.body).includes("false");
}
