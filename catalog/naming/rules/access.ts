import { notOfParameters, says, saysAlone, saysIn } from "./rule.ts";

/** What is said of the right to do something, of accounts and of money. */
export const access = [
  ...says(
    "sub-user-not-allowed",
    /\bunsupported (?:ram|sub ?users?|sub ?account)\b/,
    /\bsub ?(?:users?|account) (?:denied|not allow(?:ed)?|forbidden|unsupported|unauthorized)\b/,
  ),
  ...saysIn(["denied", "authentication"], "sub-user-not-allowed", /^sub ?(?:users?|account)(?: denied)?$/),
  ...says(
    "ip-not-allowed",
    /\b(?:request|source|client) ip (?:address )?(?:is )?(?:not )?in (?:the )?(?:black|white)list\b/,
    /\b(?:source|client) ip (?:not allow(?:ed)?|denied|forbidden)\b/,
  ),
  ...saysAlone("ip-not-allowed", /^ip (?:address )?(?:is )?(?:not )?in (?:the )?(?:black|white)list$/),
  ...saysIn(
    ["denied", "authentication", "failed"],
    "ip-not-allowed",
    /\bip (?:address )?(?:is )?(?:not )?in (?:the )?(?:black|white)list\b/,
  ),
  ...says("risk-control", /\brisk control\b|\bsecurity challenge\b|\brequest blocked\b/),
  ...notOfParameters(
    says("risk-control", /\b(?:in )?risk\b(?! (?:item|level|list|report|rule|task|type)\b)/),
  ),
  ...says(
    "content-rejected",
    /\b(?:contains? )?(?:sensitive|dirty) (?:word|content|text|info)s?(?: found)?\b|\b(?:content|text) (?:is )?(?:violation|risk|spam|blocked|violates|sensitive)\b/,
  ),
  ...says(
    "real-name-required",
    /\b(?:no|not|un|without) ?(?:\w+ )?real ?name\w*(?: auth\w*| certif\w*| verif\w*)?/,
    /\breal ?name (?:auth\w* |certif\w* |verif\w* )?(?:fail|required|qualify|error|invalid|incomplete|unauthorized)\b|\breal ?name qualify\b/,
    /\bnot (?:enterprise )?(?:certification|certificated|certified)\b|\bno (?:enterprise )?certification\b|\bqualify not pass\b/,
  ),
  ...says(
    "not-approved",
    /\b(?:\w+ or )?un ?approved\b/,
    /\bnot (?:yet |been )*(?:approved|audited|reviewed)\b|\b(?<!^(?:create|delete|describe|get|list|modify|query|update) )(?:audit|review|approval) (?:not pass(?:ed)?|fail|reject(?:ed)?)\b/,
    /\b(?:not|un) (?:pass(?:ed)? )(?:the )?(?:audit|review|approval)\b/,
  ),
  ...says(
    "balance-insufficient",
    /\b(?:insufficient|no enough|no|low|lack(?: of)?) ?(?:\w+ )??(?:balance|funds?|money|credits?)\b(?! (?:type|card)\b)/,
    /\baccount (?:is )?insufficient$|\b(?:balance|banlance|funds?|credits?|cash(?: book)?|money) (?:is )?(?:insufficient|low|lack)\b/,
  ),
  ...says(
    "in-arrears",
    /\b(?:has |is |due to )?(?:in )?(?:arrears?|arrearage|debts?)(?: overdue)?\b|^(?:is )?overdue\b|\b(?:account|bill|payment|pay|order|service|resource|instance|user|fee|debt)s? (?:is |in )?overdue\b|\bowe(?:d|s|ing)? (?:fee|money)\b/,
  ),
  ...says(
    "payment-required",
    /\b(?:has )?unpaid(?: order| bill)?\b|\b(?:order|bill)s? (?:is )?(?:not|un) ?(?:paid|pay)\b|\bpay(?:ment)? (?:fail|error)\b|\bfail pay\b|\bpayment required\b/,
  ),
  ...says(
    "charge-type",
    /\b(?:charge|pay|billing) ?(?:type|mode|method) (?:unsupported|violation|not allow(?:ed)?|mismatch|forbidden)\b/,
    /\bunsupported (?:\w+ )?(?:charge|pay|billing) ?(?:type|mode|method)\b/,
  ),
  ...saysIn(
    ["operation-unsupported", "operation-denied"],
    "charge-type",
    /\b(?:charge|pay|billing) ?(?:type|mode|method)$/,
    /\b(?:subscription|pre ?paid|pre ?pay|post ?paid|post ?pay)(?: instance)?$/,
  ),
  ...says(
    "not-subscribed",
    /\b(?:service )?(?:is |has |was )?(?:not|un|no|non)(?: yet| been)? ?(?:opened|activated?|subscribed?|signed up|purchased|bought|ordered)(?: \w*service)?\b/,
    /\bneed (?:to )?(?:buy|open|purchase|activate|subscribe)(?: first)?$|\bnot buy$|^not active service$|\bunsubscript$/,
    /\bunopened\b(?: service)?|\bnotactivated\b|\bsubscription required\b|\bnot open (?:\w+ )?service\b|\b(?:service|product|user) (?:is )?not (?:open|enabled?)\b|\bopt in required\b|^inactive$/,
  ),
  ...says(
    "account-suspended",
    /\b(?:account|owner) (?:is |has |been )*(?:suspended|frozen|blocked|banned|locked|closed|isolated|disabled|restricted)\b|\bpending verification\b|^account problem\b|^blocked$|\babnormal (?:\w+ )?owner status\b/,
  ),
  ...says(
    "resource-mismatch",
    /\bnot belong (?:to )?(?=(?:the )?(?:vpc|zone|region|subnet|cluster|instance|group|vswitch)\b)/,
  ),
  ...says("not-belonging", /\bnot belongs?(?: to)?\b/),
  ...says("blocklisted", /\b(?:is )?in (?:the )?blacklist\b/),
  ...saysAlone("blocklisted", /(?<=^(?!invalid|illegal|missing)(?:\w+ )+)\. blacklist$/),
  ...says("not-allowlisted", /\b(?:is )?not (?:(?:in|on) (?:the )?)?(?:\w+ ){0,4}whitelist\b(?! check)/),
  ...says(
    "denied",
    /\baccess (?:to .* )?(?:is )?(?:denied|deny)\b|\bno (?:\w+ )?(?:rights?|access)$|\b(?:(?:cam|request|has|have|is|are|no|not) )*unauthorized\b|\bauthorization (?:error|fail)\b/,
    /\bno(?:t)? (?:have |has )?(?:the )?(?:right|rights|authority|privileges?|access)\b(?! (?:group|key|log|point|rule|token)s?\b)(?: to)?|\bpass role\b.*\bforbidden\b|\b(?:request )?permission (?:denied|deny)\b/,
    /\bnot (?:the )?(?:\w+ )?owner(?: of)?\b|\bowner (?:error|mismatch)\b/,
  ),
  ...saysAlone(
    "denied",
    /^permission \. .*|^(?:\w+ )+permission exception$|^(?:explicit )?deny\b(?! \. too many)/,
  ),
];
