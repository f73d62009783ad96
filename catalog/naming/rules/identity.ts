import { notOfParameters, says, saysAlone } from "./rule.ts";

/** What is said of requests, signatures and credentials. */
export const identity = [
  ...says("dry-run", /\bdry run\b(?: operation)?(?!.*\b(?:dryrun|error|fail)\b)/),
  ...says(
    "client-cancelled",
    /\bclient closed request\b|\brequest (?:aborted|cancell?ed)\b|\binvocation stopped\b|\bcancell?ed by user\b/,
  ),
  ...says(
    "signature-expired",
    /\bsignature (?:has )?(?:expired?|timeout)\b|\bexpired? signature\b/,
    /\brequest (?:time )?(?:has )?(?:is )?(?:expired?|too skewed)\b/,
    /\btime (?:is )?(?:too )?skewed\b/,
  ),
  ...says("nonce-used", /\bnonce\b.*\b(?:used|exists|duplicate|repeat|inuse)\b/),
  ...says(
    "token-expired",
    /\btoken refresh required\b|\b(?:(?:security|access|session|sts|refresh|auth|import|login) ?)?token (?:has |is )?expired?\b/,
    /\bexpired? (?:security |access |session |import )?token\b/,
  ),
  ...says(
    "cursor-invalid",
    /^(?=.*\b(?:next|page|pagination|continuation|paging) ?token\b|.*\biterator\b)(?=.*\b(?:expired?|invalid|illegal)\b).*/,
  ),
  ...says(
    "request-in-progress",
    /^duplicate request$|\bidempotent\w* token processing\b|\bprocessing same request\b|\btransaction in progress\b/,
  ),
  ...says(
    "idempotency-conflict",
    /\bidempot\w*(?: parameter| token)? (?:mismatch|conflict|invalid|error|fail)\b/,
    /\b(?:client ?token|idempot\w+)\b.*\b(?:mismatch|conflict|repeat|duplicate|inuse|used|different|limit exceed)\b/,
    /\binvalid idempot\w*(?: parameter)?\b/,
  ),
  ...says(
    "token-malformed",
    /\b(?:invalid )?(?:security |access |session )?token \. malformed\b|\bmalformed (?:security |access )?token\b|\bsaml ?assertion (?:\. )?invalid\b/,
  ),
  ...says(
    "token-invalid",
    /\b(?:invalid|illegal) (?:(?:security|access|session|sts|identity|auth|login|saml|web identity) ?)*token\b(?: \. (?:expired?|invalid|mismatch))?/,
    /\b(?:security|access|session|sts|web identity|identity|auth|login) ?token (?:invalid|error|fail|illegal|mismatch|malformed)\b/,
    /(?<!\b(?:create|delete|generate|get|query|refresh|revoke|update) (?:\w+ )*)\btoken fail\b|^token (?:is )?(?:invalid|error|illegal)$/,
  ),
  ...says("key-not-found", /\baccesskey (?:\. )?(?:notfound|deleted)\b|\bunrecognized client\b/),
  ...says(
    "key-disabled",
    /\baccesskey (?:\. )?(?:is )?(?:disabled|inactive|frozen|forbidden)\b|\b(?:inactive|disabled) accesskey\b/,
  ),
  ...says("signature-mismatch", /\binvalid accesskey secret\b/),
  ...says(
    "key-invalid",
    /\b(?:invalid|illegal) accesskey\b|\baccesskey (?:invalid|illegal|unsupported|error)\b/,
  ),
  ...saysAlone(
    "credentials-missing",
    /\bmissing (?:authentication|credentials?|accesskey)(?: token)?\b|\bno credentials?\b/,
    /^(?:sdk \. )?invalid credentials?$|^credentials? (?:provider )?(?:notfound|missing|empty|error)\b|^credentials? provider\b/,
  ),
  ...says(
    "signature-malformed",
    /^(?:incomplete|unsupported|missing|malformed) signature$|\bsig(?:nature)? field missing\b/,
    /\b(?:invalid|malformed|missing) (?:http )?(?:authorization|auth) ?(?:header)?$|\bauthorization (?:query |header )(?:parameters )?(?:error|malformed|invalid|missing)\b/,
  ),
  ...says(
    "signature-mismatch",
    /\bsignature (?:does )?(?:mismatch|fail|error|check fail|verify fail)\b(?!.*\b(?:list|sms)\b)/,
    /^invalid signature$/,
  ),
  ...says("mfa-failed", /\bmfa (?:code )?(?:fail|invalid|error|expired?|wrong)\b|\binvalid mfa\b/),
  ...notOfParameters(
    says(
      "timestamp-invalid",
      /^(?:(?:illegal|invalid|missing|malformed) )?(?:timestamp|request time)(?: (?:expired?|invalid|malformed|illegal|missing))?$/,
    ),
  ),
];
