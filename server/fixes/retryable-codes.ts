import { CodeActionKind } from "vscode-languageserver";
import { codeAdditionAt, offerOf } from "./code-addition.ts";
import type { Fix, Offer } from "./fix.ts";

/** Adds the codes that calls can fail with, and that a retry helps against, to the list of codes that are retried. */
export const retryableCodes: Fix = {
  id: "retryable-codes",
  kind: CodeActionKind.RefactorRewrite,

  offers(request) {
    const offers = new Map<string, Offer>();
    for (const occurrence of request.occurrences) {
      const addition = codeAdditionAt(request, occurrence);
      if (addition?.place !== "retries") continue;
      offers.set(addition.key, offerOf(request, addition));
    }
    return [...offers.values()];
  },
};
