import { wordsOf } from "./words.ts";

/** Words that indicate a failure in error codes. */
const failureWords = new Set([
  ...[
    "invalid",
    "invaild",
    "not",
    "no",
    "non",
    "missing",
    "miss",
    "error",
    "err",
    "errors",
    "fail",
    "failed",
    "failure",
    "fault",
  ],
  ...[
    "denied",
    "deny",
    "forbidden",
    "forbid",
    "unauthorized",
    "unauthenticated",
    "exceed",
    "exceeded",
    "exceeds",
    "limit",
  ],
  ...[
    "conflict",
    "conflicts",
    "exist",
    "exists",
    "existed",
    "already",
    "timeout",
    "timed",
    "unavailable",
    "unsupported",
  ],
  ...[
    "illegal",
    "malformed",
    "expired",
    "expire",
    "insufficient",
    "bad",
    "unknown",
    "throttling",
    "throttled",
    "throttle",
  ],
  ...[
    "quota",
    "rejected",
    "reject",
    "mismatch",
    "duplicate",
    "duplicated",
    "busy",
    "internal",
    "exception",
    "unable",
  ],
  ...[
    "cannot",
    "incorrect",
    "violation",
    "too",
    "over",
    "lack",
    "empty",
    "overdue",
    "arrears",
    "blocked",
    "locked",
  ],
  ...[
    "wrong",
    "inappropriate",
    "incomplete",
    "inconsistent",
    "unexpected",
    "undefined",
    "unmatched",
    "disabled",
  ],
  ...[
    "precondition",
    "dry",
    "slow",
    "skewed",
    "unprocessable",
    "out",
    "stopped",
    "abort",
    "aborted",
    "unreachable",
    "sold",
  ],
]);

/** Words that indicate a failure at the end of a code, but are a command at its beginning. */
const commandWords = new Set(["abort", "deny", "expire", "forbid", "reject", "throttle"]);

/** Nouns for a failure itself: before another word they only qualify that word, as in `ErrorPage`. */
const failureNouns = new Set(["err", "error", "errors", "exception", "failure", "fault"]);

/** Whether one of a code's words indicates a failure. */
export function hasFailureWord(text: string): boolean {
  if (/in_?use/i.test(text)) return true;
  return text.split(".").some((part) => {
    const all = wordsOf(part);
    return all.some((word, at) => {
      if (!failureWords.has(word) || (at === 0 && commandWords.has(word))) return false;
      // Only numbers and other failure nouns may follow such a noun.
      return (
        !failureNouns.has(word) ||
        all.slice(at + 1).every((one) => failureNouns.has(one) || /^\d+$/.test(one))
      );
    });
  });
}
