import { groupedByPattern, type PatternGroup } from "./patterns.ts";

/** The words of a code in lower case, separated by spaces; ` . ` stands between the segments of a dotted code. */
export type CodeText = string;

/** Names that are written with capitals inside, which would otherwise be taken apart. */
const wholeNames =
  /(?:ip|IP)[vV][46]|[vV]Switch(?:es)?|VRouter|HaVip|DDo[sS]|IoT|OAuth2?|MySQL|PostgreSQL|SQLServer|MongoDB|DynamoDB|CynosDB|PolarDB|InfluxDB|ClickHouse|CloudFront|CloudFormation|CloudWatch|GitHub|GitLab|WebSocket|WebHook|Open[sS]earch|OpenTSDB|ElastiCache|OpenID|OpenId|SaaS|PaaS|WeChat|QoS|DevOps|MaxCompute|DataWorks|NodeJS|JavaScript|AliPay|AliYun|RocketMQ|RabbitMQ|MQTT|K8[sS]|[sS]qlServer|OpenAPI|OpenApi|WeCom|DNSPod|FlowLog|LogSet|LogStore|DataBase|TimeOut(?!Of)|TimeStamp|UserName|PassWord|WhiteList|BlackList|HostName|NameSpace|WorkSpace|KeyWord|CallBack|LifeCycle|SubUser|AccessKey|MetaData|DataSource|NextHop|BackEnd|NickName|FileSystem|NoteBook|BandWidth|RoundRobin|CheckSum|MultiPart|Multipart|DataSet|FireWall|PlugIn|WebSite|Website|AutoScaling|DataCenter|EndPoint|NetWork|FailOver/g;

/** Misspelled and abbreviated words of vendors' codes, and the word that is meant. */
const meant: Readonly<Record<string, string>> = Object.fromEntries(
  `available: avaliable avaiable availiable avaliabel availble avalible avaible availible
   unavailable: unavaliable unavailble unavaiable unvailable unavailible
   parameter: paramter param para parma paramer paramater parametor paramenter
   parameters: params paramters paras
   argument: arg agrument
   arguments: args
   error: err erro errror eror
   errors: errs
   invalid: nvalid invaliad invali invaild invalide unvalid invlid inavlid invaid invalidate invald
   exist: exsit
   exists: exsits
   already: aleardy alreay allready
   denied: deined
   exception: excepiton exeption
   quota: quata
   blacklist: blacklisted
   referenced: refrenced
   existed: exsited
   missing: miss missed absence
   conflict: confilct conflit confict conflic conflictive conflicted conflicting conflicts
   forbidden: forbbiden forbiden forbid forbbid
   permission: permision premission
   permissions: permisions
   resource: resouce resoure rescource
   duplicate: dup duplicating duplicated duplicates duplication dumplicate duplcate
   repeat: repeated repeatedly
   malformed: malformat misformatted malformated
   length: lenght len
   password: passwd pwd
   exceed: exceeded exceeds exceeding exced exceded excceed exceedd
   illegal: illgeal iellgal illegeal ilegal illeagal illeagl illegality
   unsupported: unsupport unsupports nonsupport notsupport notsupported unspported nosupport
   insufficient: insuffcient insufficiency insufficent insuffient unsufficient
   notactivated: nonactivated unactivated inactivated
   unopened: notopened
   unauthorized: unauthorised unauth unauthorize unauthrized unauthenticated
   authorized: authorised
   authorization: authorisation
   incorrect: incorrcet incorrectt uncorrect incorret
   mismatch: mismatched mismatching dismatch unmatch unmatched misfit notmatch
   frequency: freq frequence
   internal: inner interal inernal
   found: fount fond
   notfound: notfount nonexistent notexist nonexist nofound notexists
   timeout: timedout overtime
   frozen: freeze
   number: num nums
   maximum: max
   minimum: min
   fail: failed failure fails failuer faild falied
   unknown: unknow nuknown unknonw
   describe: bescribe
   status: stauts statu
   operation: op operatio opration
   initializing: initing
   running: runing
   value: vaule
   rejected: rejetced
   whitelist: allowlist whitelisted
   same: identical
   locked: lockd
   limit: limits limited limitation limt
   null: nil
   exhausted: exhaust exhausts exhausting
   empty: blank
   incompatible: uncompatible`
    .split("\n")
    .flatMap((line) => {
      const [word = "", others = ""] = line.trim().split(": ");
      return others.split(" ").map((other) => [other, word]);
    }),
);

