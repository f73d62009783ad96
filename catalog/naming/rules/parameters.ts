import {
  notOfParameters,
  parameterFamilies,
  type Rule,
  says,
  saysAlone,
  saysIn,
  weaklySays,
} from "./rule.ts";

/** What must be is said of what is right, not of what is wrong. */
function notMust(rules: readonly Rule[]): Rule[] {
  return rules.map((rule) => ({
    ...rule,
    words: new RegExp(`(?<!\\b(?:must|should)\\b.*)${rule.words.source}`),
  }));
}

/** What is said of requests, parameters and their values. */
export const parameters = [
  ...says(
    "checksum-mismatch",
    /\b(?:bad|invalid) (?:\w+ )?(?:digest|crc\w*|md5)\b|\b(?:checksum|md5|crc\w*|sha\d*|digest|hash) (?:is )?(?:mismatch|error|fail|invalid|verify fail|check fail)\b/,
  ),
  ...says(
    "request-malformed",
    /\b(?:malformed|bad|illegal) (?:xml|json|request|acl|post request|http request|uri|body|multipart)\b|\binvalid (?:http request|uri|json|xml|query parameter|request content)\b|\bunsupported (?:media|content) type\b|\bincomplete (?:body|request)\b/,
    /\b(?:request|packet|body)(?: parameter)? parse fail\b|\b(?:json|xml|request|packet|body)(?: parameter)? (?:malformed|info invalid|body invalid)\b|\bfail (?:to )?(?:resolve|parse) (?:packet|request|body|json)\b|\bparse request (?:parameter|body)\b|\bpost body invalid\b/,
  ),
  ...saysIn(["failed"], "request-malformed", /\b(?:json|xml) parse fail\b/),
  ...notOfParameters(
    says(
      "protocol-unsupported",
      /\b(?:http )?method not allow(?:ed)?\b|^(?:invalid|unsupported) (?:http )?(?:method|protocol)$|\bhttp method (?:invalid|unsupported|error)\b/,
    ),
  ),
  ...says("wrong-endpoint", /\b(?:permanent|temporary) redirect\b|\b(?:incorrect|wrong) endpoint\b/),
  ...says("response-invalid", /^(?:bad|invalid)(?: error)? response$/),
  ...says(
    "address-conflict",
    /(?<=\b(?:cidr|subnet|segment|ip|range|block|vpc)(?: \w+)*)(?: \.)? (?:is )?(?:conflict|overlap\w*)\b.*|\bconflict (?=(?:\w+ )*cidr\b)/,
  ),
  ...says(
    "resource-mismatch",
    /\b(?:is |are )?mismatch\b|\b(?:is |are )?(?:not|un)(?: in)? (?:the )?same\b|\b(?:is |are )?inconsisten(?:t|cy|ce)\b|\b(?:is |are )?incompatible\b|\bnot (?:equal|consistent|compatible|fit|suitable)\b|\b(?:is |are )?different\b|(?<=\w )unsupported (?=instance type)/,
  ),
  ...says("no-change", /\bno ?change\b|\bunchanged\b|\bno need update\b|\bnot (?:modified|changed|change)\b/),
  ...says(
    "malformed",
    /\b(?:\w+ )?(?:password) (?:is )?(?:violated? rules?|rule (?:error|fail)|policy violation|too weak|too simple|not strong)\b|\btoo weak\b/,
  ),
  ...weaklySays(
    "malformed",
    /\b(?:is |has )?malformed\b|\b(?:grammar|syntax)(?: error)?\b|\b(?:includes? |contains? |has )?(?:invalid|illegal|special) (?:char|character|chars|characters)\b|\bparse fail\b|\bdecode fail\b|\bcharacters? (?:is )?(?:illegal|invalid|error)\b|\b(?:regex|pattern) (?:mismatch|error)\b|\bbase64 malformed\b|(?<=\. )format$/,
  ),
  ...weaklySays("missing", /^no specified (?=\w)|(?<=\w )all empty\b/),
  ...saysAlone(
    "malformed",
    /(?<=^(?:\w+ )+)format(?= exception$)|(?<=^(?:\w+ )+)pars(?:e|ing)(?: exception)?$|^parsing(?: exception)?$/,
  ),
  ...weaklySays(
    "missing",
    /(?<!\b(?:amount|balance|capacity|quota|resources?|stock) )\b(?:is |are )?(?:missing|lack|lacked|lacks|absent)\b(?: required)?|\b(?:is |be )?(?:required|needed|necessary)$|\b(?:is )?empty\b/,
    /\b(?:is |must be |should be )?not (?:specified|set|given|provided|supplied|input|filled|passed in|present)\b|\b(?:must be|should be|need) (?:specified|set|given|provided)\b|\bat least one\b|\b(?:is )?null\b/,
  ),
  ...saysIn(
    parameterFamilies,
    "value-invalid",
    /^(?=repeat (?:count|cycle|dates?|days?|interval|mode|period|times?|type|week\w*)\b)/,
  ),
  ...saysIn(
    parameterFamilies,
    "parameter-invalid",
    /^(?=expired? (?:dates?|days?|hours?|in|period|policy|seconds?|time|type)\b)/,
  ),
  ...saysAlone("illegal", /^invalid (?=(?:\w+ )*expired? (?:date|days?|time)\b)/),
  ...says("unsupported", /\bunsupported (?=repeat$)|\brepeat (?=\w+ unsupported$)/),
  ...says(
    "duplicate",
    /\b(?:is |are |has |have )*(?:duplicate|repeat|not (?:distinct|unique)|repetition|repetitive)\b/,
  ),
  ...says(
    "exclusive",
    /(?<!\b(?:bandwidth|instance|package|nat) )\b(?:mutually )?exclusive\b(?! ip\b)|(?<!must )\bcoexist\b|\b(?:invalid )?parameters? (?:combination|conflict|dependency)\b|\binvalid (?:parameter )?combination\b|\bmultiple parameter\b|\bcombination (?:invalid|error|unsupported|illegal)\b/,
  ),
  ...saysIn(["parameter-invalid"], "exclusive", /^(?:conflict|combination|dependency|coexist)$/),
  ...says("illegal", /^invalid (?=(?:\w+ )*conflict \w)/),
  ...saysIn(parameterFamilies, "value-conflict", /\b(?:is |are )?conflict\b(?: error| exception)?/),
  ...weaklySays("conflict", /\b(?:is |are )?conflict\b(?: error| exception)?/),
  ...says(
    "type-wrong",
    /\b(?:parameter |value |data )type (?:error|invalid|illegal|mismatch|wrong|incorrect)\b/,
  ),
  ...says("value-not-supported", /\bvalue (?:is )?(?:unsupported|not allow(?:ed)?)\b/),
  ...saysIn(parameterFamilies, "duplicate", /\bsame (?=(?!time$)\w+$)|(?<=\w )(?:is |are )?same$/),
  ...saysIn(parameterFamilies, "not-allowed", /\bnot allow(?:ed)? to (?=\w)/),
  ...saysIn(
    parameterFamilies,
    "value-not-supported",
    /\b(?:is |are )?(?:unsupported|reserved|not allow(?:ed)?)\b/,
  ),
  ...says(
    "action-offline",
    /\b(?:action|api|interface|operation) (?:is )?(?:offline|deprecated)\b|\bdeprecated (?:action|api|interface|operation)\b/,
  ),
  ...says(
    "unsupported",
    /\b(?:is |are )?unsupported\b|\bnot (?:implemented|exportable|deletable|updatable|portable|attachable|appendable|modifiable|returnable)\b|\bnot (?!(?:un)?available|able|applicable|acceptable)\w{3,}able$|\bunreturnable\b|\bunmodifiable\b|\bunappendable\b|\bno sell\b/,
  ),
  ...notMust(
    says(
      "comparison",
      /\b(?:is )?(?:less|lower|smaller|greater|larger|bigger|higher|more|earlier|later) than (?=\w)/,
    ),
  ),
  ...says("cannot", /\bcannot\b(?: be)?/),
  ...says(
    "not-allowed",
    /\b(?:can )?not (?=(?:delete|modify|update|create|bind|release|change|operate|access|edit|remove|stop|start)$)/,
  ),
  ...says(
    "not-allowed",
    /\b(?:is |are |be )?not (?:be )?(?:allow(?:ed)?|permit(?:ted)?|able|applicable)\b(?: to)?|\b(?:is |are )?(?:prohibited|prohibit)\b(?: to)?/,
  ),
];
