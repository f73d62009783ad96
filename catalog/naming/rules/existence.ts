import { notOfParameters, parameterFamilies, says, saysAlone, saysIn } from "./rule.ts";

/** What is said of things that are there, or are not. */
export const existence = [
  ...says("too-many", /\btoo many (?=.*\b(?:associated|attached)\b)/),
  ...says("not-allowed", /^at least one (?=.*\bexists?$)/),
  ...says("has-dependents", /\bdue to (?=(?:\w+ )+exists?$)/),
  ...says("illegal", /\bmust (?=.*\bexists?$)/),
  ...says("operation-conflict", /^exist (?:executing|processing|refunding|running|unfinished) (?=\w)/),
  ...says("exists", /^another (?=\w+(?: \w+)* exists?\b)/),
  // What failed is the look whether something exists.
  ...saysIn(
    ["failed", "internal"],
    "failed",
    /^(?=(?:check|judge|query) .*\bexists?(?: \w+)? (?:error|fail|exception)$)/,
  ),
  ...saysAlone(
    "not-found",
    /^unknown (?!.* (?:error|exception|fail)$)(?!error|exception|server|fail|system|parameter|operation|action|api|host|service)(?=\w)/,
  ),
  ...says("in-use", /(?<=\w )(?:\. )?(?:used|using|referenced) by (?=\w).*|(?<=\w )used in (?=\w).*/),
  ...says("still-attached", /^associated (?=(?:\w+ )+(?:found|exists?)$)|^still contains (?=\w)/),
  ...says(
    "configuration-missing",
    /\bnosuch (?=.*\b(?:configuration|config|policy|tag set|cors|lifecycle|website|mirroring|encryption rule|trash|website config|trash directory)$)/,
    /(?<=\b(?:configuration|config|ownership controls|logging|lifecycle policy|repository policy|mfadevice|mfa device)) notfound\b/,
    /^no (?=\w+(?: \w+)* configuration$)/,
  ),
  ...says(
    "version-unknown",
    /^(?:invalid|unsupported|unknown) (?:api )?version$|\bapi version (?:invalid|notfound|unsupported)\b/,
  ),
  ...says(
    "action-unknown",
    /^(?:invalid|unknown|nosuch|unsupported) (?:api|action|operation name|interface)(?: \. notfound)?$|(?<!\w )\b(?:api|interface|action) notfound\b|\binvalid action notfound\b|^unknown operation\b/,
  ),
  ...says("product-unknown", /^(?:nosuch|invalid|unknown) product(?: \. notfound)?$/),
  ...says(
    "region-unsupported",
    /\bunsupported (?:the |this )?region\b|\bregion (?:id )?(?:is )?(?:unsupported|notfound|not allow(?:ed)?|not available|not open)\b(?! \w)/,
    /^invalid region(?: id| name)?(?: \. (?:notfound|malformed|unsupported))?$|\b(?:invalid|illegal|wrong) region(?: id| name)?$|(?<!\b(?:get|list|query|describe|enable|check) .*)\bregion(?: id)? (?:invalid|illegal|error)$/,
    /^invalid zone(?: id)? \. mismatch region|\bcross location .*|\blocation constraint\b/,
  ),
  ...saysIn(["denied"], "region-unsupported", /^region$/),
  ...says(
    "account-not-found",
    /(?<=\b(?:account|uin|member)(?: id)?)(?: \.)? (?:is )?notfound\b|\bunresolvable grant\b.*/,
  ),
  ...says(
    "not-found",
    /\b(?:is |has been )?notfound\b|\bnosuch\b|\b(?:has |have |had )?been deleted\b|\bwithout shard\b/,
  ),
  ...says(
    "not-in",
    /\b(?:is )?(?<!state |status )not ?in\b(?! (?:use|range|progress|sequence$|same\b)|(?: the)? (?:\w+ )*(?:status|state)$)/,
  ),
  ...says(
    "name-taken",
    /\bname (?:\. )?(?:is |has |been |already )*(?:inuse|taken|exists|exist|existed|used|repeat|duplicate|conflict)\b/,
    /\b(?:duplicate|repeat|same) (?!as )(?=(?:\w+ )*name\b)|\bsame name\b|\bduplicate name\b/,
  ),
  ...saysIn(["in-use"], "name-taken", /\bname$/),
  ...saysIn(["in-use"], "has-dependents", /^.*\b(?:exists|existed) in \w.*/),
  ...says("already-in", /\b(?:is |are )?already (?:exists )?in (?!progress|process|use\b)(?=\w)/),
  ...saysIn(parameterFamilies, "duplicate", /\bduplicate\b(?: \w+ exists)?|\bexists duplicate\b/),
  ...saysIn(
    ["operation-denied", "operation-unsupported"],
    "present",
    /(?<=\w )(?<!\b(?:already|same|duplicate|name|id) )exist$/,
  ),
  ...says(
    "exists",
    /\b(?:is |are |has |have |been )*(?:already )?(?:exists|existed)\b(?! (?:action|behavior|check|flag|option|policy)\b)|\balready (?:owned by you|created|added|registered|defined|configured|has|have|had|existent|purchased)\b/,
    /\b(?:is |are )?exist(?=$| \.)/,
  ),
  ...says("repeated", /\bduplicate\b/),
  ...says(
    "not-attached",
    /\b(?:is |has |have |be )*(?:(?:not|never|no)(?: been| be| yet)? (?:attach(?:ed)?|bound|bind|binded|binding|associated?|assigned?|mounted)|un(?:attached|bound|associated|assigned|mounted))\b(?! able)|\bno (?=(?:\w+ )+bound$)/,
  ),
  ...says(
    "still-attached",
    /\balready (?:been )?(?:attached|bound|bind|binded|associated|assigned|mounted|joined|linked|covered|reserved|binding|bind \w+)\b/,
    /(?<!\bmismatch .*)\b(?:has |have |is |are |been |being |be |still )*(?<!\b(?:not|un|no|never|cannot)(?: be| been)? )(?:attached|associated|bound|binded|assigned)(?: by .*| (?:to|with) .*)?$/,
    /(?<=\w )(?:bind|bound) by (?=\w)|\bhas (?:bind|bound|binded|attached|associated) (?=\w)/,
    /(?<!\bmismatch .*)(?<=\w )(?<!\b(?:not|un|no|never|cannot|allow|allowed|unsupported|to|fail|missing|invalid)(?: be| been)? )(?:associated?|attached|bound|binded) (?=(?:other )?\w+$)|(?<=\w )(?<!\b(?:not|no|un|allow|unsupported|to|fail|cannot|invalid|illegal)(?: re)? )bind$/,
  ),
  ...saysIn(
    parameterFamilies,
    "missing",
    /(?<=\w)(?<!\b(?:bucket|cluster|directory|folder|group|project|queue|table|vpc)) (?:is )?not ?empty$|^not ?empty$/,
  ),
  ...says("protected", /\bimmutable\b/),
  ...says("not-empty", /\b(?:is )?(?:not ?|non )empty\b/),
  ...says(
    "in-use",
    /(?<!\bnot )\b(?:is |are |been |still )*(?<!\bnot )inuse\b|\balready used\b|(?<=\w )(?<!\bthan .*)used$(?: not delete)?|\bdependency violation\b|\bdelete conflict\b|\bneed release\b/,
  ),
  ...says(
    "in-use",
    /\b(?:is |are |been |being |still )*(?:referenced|refered|referred)(?: by .*| (?=items?$))?$/,
  ),
  ...saysIn(["failed", ...parameterFamilies], "exists", /^exist (?=\w)/),
  ...says(
    "has-dependents",
    /(?<!\b(?:cannot|must|should|at least) )\b(?:has|have|exist|contains?|still has) (?!no )(?=(?:\w+ )*(?:instances?|subnets?|keys|listeners?|images?|rules?|groups?|tasks|services|pods?|area|vpc|vpcs|nodes?|users?|resources?|devices?|records?|clusters?|snapshots?|disks?|tables?|members?|children)(?: assign)?$)|(?<!\b(?:exceed|than) )\bexist (?=\w)/,
  ),
  ...saysIn(["parameter-invalid", "value-invalid"], "parameter-invalid", /(?<!\bin )(?=\brecycle bin$)/),
  ...says(
    "resource-deleting",
    /\b(?:being |for |been |is |in |on )*(?<!\bnot (?:been |being |be )?)(?:recycled?|recycling)(?: bin| resource)?$/,
    /(?<!\b(?:not|already|be) )\b(?:is |in |being |pending |been )*(?:deleting|deletion|terminating|destroying|destroyed|releasing|released|delete window|deleted|recovered)$|\balready deleted$|\bpending deletion\b/,
  ),
  ...notOfParameters(
    says(
      "protected",
      /(?<!\bunsupported (?:\w+ )*)\b(?:in )?(?:deletion|delete|termination|release|destroy)(?: \w+)? protect(?:ion|ed)?(?: enabled| on)?\b(?!.*\bunsupported\b)|\bforbidden to delete\b|(?<!\b(?:not|un) )\bprotected$/,
    ),
  ),
  ...saysAlone("in-use", /(?<=^(?:\w+ )+)(?:\. )?related$|(?<=^(?:\w+ )+)referenced(?= \.)/),
];