/** Phrases that say one thing in several ways, and how the rules of the grammar know them. */
const phrases: readonly [RegExp, string][] = [
  [/(?<=\w\w)(notfound|notexists?|notmatch|notsupport(?:ed)?)\b/g, " $1"],
  [/\b(?:notexists?)\b/g, "notfound"],
  // Capitals in the wrong place: `VlanConfLict`, `ConfigurationnotFound`, `LimitNumofRules`
  [/\bconf lict\b/g, "conflict"],
  [/(?<=\w{4})not found\b/g, " notfound"],
  [/\bnumof\b/g, "number of"],
  [/(?<=\b(?:not|already|is|does) )exit(?:s|ed)?\b/g, "exist"],
  // The image of a machine has other faults than one that shows something.
  [
    /(?<=\b(?:face|generate|ocr|seal|photo|decode|download|detect|recognize|fuse|similar|input|person|id card) (?:\w+ )?)images?\b|\bimages?(?= (?:is )?(?:not |un ?)?(?:too |over)?(?:qualified|small|large|big|decode|blur|empty|download|resolution|pixel|body|content|quality|base64|url|width|height|face|detect|size|similar|gray|color|crop|rotate|spam|ocr|measurement|num)\w*\b)/g,
    "picture",
  ],
  [
    /\b(order|trade|serial|card|bill|page|invoice|contract|batch|flow|deal|account|version|region|zone|line) no(?=$| \.| (?:is |not |un)*(?:invalid|valid|malformed|format|notfound|exists?|error|fail|duplicate|empty|missing|illegal|mismatch)\b)/g,
    "$1 number",
  ],
  [/\bnot fund\b/g, "notfound"],
  [/\b(lower|upper) bound\b/g, "$1bound"],
  // Whoever creates or deletes a zone does not speak of the availability zones of the cloud.
  [/(?<=\b(?:add|bind|create|delete|modify|update) )zone\b(?! (?:id|mapping))/g, "ownzone"],
  [/\bexpired (?=(?:date|days?|time)\b)/g, "expire "],
  // In pictures, a body is one of a person.
  [
    /\bbody(?= in (?:photo|picture|image)\b)|(?<=\b(?:photo|picture|image|detect|pose) (?:\w+ )*)body\b/g,
    "humanbody",
  ],
  [/\b(?:notfound or (?:illegal|invalid)|(?:illegal|invalid) or notfound)\b/g, "invalid"],
  [/\bun knowo?n?\b/g, "unknown"],
  [/\bno ((?!longer\b)\w+(?: \w+){0,3}?) (?:found|exists?)\b/g, "$1 notfound"],
  [/\bno longer support(?:ed|s)?\b/g, "unsupported"],
  [/\bin debt\b|\bindebt\b/g, "in arrears"],
  [/\bin (?:usage|using)\b/g, "inuse"],
  // Codes in capitals alone have no bounds between their words.
  [
    /\b(bad|illegal|invalid|missing|unknown|system|server|network|internal)(arguments?|parameters?|request|error|busy)\b/g,
    "$1 $2",
  ],
  [/\bun (lock|bind|install|subscribe|register|mount|link)\b/g, "un$1"],
  [/\bno (active|activated|enabled|opened|ready|running|valid)\b/g, "not $1"],
  [/\bin used\b|\bis use$/g, "inuse"],
  [/\bno allow(?:ed)?\b/g, "not allow"],
  [/\bover (load|size|flow)(?:ed)?\b/g, "over$1"],
  [/\bpoint in time\b/g, "pointintime"],
  [/\b(?:insufficient|no|without) (?:permissions?|authorization)\b/g, "unauthorized"],
  [/\bno such(?: an?)?\b/g, "nosuch"],
  [
    /\b(?:(?:does|do|is|are|was|has|have) )?(?:not|non|no|none|doesnt|isnt|un)(?: been| be)? (?:exist|exists|existed|existent|existing|found|find|present)\b|\bcan ?not (?:be )?(?:found|find)\b|\bunable to find\b|\bfound no\b|\bnotfound (?:error|exception)\b/g,
    "notfound",
  ],
  [/\bnot (?:exist|exists)\b/g, "notfound"],
  [
    /\b(?:(?:is|are|does|do|un|has) )?(?:not|un|no|non|doesnt|dont)(?: been| be| yet)? (?:supported|support|supports)\b|\bcan ?not (?:be )?support(?:ed)?\b/g,
    "unsupported",
  ],
  [
    /\b(?:mis|miss|missing|dis|un|not|no|non|isnt|does not|is not|are not|do not|can ?not)(?: be)? ?(?:match|math|matched|matching|matches|matchs)\b/g,
    "mismatch",
  ],
  [
    /\bmal ?form(?:ed|at)?\b|\bformat (?:error|is error|invalid|is invalid|illegal|wrong|incorrect|mismatch|malformed|fail|not valid)\b|\b(?:wrong|invalid|illegal|incorrect|bad|error) format\b/g,
    "malformed",
  ],
  [/\bover lap(?:s|ped|ping)?\b/g, "overlap"],
  [/\btime out\b(?! of\b)|\btimed out\b/g, "timeout"],
  [
    /\bin use\b|\binuse\b|\b(?:is|are|been|being) used\b|\b(?:is|are) using\b|\boccupied\b|\boccupy\b/g,
    "inuse",
  ],
  [/\bwhite list(?:ed)?\b|\ballow list\b/g, "whitelist"],
  [/\bblack list(?:ed)?\b|\bblocklist\b|\bdeny list\b/g, "blacklist"],
  [/\bsecret id\b|\baccesskey(?: id)?\b|\baccess key(?: id)?\b|\bak sk\b/g, "accesskey"],
  [
    /\b(?:is |are |has |have )?(?:already|al ready)(?: been)? exist(?:s|ed|ing)?\b|\bexist(?:s|ed)? already\b|\bduplicate exist\b/g,
    "exists",
  ],
  [/\b(?:is|are|be|been|was|were|can|could|has|have|does|do) empty\b/g, "empty"],
  [/\bcannt\b|\bcan not\b|\bcant\b|\bcould not\b/g, "cannot"],
  [
    /\b(?:cannot|should not|must not|mustnot|shouldnt)(?: be)? (?:empty|null|none|nil)\b|\bnot be (?:empty|null|none|nil)\b|\b(?:is|are) (?:null|nil|none)\b|\bempty or null\b|\bnull or empty\b|\bnot null\b/g,
    "empty",
  ],
  [
    /\bnot (?:enough|sufficient|adequate)\b|\bno enough\b|\bun sufficient\b|\bless than (?:needed|required)\b/g,
    "insufficient",
  ],
  [
    /\b(?:has |have |is |are )?(?:not|un|no)(?: be| been| yet| has been)? (?:authorized|auth|authed|authorize|permission|permissions|privilege|privileges)\b|\bno (?:\w+ )?(?:permissions?|privileges?|auth)\b|(?<!\b(?:add|change|create|delete|describe|get|list|modify|operate|query|remove|set|update) (?:\w+ )*)\bpermissions? (?:error|fail)\b|\bpermissions? (?:denied|deny|not allowed|forbidden|not granted)\b|\black(?:ing)?(?: of)? permissions?\b|\bmissing permissions?\b/g,
    "unauthorized",
  ],
  [/\b(?:is|are) not (?:valid|legal)\b|\bnot (?:valid|legal)\b|\bin valid\b/g, "invalid"],
  [/\b(?:is|are|was) (?:invalid|illegal|incorrect|wrong|error)\b/g, "invalid"],
];

