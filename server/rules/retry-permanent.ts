import type { Entry } from "../../catalog/model/entry.ts";
import type { Kind } from "../../catalog/schema/terms.ts";
import type { LocalizedText } from "../../catalog/text/localized-text.ts";
import { isInRetryList, isOnlyRetryCondition } from "./retrying.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { isTestDocument } from "./test-documents.ts";

/** Failures that only a change to the request, the account or its permissions resolves. */
const permanent: ReadonlySet<Kind | undefined> = new Set<Kind>([
  "authentication",
  "permission",
  "invalid-request",
  "unsupported",
  "billing",
]);

// Many errors named invalid, denied or unsupported are temporary all the same: a new role or key has not propagated
// yet, or the state of a resource is reported as a wrong parameter. No service documents this for these concepts.
const permanentConcepts = new Set([
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

/** A key that was just created is unknown for some seconds, in some services: a retry may be meant for these. */
const unknownKey = "access-key-unknown";

/** Creates a key of its own, as in `iam.CreateAccessKey(…)` and `create_access_key`. */
const createsKeys = /create_?access_?key|access_?key_?create/i;

/** Reports a code that no retry can resolve, in a retry list or as the only condition of a branch that retries. */
export const retryPermanent: Rule = {
  id: "retry-permanent",
  severity: "warning",

  check(context) {
    const { occurrence, document } = context;
    if (isTestDocument(context)) return undefined;
    const isKey = areOwnEntries(context, ({ concept }) => concept === unknownKey);
    if (!isKey && !isPermanent(context)) return undefined;
    if (!isInRetryList(occurrence) && !isOnlyRetryCondition(occurrence)) return undefined;
    const { text } = occurrence.literal;
    if (isKey) return createsKeys.test(document.text) ? undefined : { message: ofKey(text), isLikely: true };
    return {
      message: {
        en: `'${text}' cannot be resolved by retrying. Do not retry it; fix the request instead.`,
        "zh-CN": `“${text}”重试也不会成功。请勿重试，应修正请求本身。`,
      },
    };
  },
};

function ofKey(code: string): LocalizedText {
  return {
    en: `'${code}' cannot be resolved by retrying, unless the key was created seconds ago. Check the key instead.`,
    "zh-CN": `除非密钥刚刚创建，否则“${code}”重试也不会成功。应检查密钥。`,
  };
}

/** Whether all catalog entries of the code at the literal's providers are permanent failures. */
function isPermanent(context: RuleContext): boolean {
  const { catalog } = context;
  // An entry with its own `retry: no`, as in user catalogs, is certain.
  const isCertain = (entry: Entry) => entry.retry === "no" || permanentConcepts.has(entry.concept ?? "");
  return areOwnEntries(
    context,
    (entry) => isCertain(entry) && catalog.retry(entry) === "no" && permanent.has(catalog.kind(entry)),
  );
}

/** Whether the literal's providers explain the code, and all of their entries satisfy a condition. */
function areOwnEntries({ occurrence }: RuleContext, condition: (entry: Entry) => boolean): boolean {
  // What is read from a name is no reason for a warning.
  const own = occurrence.entries.filter(
    (entry) => !entry.basis && occurrence.providers.some(({ provider }) => provider === entry.provider),
  );
  return own.length > 0 && own.every(condition);
}
