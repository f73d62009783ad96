import { notOfParameters, parameterFamilies, says, saysAlone, saysIn, weaklySays } from "./rule.ts";

/** What is said of amounts: rates, quotas, stock, lengths and sizes. */
export const amounts = [
  ...says("operation-conflict", /\btoo many updates\b/),
  ...saysAlone("quota", /^maximum (?=\w+(?: \w+)* (?:associated|attached)\b)/),
  ...saysIn(["quota"], "still-attached", /\balready (?:attached|associated|bind|binded|bound)\b(?: \w+)?/),
  ...saysIn(["insufficient", "quota"], "full", /(?<=\b(?:disk|pool|queue|space|storage)) (?:is )?full$/),
  ...says("full", /(?<=\w )(?<!\b(?:quota|limit|number|count|capacity) )(?:is )?full$/),
  ...saysAlone(
    "rate-limited",
    /\b(?:too quick|frequent) (?=(?:\w+ )*(?:requests?|purchase|operations?|calls?)\b)|\btraffic control\b|\blimited request\b|\bquota per (?:second|minute|hour) exceed\b/,
  ),
  ...says("daily-rate", /\bphone number (?:\w+ )*daily limit\b/),
  ...saysIn(["quota"], "rate-limited", /^concurren\w*(?: request)?s?$/),
  ...says(
    "rate-limited",
    /\b(?:too many|too much) requests?\b(?! parameter)|\bthrottl\w*\b|\brequest limit exceed\b|\bslow down\b|(?<!\benabled? .*)\bflow ?control\b/,
    /\b(?:requests? (?:is |are )?)?too (?:frequent|frequently|fast|often)\b|\brequests? (?:is |are )?too many\b/,
    /(?<!\bunsupported .*)\b(?:request )?(?:rate|qps|frequency|tps|throughput)(?: \w+)?(?: limit)? (?:is )?(?:exceed|over|limit|beyond)(?: limit| error)?\b|\bfrequency limit\b/,
    /\b(?:exceed|over|limit) (?:the )?(?:\w+ )?(?:rate|qps|frequency|tps|throughput)(?: limit)?\b/,
    /\b(?:hour|minute|second) limit\b(?: exceed)?|\bphone number (?:\w+ )*limit$|\bconcurren\w+ (?:\w+ )?(?:limit )?exceed\b/,
  ),
  ...says(
    "no-addresses",
    /\bno (?:\w+ )?(?:available |free |enough )(?:private )?(?:ip|ips|vip|ip address|ip addresses)\b.*|\binsufficient (?:free |private |available )+(?:ip|ips|vip|ip addresses|addresses)\b.*/,
    /\b(?:private )(?:ip|ips|vip)(?: address(?:es)?)? (?:is )?(?:insufficient|exhausted|used up)\b|\bsubnet ip address limit reached\b/,
  ),
  ...saysIn(["insufficient"], "quota", /\b(?:is )?(?:\. )?quotas?$/),
  ...saysIn(["quota", "insufficient"], "no-addresses", /^private ip address$/),
  ...says(
    "sold-out",
    /\b(?:is |are )?(?:sold|sale|sell) ?out\b|\bsoldout\b|\bno ?stock\b|\bout of stock\b|\bunderstock\b|\bnot on sale\b|\bstock insufficient\b|\bno inventory\b|\binsufficient (?:inventory|stock)\b/,
  ),
  ...says(
    "content-too-large",
    /\b(?:request|entity|body|payload|message|post body|metadata|packet|inline data|batch request)(?: entity)?(?: content)? (?:is )?(?:too (?:large|long|big)|(?:size |length )(?:limit )?exceed(?: limit)?)\b/,
    /\bmaximum message length exceed\b|\bpost pre data length exceed\b|\bout of row size limit\b/,
  ),
  ...says(
    "response-too-large",
    /\b(?:response|result|search result) (?:size )?(?:too (?:large|long|big)|limit exceed|exceed\w*)\b|\bout of result size limit\b/,
  ),
  ...says("too-many-in-batch", /\btoo many (?=\w+(?: \w+)* in batch request)|\bout of column count limit\b/),
  ...saysIn(parameterFamilies, "too-many-in-batch", /\btoo (?:many|much)\b(?: value)?/),
  ...says(
    "too-many",
    /\btoo (?:many|much)\b|\b(?:number|count|amount|quantity)(?: \w+)? (?:is )?too (?:many|much|large|big)\b/,
  ),
  ...says(
    "too-long",
    /\b(?:length )?(?:is )?too long\b|\bover ?length\b|\bexceed (?:the )?(?:\w+ )?length(?: limit)?\b|\bout of (?:maximum )?length\b/,
    /\b(?:name|text|description) size (?:is )?(?:over|exceed|beyond) (?:the )?(?:upper |maximum )?limit\b|\blength (?:is )?(?:exceed|over ?limit|too large|limit|out of (?:range|limit)|beyond(?: limit)?)(?: limit| maximum)?\b/,
    /(?<=name|\b(?:description|desc|text|remark|comment|password|title)) (?:\. )?(?:exceed|over limit|exceed limit|limit exceed)\b/,
  ),
  ...saysIn(parameterFamilies, "length-invalid", /(?<=\w )(?:\. )?length$/),
  ...says("too-short", /\btoo (?:few|short)\b|\bless length\b|\blength (?:is )?(?:insufficient|less)\b/),
  ...says(
    "too-small",
    /\b(?:is )?too (?:small|low|little|few|less)\b|\bless than (?:the )?minimum(?: \w+)?$|\bless (?:than )?minimum\b|\b(?:below|under) (?:the )?(?:minimum|limit)(?: \w+)?\b/,
  ),
  ...says("comparison", /(?<=\btime )(?:is )?(?:later|earlier|greater|less|before|after) (?=(?:\w+ )*time$)/),
  ...says("comparison", /(?<=\w )less (?=(?!than\b)\w+(?: limit)?$)/),
  ...says("quota", /\bover (?=(?:\w+ )*quota$)|\bexceed (?=(?:\w+ )+(?:number|count|limit|quota)\b)/),
  ...says(
    "quota",
    /\b(?:is )?(?:exceed|over) (?:the )?(?:maximum|limit) (?:\w+ )?(?:number|count|amount|quantity)\b/,
  ),
  ...says(
    "too-large",
    /\b(?:is )?too (?:large|big|high|great)\b|\b(?:value )?(?:is )?exceed (?:the )?maximum\b(?: value)?|\b(?:greater|larger) than (?:the )?maximum(?: \w+)?$|\bover maximum\b|\boversized?\b|\b(?:size|pixel|resolution) exceed\b/,
  ),
  ...saysIn(["quota"], "too-large", /^(?=memory|timeout|\w+ size$)/),
  ...says(
    "out-of-range",
    /\b(?:is )?(?:out(?: of)?|not in|exceed|over|beyond|outside)(?: the)?(?: value| valid)?(?: range| bounds?| scope|range)\b|\brange (?:error|invalid|illegal|not allow(?:ed)?)\b|\binvalid range(?= \.|$)|\bnot within range\b/,
    /\bout of \w+ range\b/,
  ),
  ...says("beyond-limit", /(?<!\bsystem )\b(?:is )?overflow\b|\bvalue exceed\b/),
  ...saysIn(parameterFamilies, "out-of-range", /^range$/),
  ...saysIn(
    parameterFamilies,
    "beyond-limit",
    /\b(?:is )?(?:limit exceed|exceed limit|over ?limit|exceed|beyond(?: limit)?|out of limit)\b/,
  ),
  ...says(
    "no-capacity",
    /\b(?:reservation )?capacity exceed\b|\binsufficient (?=(?:\w+ )*capacity\b)|\bunfulfillable capacity\b|\bout of capacity\b|\bno (?:available |enough )?capacity\b/,
  ),
  ...says(
    "quota",
    /\b(?:is )?(?:over|out of|exceed|beyond|reach(?:ed)?|exhausted|insufficient|no enough|not enough)(?: the)?(?: maximum| max| upper)? ?(?:user |account |resource )?(?:quotas?|limits?)\b(?: quota)?/,
    /\b(?:insufficient|lack of|no)(?: available)? (?=(?:\w+ )*quota\b)/,
    /\bquota (?:limit )?(?:is )?(?:exceed|over|full|reached|insufficient|exhausted|limit|out|used up|lack)(?: limit)?\b/,
    /\blimit (?:is |has been )*(?:exceed|reached|over|quota|full|hit)(?: limit)?\b/,
    /(?<!^(?:invalid|illegal) .*)(?:\b(?:count|number|amount|quantity) |(?<=\w (?:size|capacity) ))(?:is |has )?(?:exceed|over|limit|full|out of limit|overlimit|reached|beyond)(?: (?:the )?(?:limit|maximum|quota))?\b/,
    /\bover ?limit\b|\b(?:is |has )?(?:full)$|\bexceed (?:the )?(?:maximum |allowed )?(?:number|count|amount|size)\b(?: limit)?/,
    /\breach(?:ed)? (?:the )?(?:maximum|upper)?(?: \w+)? ?(?:limit|number|count|quota)?\b|\bexceed$|\bquota maximum (?=\w+ limit)/,
    /^exceed (?=\w)|^parameter exceed(?= \.)|^exceed(?= \. \w)|\bexceed threshold$|\blimit number of (?=\w)|(?<=\bquota\b.*)(?:\. )?maximum$/,
  ),
  ...says("insufficient", /(?<=\w )(?:is |has )?(?:run|ran|use|used) (?:out|up)$/),
  ...says(
    "missing",
    /\binsufficient (?=(?:parameters?|arguments?)$)|^(?:parameters?|arguments?) insufficient$/,
  ),
  ...says(
    "not-sufficient",
    /\binsufficient (?=(?:\w+ )*(?:age|amount|balance|condition|length|level|policy|privilege|quality|role|score|similarity|trust)$)/,
    /(?<=\b(?:age|amount|condition|length|level|policy|quality|score|similarity|trust)) (?:is )?(?:insufficient|lack)\b/,
  ),
  ...says(
    "insufficient",
    /\b(?:is |are )?(?:insufficient|shortage)\b(?: \w*capacity)?|\black of\b|\b(?:is )?exhausted\b|\bno enough\b/,
  ),
  ...says(
    "no-resources",
    /\bno (?:available )?resources?$|\bresources? (?:is |are )?(?:insufficient|shortage)\b/,
  ),
  ...notOfParameters(weaklySays("quota", /(?<=^(?!invalid|illegal).*\w )limit$/)),
];
