import type { PredicateId } from "./predicates.ts";

/** The words with which a code begins, which name a family, and what it says if the words behind them say nothing. */
export interface Family {
  says: PredicateId;
  words: RegExp;
  /** What the words behind may say instead: `anything` without it, also by weak words. */
  onlyInstead?: readonly PredicateId[];
  /** Whether weak words behind it hold too. */
  isWeak?: boolean;
  /** If this is given, other words behind it than these leave it open whether the family says it all. */
  isOpenBefore?: RegExp;
}

/** What a refusal may turn out to be. */
const refusals: readonly PredicateId[] = [
  "sub-user-not-allowed",
  "ip-not-allowed",
  "risk-control",
  "real-name-required",
  "not-approved",
  "in-arrears",
  "balance-insufficient",
  "payment-required",
  "not-subscribed",
  "account-suspended",
  "token-expired",
  "token-invalid",
  "key-disabled",
  "key-not-found",
  "key-invalid",
  "signature-expired",
  "region-unsupported",
  "not-found",
  "disabled",
  "rate-limited",
  "has-dependents",
  "blocklisted",
  "exists",
  "is-in-state",
  "resource-mismatch",
  "state",
  "still-attached",
  "unsupported",
];

/** The families; of two that match, the first holds. */
export const families: readonly Family[] = [
  {
    says: "operation-unsupported",
    words: /^(?:resource|feature) unsupported(?= \.)|^unsupported (?:resource|feature)(?= \.)/,
    onlyInstead: [],
  },
  { says: "malformed", words: /^(?:invalid|illegal) parameter format\b/, onlyInstead: [] },
  {
    says: "parameter-unknown",
    words: /^(?:unknown|unsupported) (?:parameters?|arguments?)\b(?! (?:format|type|value)\b)/,
    onlyInstead: [],
  },
  {
    says: "value-invalid",
    words: /^(?:invalid|illegal) parameters? values?\b|^parameter value invalid\b/,
    isWeak: true,
  },
  {
    says: "parameter-invalid",
    words:
      /^(?:invalid|illegal|bad|wrong|incorrect) (?:parameters?|arguments?|input)\b(?! group)|^parameters? (?:invalid|error|illegal)(?= \.|$)/,
    isWeak: true,
  },
  {
    says: "missing",
    words:
      /^missing (?:required )?(?:parameters?|arguments?)\b|^parameters?(?: \.)? (?:missing|empty)(?= \.|$)/,
    onlyInstead: ["exists", "not-ready"],
  },
  { says: "failed", words: /^(?:fail operation|operation fail)\b/, isWeak: true },
  {
    says: "internal",
    words: /^internal (?:server )?(?:error|exception|fail)\b|^internal service (?:error|fail)\b/,
    isOpenBefore:
      /^(?:(?:system|server|service|db|database|cdb|unknown|other|internal|error|exception|fail|inner|backend|sys|err|unexpected|common) ?)+$/,
  },
  {
    says: "not-found",
    words: /^(?:resources?|entity) notfound\b|^instance notfound(?= \.)|^notfound\b/,
    onlyInstead: [
      "not-subscribed",
      "configuration-missing",
      "account-not-found",
      "not-in",
      "only",
      "too-many",
      "quota",
      "insufficient",
      "duplicate",
      "not-in-state",
      "state",
      "internal",
      "not-configured",
    ],
    isWeak: true,
  },
  { says: "exists", words: /^(?:resources?|entity) exists\b/, onlyInstead: [] },
  {
    says: "in-use",
    words: /^resources? inuse\b|^delete conflict\b/,
    onlyInstead: [
      "name-taken",
      "exists",
      "repeated",
      "operation-conflict",
      "is-in-state",
      "not-in-state",
      "state",
    ],
  },
  { says: "has-dependents", words: /^dependency violation(?= \.)/, onlyInstead: [] },
  { says: "unavailable", words: /^resources? unavailable\b/, isWeak: true },
  {
    says: "insufficient",
    words: /^resources? insufficient\b/,
    onlyInstead: ["sold-out", "no-addresses", "quota", "balance-insufficient", "not-in-state", "state"],
  },
  { says: "sold-out", words: /^resources? sold out\b/, onlyInstead: ["denied", "state"] },
  {
    says: "rate-limited",
    words: /^request limit exceed\b(?= \.|$)|^throttl\w+(?= \.|$)|^flow control\b/,
    onlyInstead: ["quota"],
  },
  {
    says: "quota",
    words: /^(?:service |resource )?(?:limit|quota) exceed\b|^exceed (?:limit|quota)\b|^quota limit exceed\b/,
    onlyInstead: [
      "unsupported",
      "daily-rate",
      "rate-limited",
      "content-too-large",
      "response-too-large",
      "too-long",
      "too-large",
      "out-of-range",
      "no-addresses",
      "balance-insufficient",
      "exists",
      "repeated",
      "name-taken",
    ],
  },
  {
    says: "denied",
    words: /^unauthorized operation\b|^operation unauthorized\b|^unauthorized(?= \.|$)|^access denied\b/,
    onlyInstead: refusals,
  },
  { says: "authentication", words: /^(?:auth fail|authentication fail|authfailure)\b/ },
  {
    says: "operation-unsupported",
    words: /^unsupported operation\b|^operation unsupported\b|^unsupported(?= \.|$)/,
    isOpenBefore: /^$/,
  },
  {
    says: "operation-denied",
    isWeak: true,
    words:
      /^(?:operation denied|denied operation|operation forbidden|forbidden operation|rejected|(?:invalid|illegal) operation(?= \.))\b/,
  },
  { says: "denied-open", words: /^forbidden\b|^access forbidden\b/ },
  {
    says: "state",
    words:
      /^(?:incorrect|invalid|illegal) (?:status|state)(?= \.(?! (?:malformed|format|value|empty|missing)\b)|$)/,
    onlyInstead: ["is-in-state", "is-running", "not-in-state", "not-stopped", "not-ready", "not-found"],
  },
  { says: "service-unavailable", words: /^service unavailable\b/ },
  { says: "operation-conflict", words: /^mutex operation\b/, onlyInstead: [] },
  { says: "duplicate", words: /^duplicate(?: parameters?)?(?= \.)/, onlyInstead: [] },
];