/** Words that say nothing by themselves, as a segment of their own: `Schema.Not.Exist`. */
const functionWordsAlone =
  / \. ((?:(?:not|no|non|is|are|be|already|too|in) \. )*(?:not|is|already|exists?|existed|found|match|matched|empty|null|many|long|large|support|supported|used?|errors?))(?= \.|$)/g;

/** The code that was taken apart last: a reading asks for its words several times. */
let last: { code: string; text: CodeText } | undefined;

/** Takes a code apart into its words, with vendors' misspellings and different wordings of the same made uniform. */
export function textOfCode(code: string): CodeText {
  if (last?.code !== code) last = { code, text: wordsOfCode(code) };
  return last.text;
}

let groupedPhrases: PatternGroup<(typeof phrases)[number]>[] | undefined;

function groupsOfPhrases(): PatternGroup<(typeof phrases)[number]>[] {
  groupedPhrases ??= groupedByPattern(phrases, ([pattern]) => pattern);
  return groupedPhrases;
}

function wordsOfCode(code: string): CodeText {
  const whole = code
    .replace(/(?<=[A-Z])Is(?=[A-Z])/g, "-Is")
    .replace(wholeNames, (name) => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase());
  const segments = whole.split(/[.:]/).map((segment) => {
    const words = segment.match(/[A-Z]+s?(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+/g) ?? [];
    return words.map((word) => meant[word.toLowerCase()] ?? word.toLowerCase()).join(" ");
  });
  // Some SDKs put a dot between all words.
  const single = segments.filter((one) => !one.includes(" ")).length;
  const isDottedThroughout =
    single === segments.length ? single > 2 : segments.length > 3 && single / segments.length >= 0.7;
  const text = segments
    .filter(Boolean)
    .join(isDottedThroughout ? " " : " . ")
    .replace(functionWordsAlone, (words) => words.replaceAll(" .", ""));
  let rest = text;
  for (const { members, any } of groupsOfPhrases())
    if (any.test(rest)) for (const [pattern, word] of members) rest = rest.replace(pattern, word);
  return rest;
}
