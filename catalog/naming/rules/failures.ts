import { notOfParameters, says, saysAlone, saysIn, weaklySays } from "./rule.ts";

/** What is said when something failed, and the words that hold only where no others do. */
export const failures = [
  ...saysAlone(
    "network-failure",
    /\bnetwork(?:ing)? (?:error|fail|exception)\b|\bconnection (?:refused|reset|closed|fail|error)\b|^io error$|\bunknown host\b/,
  ),
  ...says(
    "internal",
    /\bwent wrong\b|\bsomething wrong\b|\bunexpected internal\b|\bunknown (?:error|exception)\b/,
  ),
  ...says("service-unavailable", /\bbad gateway\b|\b(?:re)?try(?: again)?(?: later)$|\btry again$/),
  ...weaklySays("network-failure", /\b(?:connectivity|communication)\b(?: error| exception| fail)?$/),
  ...says(
    "service-unavailable",
    /\b(?:server|service|system) (?:is )?(?:temporarily |temporary )?(?:unavailable|not available|unreachable)\b|\boverload\b|\bsystem overflow\b/,
  ),
  ...saysAlone("service-unavailable", /^unavailable$/),
  ...weaklySays("denied-open", /\b(?:is |are )?(?:denied|forbidden)\b/),
  ...weaklySays(
    "unavailable",
    /\b(?:is |are )?(?:unavailable|not available|abnormal|not accessible|unreachable|not online|not connected|offline)\b|\b(?:no|not) available\b/,
  ),
  ...weaklySays(
    "expired",
    /\b(?:is |has |have |been |already )*expired?\b(?! (?:dates?|days?|hours?|time)\b)/,
  ),
  ...notOfParameters(
    weaklySays(
      "check-failed",
      /\b(?:pre ?)?(?:verify|check|precheck|validate|verification) (?:fail|error)\b(?! \w)/,
    ),
  ),
  ...weaklySays(
    "illegal",
    /\b(?:is |are )?(?:invalid|illegal|incorrect|wrong|bad|inappropriate|improper|unrecognized|ambiguous)\b|\bviolation\b|\b(?:verify|check|precheck|validate|validation|verification) (?:fail|error)\b(?! \w)|\bvalidation\b(?: error| exception)?/,
  ),
  ...notOfParameters(
    weaklySays(
      "internal",
      /\binternal\b(?: server| service)?(?: error| exception| fail)?|\bsystem error\b|\bunknown\b|^(?:server|service) (?:error|exception|fail|fault)\b|\bunexpected\b(?: error)?/,
    ),
  ),
  ...saysIn(["internal"], "failed", /^need (?:to )?\w+$/),
  ...saysAlone("denied-open", /^authorization(?: exception)?$/),
  ...weaklySays("not-qualified", /\b(?:is |are )?(?:not|un) ?qualified\b/),
  ...weaklySays("not-needed", /^unnecessary (?=\w)|\b(?:is )?not (?:need(?:ed)?|required|necessary)\b/),
  ...weaklySays("only", /\bonly supports?(?:ed)?(?: for| by)?\b/),
  ...saysAlone("only", /\bonly (?:allow(?:ed)?|same) (?=\w)|(?<=\w )only$/),
  ...saysAlone(
    "denied-open",
    /\b(?:is )?restrict(?:ed|s)\b|(?<!\bnot )\b(?:blocked|rejected)(?: exception)?$|^(?:auth|permission)(?: exception)?$/,
  ),
  ...saysAlone("illegal", /\bmust (?:be|contains?) \w.*|\bunprocessable\b/),
  ...weaklySays("incomplete", /\b(?:is )?(?:incomplete|not complete)\b/),
  ...weaklySays("not-configured", /\b(?:is |has )?(?:not|no|un)(?: been)? (?:configured|config)\b/),
  ...weaklySays(
    "not-done",
    /\b(?:is |are |has |have )*(?:not|un)(?: been| be)? ?(?:verified|registered|signed|shared|encrypted|released|installed|created|approved|configured|purchased|completed|deployed|added|opened|joined|mounted|uploaded|submitted|initialized|activated|actived|authorized|generated|resolved|granted|passed|discovered|resumed|verify|reged|entitled|matched|selected|allocated|paid)$/,
  ),
  ...weaklySays("failed", /\bfail\b(?: to)?|\bunsuccessful\b|\bunable(?: to)?\b/),
  ...saysAlone("illegal", /(?<=parameters?) error$/),
  ...saysIn(["failed", "operation-denied"], "illegal", /^(?:request )?parameters? (?:error|invalid)$/),
  ...weaklySays("illegal", /(?<=\w (?:type|mode)) error$/),
  ...weaklySays("is-not", /(?<=\w )(?:is )?not (?=\w+(?: \w+)?$)/),
  ...weaklySays(
    "absent",
    /\b(?:has |have |with )?no (?=\w+(?: (?:name|id|type|record|group))?(?: in \w.*)?$)/,
    /(?<=^|\. )no (?=\w+(?: \w+){1,2}$)/,
  ),
  ...saysAlone("failed", /(?<=\w )(?:\. )?errors?$|^error (?=[a-z])(?!.* already)/),
  // What is called after a client failed at the client, after a service inside of it.
  ...saysAlone("illegal", /^(?:\w+ )*client exception$|^(?:\w+ )+client$/),
  ...saysAlone(
    "internal",
    /(?<=^(?!.*\b(?:out of|not|no|un)\b).*\w )(?:server|service)(?: exception)?$|^(?:base|service|server|system|governor|unexpected)(?: exception)$/,
  ),
  ...saysAlone("failed", /(?<=\w )exception$|(?<=\w )(?:\. )exception$/),
];
