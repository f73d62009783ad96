import type { Synonyms } from "./synonyms.ts";

/** What is wrong with a request. */
export const requests: Synonyms = [
  [
    ["接口下线", "接口已下线", "接口废弃", "api 下线", "api retired", "api deprecated", "api offline"],
    { concepts: ["action-offline"] },
  ],
  [
    [
      "接口不存在",
      "没有这个接口",
      "action not found",
      "unknown action",
      "no such api",
      "action 不存在",
      "unknown api",
    ],
    { concepts: ["action-unknown"] },
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
    ["地域不对", "地域不支持", "地域错误", "区域不对", "wrong region", "region not supported"],
    { concepts: ["region-unsupported", "wrong-endpoint"] },
  ],
  [["域名不对", "endpoint 不对", "访问域名", "wrong endpoint"], { concepts: ["wrong-endpoint"] }],
  [
    ["校验失败", "校验和", "校验值", "md5", "crc64", "checksum"],
    { concepts: ["checksum-mismatch"], prefers: ["digest", "checksum", "md5"] },
  ],
  [
    ["太大", "过大", "超大", "too large", "too big"],
    { concepts: ["request-too-large", "parameter-too-large"] },
  ],
  [["太小", "过小", "too small"], { concepts: ["parameter-too-small"], prefers: ["small"] }],
  [["太短", "过短", "too short"], { concepts: ["parameter-too-short"] }],
  [
    ["超出范围", "范围", "out of range", "range"],
    { concepts: ["parameter-out-of-range"], prefers: ["range"] },
  ],
  [
    ["语法错误", "语法", "syntax error", "syntax"],
    { concepts: ["request-malformed", "parameter-format"], prefers: ["malformed"] },
  ],
  [["太长", "过长", "too long"], { concepts: ["parameter-too-long"] }],
  [
    ["太简单", "太弱", "强度不够", "too weak", "too simple", "weak"],
    {
      concepts: ["parameter-format", "parameter-value-invalid", "parameter-invalid"],
      prefers: ["weak", "complexity"],
    },
  ],
  [
    ["接口版本", "版本不存在", "版本号错误", "api version", "no such version"],
    { concepts: ["version-unknown"], prefers: ["version"] },
  ],
  [
    ["不支持", "not supported", "unsupported"],
    { concepts: ["operation-unsupported", "feature-disabled", "protocol-unsupported"] },
  ],
  [["请求体", "报文", "request body"], { concepts: ["request-malformed"] }],
  [
    [
      "条件检查",
      "条件更新",
      "条件写入",
      "条件不满足",
      "前提条件",
      "conditional check",
      "conditional update",
      "condition",
      "precondition",
    ],
    { concepts: ["precondition-failed"], prefers: ["conditional"] },
  ],
  [
    [
      "敏感词",
      "内容安全",
      "content safety",
      "moderation",
      "内容违规",
      "涉黄",
      "违规",
      "sensitive words",
      "inappropriate",
    ],
    { concepts: ["content-rejected"] },
  ],
];
