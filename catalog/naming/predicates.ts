import type { Retry } from "../schema/terms.ts";

/** Predicates that leave no doubt, and the concepts that they express; their sentences are in `sentences.ts`. */
const definite = {
  "dry-run": "dry-run",
  "client-cancelled": "client-cancelled",
  "signature-expired": "signature-expired",
  "nonce-used": "nonce-reused",
  "token-expired": "token-invalid",
  "cursor-invalid": "cursor-expired",
  "request-in-progress": "request-in-progress",
  "idempotency-conflict": "idempotency-conflict",
  "token-invalid": "token-invalid",
  "token-malformed": "token-invalid",
  "key-not-found": "access-key-unknown",
  "key-disabled": "access-key-disabled",
  "credentials-missing": "credentials-missing",
  "signature-malformed": "signature-malformed",
  "signature-mismatch": "signature-mismatch",
  "mfa-failed": "mfa-failed",
  "timestamp-invalid": "timestamp-invalid",
  "sub-user-not-allowed": "sub-user-not-allowed",
  "ip-not-allowed": "ip-not-allowed",
  "risk-control": "risk-control",
  "content-rejected": "content-rejected",
  "real-name-required": "real-name-required",
  "not-approved": "not-approved",
  "balance-insufficient": "payment-required",
  "in-arrears": "payment-required",
  "payment-required": "payment-required",
  "charge-type": "charge-type-mismatch",
  "not-subscribed": "subscription-required",
  "account-suspended": "account-suspended",
  denied: "permission-denied",
  blocklisted: "permission-denied",
  "not-allowlisted": "permission-denied",
  "configuration-missing": "configuration-missing",
  "version-unknown": "version-unknown",
  "action-unknown": "action-unknown",
  "product-unknown": "product-unknown",
  "region-unsupported": "region-unsupported",
  "account-not-found": "account-not-found",
  "not-found": "resource-not-found",
  "name-taken": "resource-exists",
  exists: "resource-exists",
  "still-attached": "resource-in-use",
  "not-attached": "state-conflict",
  "not-empty": "resource-in-use",
  "in-use": "resource-in-use",
  "has-dependents": "resource-in-use",
  "no-resources": "resource-insufficient",
  "resource-deleting": "resource-deleting",
  protected: "resource-protected",
  "rate-limited": "rate-limited",
  "daily-rate": "rate-limited",
  "no-addresses": "addresses-exhausted",
  "sold-out": "resource-insufficient",
  "content-too-large": "request-too-large",
  "response-too-large": "response-too-large",
  "too-many-in-batch": "parameter-too-long",
  "too-many": "quota-exceeded",
  "too-long": "parameter-too-long",
  "too-short": "parameter-too-short",
  "too-small": "parameter-too-small",
  "too-large": "parameter-too-large",
  "out-of-range": "parameter-out-of-range",
  quota: "quota-exceeded",
  "no-capacity": "resource-insufficient",
  timeout: "timeout",
  maintenance: "maintenance",
  "service-busy": "service-unavailable",
  "operation-conflict": "operation-conflict",
  "precondition-failed": "precondition-failed",
  "not-stopped": "state-conflict",
  "not-in-state": "state-conflict",
  state: "state-conflict",
  "is-in-state": "state-conflict",
  "is-running": "state-conflict",
  disabled: "resource-disabled",
  "not-enabled": "feature-disabled",
  "checksum-mismatch": "checksum-mismatch",
  "request-malformed": "request-malformed",
  "protocol-unsupported": "protocol-unsupported",
  "wrong-endpoint": "wrong-endpoint",
  "address-conflict": "address-conflict",
  "resource-mismatch": "resource-mismatch",
  "no-change": "no-change",
  malformed: "parameter-format",
  missing: "parameter-missing",
  duplicate: "parameter-duplicate",
  exclusive: "parameter-conflict",
  "type-wrong": "parameter-type",
  "value-not-supported": "parameter-value-invalid",
  "action-offline": "action-offline",
  unsupported: "operation-unsupported",
  "operation-unsupported": "operation-unsupported",
  "parameter-unknown": "parameter-unknown",
  "text-invalid": "parameter-format",
  "network-failure": "network-failure",
  "service-unavailable": "service-unavailable",
  internal: "internal-error",
} as const;

/** Predicates that leave open what exactly is wrong, and the most general concepts that they allow. */
const open = {
  insufficient: "resource-insufficient",
  "response-invalid": "response-unreadable",
  authentication: "signature-mismatch",
  "key-invalid": "access-key-invalid",
  "denied-open": "permission-denied",
  "operation-denied": "operation-unsupported",
  "beyond-limit": "parameter-too-large",
  "value-invalid": "parameter-value-invalid",
  "parameter-invalid": "parameter-invalid",
  illegal: "parameter-invalid",
  conflict: "operation-conflict",
  "value-conflict": "parameter-conflict",
  already: "state-conflict",
  locked: "resource-protected",
  "not-allowed": "operation-unsupported",
  "not-ready": "state-conflict",
  unavailable: "resource-unavailable",
  expired: "resource-disabled",
  absent: "resource-not-found",
  "not-belonging": "permission-denied",
  cannot: "operation-unsupported",
  only: "operation-unsupported",
  "not-needed": "parameter-unknown",
  comparison: "parameter-out-of-range",
  "is-not": "parameter-invalid",
  failed: "operation-failed",
  incomplete: "parameter-missing",
  "not-configured": "configuration-missing",
  "not-done": "state-conflict",
  "not-in": "resource-not-found",
} as const;

/** What can be said of a thing, or of the request if no thing is named. */
export type PredicateId = keyof typeof definite | keyof typeof open;

/** Advice that differs from the concept's: states that do not pass by themselves. */
const retries: Partial<Record<PredicateId, Retry>> = {
  "not-stopped": "no",
  "not-attached": "no",
  "is-running": "no",
  "token-malformed": "no",
  "daily-rate": "no",
  "not-done": "no",
  already: "no",
};

const concepts = { ...definite, ...open };

/** Returns the id of the concept that a predicate expresses. */
export function conceptOf(id: PredicateId): string {
  return concepts[id];
}

/** Returns the advice of a predicate if it is not that of its concept. */
export function retryOf(id: PredicateId): Retry | undefined {
  return retries[id];
}

/** Whether a predicate leaves open what exactly is wrong. */
export function isOpen(id: PredicateId): boolean {
  return id in open;
}
