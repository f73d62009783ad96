import type { Entry } from "../../catalog/model/entry.ts";
import type { Kind } from "../../catalog/model/terms.ts";
import { isListedForRetrying, retriesAlone } from "./retrying.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { isOfTests } from "./tests.ts";

/** Failures that only a change of the request, of the account or of its rights cures. */
const permanent: ReadonlySet<Kind | undefined> = new Set<Kind>([
  "authentication",
  "permission",
  "invalid-request",
  "unsupported",
  "billing",
]);

// Much that is called invalid, denied or unsupported passes after a while all the same: a new role or key is not known
// everywhere yet, or the state of a thing is reported as a wrong parameter. Of these meanings, no service says so.
const hopeless = new Set([
  ...["signature-mismatch", "signature-malformed", "timestamp-invalid", "credentials-missing"],
  ...["access-key-disabled", "sub-user-not-allowed", "ip-not-allowed", "real-name-required"],
  ...[
    "parameter-missing",
    "parameter-type",
    "parameter-unknown",
    "parameter-too-long",
    "parameter-too-short",
  ],
  ...["parameter-too-large", "parameter-too-small", "request-too-large", "content-rejected"],
  ...["action-unknown", "action-offline", "version-unknown", "product-unknown"],
  ...["region-unsupported", "protocol-unsupported", "payment-required"],
]);

/** A code that no retry can cure, where codes are retried. */
export const retryPermanent: Rule = {
  id: "retry-permanent",
  severity: "warning",

  check(context) {
    const { occurrence } = context;
    if (isOfTests(context) || !isPermanent(context)) return undefined;
    if (!isListedForRetrying(occurrence) && !retriesAlone(occurrence)) return undefined;
    const { text } = occurrence.literal;
    return {
      message: {
        en: `'${text}' fails again however often it is retried. Take it out of the retry, and mend the request instead.`,
        "zh-CN": `“${text}”重试也不会成功。请不要重试，并修正请求本身。`,
      },
    };
  },
};

/** Whether the catalog is sure: all that it knows of the code at the literal's providers says so. */
function isPermanent({ occurrence, catalog }: RuleContext): boolean {
  const own = occurrence.entries.filter((entry) =>
    occurrence.providers.some(({ provider }) => provider === entry.provider),
  );
  // An entry that says so itself, as those of users' catalogs may, leaves no doubt.
  const isSure = (entry: Entry) => entry.retry === "no" || hopeless.has(entry.concept ?? "");
  return (
    own.length > 0 &&
    own.every((entry) => isSure(entry) && catalog.retry(entry) === "no" && permanent.has(catalog.kind(entry)))
  );
}
