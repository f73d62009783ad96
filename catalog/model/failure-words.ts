import { words } from "./words.ts";

/** Words in which codes say what went wrong. */
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

/** Words that tell of something gone wrong at the end of a code, and at its beginning name what is to be done. */
const commands = new Set(["abort", "deny", "expire", "forbid", "reject", "throttle"]);

/** Words for a failure itself: before another word they only say what that has to do with, as in `ErrorPage`. */
const failures = new Set(["err", "error", "errors", "exception", "failure", "fault"]);

/** Whether one of a code's words tells of something gone wrong. */
export function soundsLikeFailure(text: string): boolean {
  if (/in_?use/i.test(text)) return true;
  return text.split(".").some((part) => {
    const all = words(part);
    return all.some((word, at) => {
      if (!failureWords.has(word) || (at === 0 && commands.has(word))) return false;
      // A number or an ending may follow the word.
      return !failures.has(word) || all.slice(at + 1).every((one) => failures.has(one) || /^\d+$/.test(one));
    });
  });
}
