import { notOfParameters, parameterFamilies, says, saysAlone, saysIn, weaklySays } from "./rule.ts";

/** What is said of the state of things, and of other operations on them. */
export const states = [
  ...saysIn(
    parameterFamilies,
    "value-conflict",
    /(?<=\b(?:status|state|type|mode)) (?:is |are )?conflict with (?=\w)/,
  ),
  // What must be so is not so.
  ...says(
    "state",
    /\b(?:should|must) (?:not )?be (?:in )?(?:active|attached|bound|closed|deleted|detached|disabled|enabled?|offline|online|open|paused|released|running|started|stopped|unbound)\b.*$/,
  ),
  ...notOfParameters(
    says(
      "timeout",
      /(?<!\b(?:invalid|illegal) .*)\b(?:is |has )?timeout\b(?! (?:value|parameter|range|seconds|config\w*|invalid|illegal|exceed))/,
    ),
  ),
  ...notOfParameters(
    says(
      "maintenance",
      /\b(?:in |under |is )*(?:maintaining|maintenance|maintain)\b(?! (?:window|time|period|task|policy))/,
    ),
  ),
  ...says("service-busy", /^(?:\w+ )?(?:server|system|service|backend) (?:is )?(?:too )?busy$/),
  ...says(
    "operation-conflict",
    /\bconcurrent (?:\w+ )?(?:operate|modification|update|access|operations?|conflict)\b|\bmutex(?: operation)?(?: \.)? ?(?:task )?(?:running|conflict)?\b/,
    /\b(?:task|job|operation|action|backup|activity|purge queue|refresh|upgrade|change|transaction|order|restore)s? (?:is |are )?(?:already )?(?:in progress|in process|running|processing|in conflict|exists and running|conflict|executing|doing|unfinished|un done|not (?:finish(?:ed)?|complete(?:d)?|done))\b/,
    /\boperation aborted\b|\b(?:resource|operation|disk|instance|lock) (?:is )?busy\b|\. busy$|\bresource contention\b|\b(?:get |acquire )?lock (?:conflict|fail|error|busy)\b|\bbeen locked\b/,
    /\binstance (?:is )?lock(?:ed|ing)?\b(?: error| fail)?(?! \w)|\bdistri?but(?:ed?|e)? ?lock\b|\bin cooling period\b|\btoo many updates\b|\bconflict operation\b/,
    /\b(?:already )?in (?:cloning|process|progress|processing|operation)\b|\banother (?:\w+ )*(?:running|in progress|processing)\b|\bservice is configuring\b/,
    /\b(?:has|have|exist) (?:running|unfinished|processing|uncompleted) (?:\w+ )?(?:task|job|order|process)s?\b|\b(?:is )?operating$|\bongoing (?=\w)/,
  ),
  ...saysAlone("precondition-failed", /\b(?:version|etag|revision) mismatch\b/),
  ...says(
    "precondition-failed",
    /\bprecondition fail\b|\boptimistic lock\b|\bcondition(?:al)? check fail\b|\bposition (?:error|not equal to length)\b|\boffset incorrect\b/,
  ),
  ...says(
    "not-stopped",
    /\b(?:is |has |have |been |status |state )*(?:not|un) (?:been |being |be |in )*(?:stopped|stop|recycled?|shutdown|disabled?|terminated|ended|closed)(?: (?:status|state))?$/,
  ),
  ...says(
    "not-in-state",
    /\b(?:is |are |status |state )*(?:not|un) (?:in |yet |been |being )*(?:running|active|normal|started|paused|completed?|finished|success\w*|deployed|initialized|published|ready|online|available)(?: (?:status|state))$/,
    /\b(?:is |are |status |state )*(?:not|un) (?:in |yet |been |being )*(?:running|active|normal|started|paused|completed|finished|deployed|initialized|published|inflight)$/,
    /(?<=\b(?:status|state)) (?:is )?not (?:in )?(?:available|ready|online)$/,
  ),
  ...saysAlone(
    "not-in-state",
    /^not (?:active|running|started|stopped)(?= \.)|^inactive (?=\w)|(?<=\w )(?:\. )?(?<!is )inactive$/,
  ),
  ...says("not-ready", /\b(?:is |are )?not (?:yet )?ready\b(?! exception)/),
  ...says(
    "not-enabled",
    /\b(?:feature|operation|action|region)s? (?:is )?disabled?$|^disabled (?=(?:feature|operation|action)s?$)/,
  ),
  ...says(
    "disabled",
    /(?<!\bnot )\b(?:is |has |have |been |already |status |state )*(?:disabled?|frozen|suspended|banned|isolated|shutdown|forbidden use)$|^(?:disabled|all access disabled)\b|\blocked for security\b/,
  ),
  ...says(
    "is-in-state",
    /\b(?:is |in |are |being |been |has |status |state )*(?<!\bnot )(?:creating|starting|stopping|rebooting|restarting|pending|initializing|modifying|updating|upgrading|migrating|rolling ?back|rollbacking|attaching|detaching|restoring|resizing|resetting|installing|configuring|deploying|executing|transferring|opening|closing|scaling|expanding|copying|importing|exporting|publishing|processing|syncing|isolating|busy)(?: (?:status|state))?$|(?<=\w )in (?:creating|configuring|deleting|modifying|updating)(?= \.)/,
  ),
  ...says(
    "is-running",
    /\bis (?:active|enabled?|online|closed)$|\b(?:has |is |have )*(?:already (?:been )?|(?<=task |job |export |import )(?=ended|finished|completed))(?:ended|accepted|completed?|closed|stopped?|finished|released|started|enabled?|disabled?|running|paused|published)$/,
  ),
  ...says(
    "is-running",
    /\b(?:is |in |are |status |state )*(?<!\bnot )(?:running|stopped|paused|hibernated)(?: (?:status|state))?$/,
  ),
  ...says(
    "value-invalid",
    /(?<=\b(?:status|state)) enum\b|^(?:invalid|illegal) (?=(?:\w+ )*(?:status|state) \. (?:malformed|format|invalid|unsupported|value \w+)$)/,
  ),
  // What is refused or not supported is to change a state, whatever the state is.
  ...saysIn(
    ["operation-unsupported"],
    "operation-unsupported",
    /^(?=(?:change|modify|set|update) (?:.* )?(?:status|state)$)/,
  ),
  ...saysIn(
    ["operation-denied"],
    "operation-denied",
    /^(?=(?:change|modify|set|update) (?:.* )?(?:status|state)$)/,
  ),
  ...saysIn(
    ["failed"],
    "failed",
    /^(?=(?:change|describe|get|list|modify|query|set|update) (?:.* )?(?:status|state)(?: error| fail)?$)/,
  ),
  ...saysIn(
    ["internal"],
    "internal",
    /^(?=(?:change|describe|get|list|modify|query|set|update) (?:.* )?(?:status|state)(?: error| fail)?$|(?:.* )?(?:modify|set|update|query) (?:status|state)(?: error| fail)?$|.*\bresponse status\b)/,
  ),
  ...saysAlone(
    "failed",
    /^(?=(?:.* )?(?:describe|get|list|query|set|update) (?:.* )?(?:status|state) (?:error|fail)$)/,
  ),
  ...saysIn(
    parameterFamilies,
    "value-invalid",
    /^(?:invalid|illegal|wrong|error|incorrect) (?=(?:\w+ )*(?:status|state)$)|(?<=^(?:\w+ )*(?:status|state)) (?:is )?(?:invalid|illegal|error)$/,
  ),
  ...says(
    "state",
    /\b(?:incorrect|invalid|illegal|wrong|unexpected|error|abnormal|unsupported|improper|inappropriate|not allow(?:ed)?|conflict)(?= (?:\w+ )*(?:status|state)\b(?! (?:machine|transition|parameter|code|value|type|filter|not)))/,
    /\b(?:life cycle )?(?:status|state)(?: is)? (?:not permit|error|invalid|incorrect|illegal|wrong|abnormal|conflict|unsupported|not (?:allow(?:ed)?|support|match|normal|correct|permit|valid|right|satisfied)|mismatch|denied|limit|forbidden|unavailable|unexpected|inconsistent|unauthorized)(?: \w+)?\b/,
    /\bnot in (?:the )?\w+ (?:status|state)\b|\bin (?:\w+ )?(?:abnormal|error|wrong|incorrect) stat\w*\b|\bstate modified fail\b|\binvalid state transition\b|^incorrect (?:status|state)\b/,
  ),
  ...saysIn(
    ["failed", "internal", "operation-unsupported", "operation-denied", "unavailable", "in-use"],
    "state",
    /\b(?:status|state)$/,
  ),
  ...saysIn(["operation-unsupported"], "state", /(?<=^(?:\w+ )*instance )state \w+(?: \w+)*$/),
  ...saysAlone(
    "already",
    /(?<=\w )(?:\. )?(?:has|have) (?:been )?(?=(?:opened|started|finished|ended|cancell?ed|published|created|set|deployed|shared)$)/,
  ),
  ...says("already", /\b(?:is |has |have |been )*already (?:been )?(?=\w)(?!in (?:progress|process)|exists)/),
  ...weaklySays("locked", /\b(?:is |has |have |been )*locked(?: (?!time$)\w+)?$|^locked\b/),
  ...says(
    "not-enabled",
    /\b(?:is |are |has |have )*(?:not|un|no)(?: been| be)? ?(?:enabled?|turned on|switched on|open|on)$/,
  ),
];
