/** What words of a query stand for. */
export interface Meaning {
  /** Ids of concepts, the one that is meant most often first. */
  concepts?: readonly string[];
  /** Ids of services, of any provider. */
  services?: readonly string[];
  /** Words of which a code has one. */
  things?: readonly string[];
  /** Words of which the code that is meant first has one. */
  prefers?: readonly string[];
}

/** Words that people type, in both languages, and what they mean by them. Longer ones are read before shorter ones. */
export const synonyms: readonly [words: readonly string[], meaning: Meaning][] = [
  [
    [
      "签名验证失败",
      "签名校验失败",
      "签名错误",
      "签名不对",
      "签名不匹配",
      "验签失败",
      "signature mismatch",
      "bad signature",
      "wrong signature",
      "invalid signature",
    ],
    { concepts: ["signature-mismatch"], prefers: ["signature"] },
  ],
  [
    ["签名过期", "签名失效", "signature expired"],
    { concepts: ["signature-expired"], prefers: ["signature"] },
  ],
  [
    [
      "时钟不同步",
      "时钟不准",
      "时间不同步",
      "时间戳",
      "时钟",
      "系统时间",
      "clock skew",
      "clock",
      "time skew",
      "not yet current",
    ],
    { concepts: ["timestamp-invalid", "signature-expired"] },
  ],
  [
    [
      "限流",
      "限频",
      "流控",
      "被限速",
      "频率",
      "rate exceeded",
      "rate limited",
      "rate limit",
      "throttling",
      "throttled",
      "too many requests",
      "qps",
    ],
    { concepts: ["rate-limited"], prefers: ["throttling", "throttled", "rate"] },
  ],
  [
    [
      "没有权限",
      "没权限",
      "无权限",
      "权限不足",
      "拒绝访问",
      "access denied",
      "permission denied",
      "forbidden",
      "unauthorized",
      "not authorized",
      "403",
    ],
    { concepts: ["permission-denied"] },
  ],
  [
    ["不在白名单", "白名单", "ip whitelist", "ip allowlist", "whitelist", "allowlist"],
    { concepts: ["ip-not-allowed"] },
  ],
  [
    [
      "密钥不存在",
      "密钥错误",
      "密钥不对",
      "ak 不存在",
      "access key not found",
      "key id not found",
      "wrong access key",
    ],
    { concepts: ["access-key-unknown", "access-key-invalid"] },
  ],
  [
    ["密钥被禁用", "密钥禁用", "密钥停用", "access key disabled", "key disabled"],
    { concepts: ["access-key-disabled"] },
  ],
  [
    [
      "token 过期",
      "token 失效",
      "令牌过期",
      "令牌失效",
      "凭证过期",
      "token expired",
      "expired token",
      "session expired",
      "credentials expired",
    ],
    { concepts: ["token-invalid"], prefers: ["token"] },
  ],
  [
    [
      "余额不够",
      "余额不足",
      "欠费",
      "没钱",
      "账户余额",
      "insufficient balance",
      "no money",
      "arrears",
      "overdue payment",
    ],
    { concepts: ["payment-required"] },
  ],
  [
    [
      "库存不足",
      "售罄",
      "卖完",
      "资源不足",
      "没有资源",
      "sold out",
      "out of stock",
      "no capacity",
      "insufficient capacity",
    ],
    { concepts: ["resource-insufficient"] },
  ],
  [
    [
      "配额用完",
      "配额不足",
      "超过配额",
      "配额",
      "超出限制",
      "quota exceeded",
      "over quota",
      "limit exceeded",
      "quota",
    ],
    { concepts: ["quota-exceeded"] },
  ],
  [
    ["地址用完", "ip 不够", "ip 用完", "地址不够", "ip exhausted", "no free addresses", "out of addresses"],
    { concepts: ["addresses-exhausted"] },
  ],
  [
    ["接口下线", "接口已下线", "接口废弃", "api 下线", "api retired", "api deprecated", "api offline"],
    { concepts: ["action-offline"] },
  ],
  [
    ["接口不存在", "没有这个接口", "action not found", "unknown action", "no such api"],
    { concepts: ["action-unknown"] },
  ],
  [["请求超时", "超时", "timed out", "timeout"], { concepts: ["timeout"] }],
  [
    [
      "网络不通",
      "连不上",
      "网络错误",
      "网络故障",
      "connection refused",
      "connection reset",
      "network error",
      "network down",
      "cannot connect",
    ],
    { concepts: ["network-failure"] },
  ],
  [
    ["服务不可用", "服务挂了", "服务异常", "service unavailable", "service down", "503"],
    { concepts: ["service-unavailable"] },
  ],
  [
    ["服务器内部错误", "内部错误", "internal error", "internal server error", "500"],
    { concepts: ["internal-error"] },
  ],
  [
    ["重复提交", "重复请求", "重放", "幂等", "duplicate request", "sent twice", "idempotency"],
    { concepts: ["idempotency-conflict", "request-in-progress", "nonce-reused"] },
  ],
  [
    ["参数格式不对", "格式不对", "格式错误", "bad format", "wrong format", "malformed"],
    { concepts: ["parameter-format", "request-malformed"] },
  ],
  [
    ["少传参数", "缺少参数", "参数缺失", "漏传参数", "missing param", "missing parameter"],
    { concepts: ["parameter-missing"] },
  ],
  [
    ["参数错误", "参数不对", "bad parameter", "wrong parameter", "invalid parameter"],
    { concepts: ["parameter-invalid", "parameter-value-invalid"] },
  ],
  [
    ["不存在", "找不到", "没有这个", "not found", "does not exist", "no such", "missing", "404"],
    { concepts: ["resource-not-found"] },
  ],
  [
    ["已存在", "已经存在", "重名", "already exists", "name taken", "exists"],
    { concepts: ["resource-exists"] },
  ],
  [
    ["地域不对", "地域不支持", "地域错误", "区域不对", "wrong region", "region not supported"],
    { concepts: ["region-unsupported", "wrong-endpoint"] },
  ],
  [["域名不对", "endpoint 不对", "访问域名", "wrong endpoint"], { concepts: ["wrong-endpoint"] }],
  [["未实名", "没实名", "实名认证", "real name"], { concepts: ["real-name-required"] }],
  [
    ["没有开通服务", "未开通", "没开通", "没有开通", "not subscribed", "not activated", "not enabled"],
    { concepts: ["subscription-required", "feature-disabled"] },
  ],
  [
    ["上传", "upload", "put object", "head object", "get object", "下载", "download"],
    { services: ["oss", "s3", "cos", "bos"] },
  ],
  [["对象存储", "object storage"], { services: ["oss", "s3", "cos", "bos"] }],
  [["短信", "sms"], { services: ["sms"] }],
  [["桶", "存储桶", "bucket"], { things: ["bucket"] }],
  [["对象", "文件", "object", "file"], { things: ["key", "object", "file"] }],
  [["端口", "port"], { things: ["port"] }],
  [["安全组", "security group"], { things: ["group"] }],
  [["子网", "交换机", "subnet", "vswitch"], { things: ["subnet", "switch"] }],
  [["实例", "instance"], { things: ["instance"] }],
  [["镜像", "image", "ami"], { things: ["image", "ami"] }],
  [["域名", "domain"], { things: ["domain"] }],
  [["磁盘", "云盘", "disk", "volume"], { things: ["disk", "volume"] }],
  [["快照", "snapshot"], { things: ["snapshot"] }],
  [["签名", "signature"], { things: ["signature"] }],
];

/** Words that say no more than that something failed. */
export const fillers: readonly string[] = [
  "错误",
  "报错",
  "失败",
  "异常",
  "问题",
  "不对",
  "的",
  "了",
  "为什么",
  "怎么办",
  "接口",
  "请求",
  "error",
  "failed",
  "failure",
  "errors",
  "is",
  "wrong",
  "api",
  "the",
  "a",
  "on",
  "in",
  "of",
  "for",
  "with",
];
