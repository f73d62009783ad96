import type { PredicateId } from "./predicates.ts";

/** What a predicate says in words, in both languages. */
interface Sentences {
  /** If no thing is named. */
  bare: Pair;
  /** Of a thing; undefined if the bare sentence says all. */
  ofThing: Pair | undefined;
}

/** An English sentence and a Chinese one. */
interface Pair {
  en: string;
  zh: string;
}

/**
 * For each predicate, the sentence if no thing is named, and below it that of a thing, if there is one. `{}` is the
 * thing, `{the}` the thing with its article, `{s}` several of it, `{n}` its number; of `is|are` and the like, the second
 * is for several.
 */
const texts = `
dry-run: The dry run succeeded; nothing was changed. | 预检通过，未做任何变更。
client-cancelled: The client canceled the request. | 客户端取消了请求。
signature-expired: The signature of the request has expired. | 请求的签名已过期。
nonce-used: The nonce of the request has been used before. | 请求中的随机数已被使用过。
token-expired: The token has expired. | 令牌已过期。
cursor-invalid: The pagination token or iterator is not valid. | 分页令牌或迭代器无效。
request-in-progress: The same request is still being processed. | 相同的请求仍在处理中。
idempotency-conflict: The idempotency token was used for another request. | 幂等令牌已用于其他请求。
token-malformed: The token or assertion is malformed or not valid. | 令牌或断言的格式错误或无效。
daily-rate: As many were sent today as is allowed. | 今日发送次数已达上限。
no-capacity: There is not enough capacity. | 容量不足。
token-invalid: The token is not valid. | 令牌无效。
key-not-found: The access key does not exist. | 访问密钥不存在。
key-disabled: The access key is disabled. | 访问密钥已被禁用。
credentials-missing: The request has no usable credentials. | 请求没有可用的凭证。
signature-malformed: The signature or authorization header is incomplete or malformed. | 签名或鉴权信息不完整或格式错误。
signature-mismatch: The signature of the request does not match. | 请求的签名不一致。
mfa-failed: Multi-factor authentication failed. | 多因素认证失败。
timestamp-invalid: The timestamp of the request is missing or not valid. | 请求的时间戳缺失或无效。
sub-user-not-allowed: Sub-users may not perform this operation. | 子用户不能执行该操作。
ip-not-allowed: The IP address of the caller is not allowed. | 调用方的 IP 地址不被允许。
risk-control: Risk control refused the operation. | 操作被风控拦截。
content-rejected: The content is not allowed. | 内容不合规。
real-name-required: The account has not passed identity verification. | 账号未完成实名认证。
not-approved: What the request uses has not been approved. | 请求使用的内容未通过审核。
  The {} has|have not been approved. | {}未通过审核。
balance-insufficient: The account balance is too low. | 账号余额不足。
in-arrears: There are overdue bills. | 存在欠费。
payment-required: A payment is outstanding or failed. | 存在未支付的订单，或者支付失败。
charge-type: The billing method does not allow this operation. | 当前计费方式不支持该操作。
not-subscribed: The service has not been activated. | 尚未开通该服务。
  The {} has|have not been activated. | 尚未开通{}。
account-suspended: The account is suspended or restricted. | 账号已被停用或受限。
blocklisted: Something in the request is on a blocklist. | 请求中的内容在黑名单中。
  The {} is|are on a blocklist. | {}在黑名单中。
not-allowlisted: The caller is not on the allow list. | 不在白名单中。
  The {} is|are not on the allow list. | {}不在白名单中。
denied: The caller is not allowed to perform this operation. | 调用方无权执行该操作。
configuration-missing: This setting has not been configured. | 尚未进行该项配置。
  The {} does|do not exist. | {}不存在。
version-unknown: The API version is not valid. | 接口版本无效。
action-unknown: The API operation does not exist. | 接口不存在。
product-unknown: The product does not exist. | 产品不存在。
region-unsupported: The region does not exist or is not supported. | 地域不存在或不受支持。
account-not-found: The account does not exist. | 账号不存在。
  The {} does|do not exist. | {}不存在。
not-found: The resource does not exist. | 资源不存在。
  The {} does|do not exist. | {}不存在。
name-taken: The name is already in use. | 名称已被使用。
  The {} name is already in use. | {}名称已被使用。
exists: The resource already exists. | 资源已存在。
  The {} already exists|exist. | {}已存在。
repeated: Something is given twice or already exists. | 内容重复，或者已存在。
  The {} is|are given twice or already exists|exist. | {}重复或已存在。
present: Something exists that does not allow this operation. | 存在不允许该操作的内容。
  The {} exists|exist, which does not allow this operation. | 存在{}，不允许该操作。
already-in: What was asked for is already the case. | 所请求的状态已经具备。
still-attached: The resource is already in use by another one. | 资源已被其他资源绑定。
  The {} is|are already bound to something. | {}已被绑定。
not-attached: The resource is not attached to anything. | 资源尚未绑定。
  The {} is|are not attached. | {}未绑定。
not-empty: The resource is not empty. | 资源不为空。
  The {} is|are not empty. | {}不为空。
in-use: The resource is in use. | 资源正在使用中。
  The {} is|are in use. | {}正在使用中。
has-dependents: Other resources still depend on it. | 仍有其他资源依赖该资源。
no-resources: There are not enough resources. | 资源不足。
resource-deleting: The resource has been deleted or is being deleted. | 资源已被删除或正在删除。
  The {} has|have been deleted or is|are being deleted. | {}已被删除或正在删除。
protected: The resource is protected against this operation. | 资源受保护，不允许该操作。
  The {} is|are protected against this operation. | {}受保护，不允许该操作。
rate-limited: Requests are sent too often. | 请求过于频繁。
no-addresses: There are not enough free IP addresses. | 可用的 IP 地址不足。
sold-out: The requested resource is sold out. | 所需资源已售罄。
  The {} is|are sold out. | {}已售罄。
content-too-large: The request is too large. | 请求过大。
response-too-large: The response is too large. | 返回内容过大。
too-many-in-batch: The request has too many items. | 请求包含的元素过多。
  The request has too many {s}. | 请求包含的{}过多。
too-many: There are too many of them. | 数量过多。
  There are too many {s}. | {}数量过多。
too-long: A value is too long or has too many items. | 参数值过长或元素过多。
  The {} is|are too long. | {}过长。
length-invalid: A value has the wrong length. | 参数值的长度不符合要求。
  The {} has|have the wrong length. | {}的长度不符合要求。
too-short: A value is too short or has too few items. | 参数值过短或元素过少。
  The {} is|are too short. | {}过短。
too-small: A value is too small. | 参数值过小。
  The {} is|are too small. | {}过小。
too-large: A value is too large. | 参数值过大。
  The {} is|are too large. | {}过大。
out-of-range: A value is out of range. | 参数值超出范围。
  The {} is|are out of range. | {}超出范围。
quota: A quota or limit has been reached. | 已达到配额或上限。
  The limit on {s} has been reached. | {n}已达上限。
full: There is no room left. | 已满。
  The {} is|are full. | {}已满。
insufficient: There are not enough resources. | 资源不足。
  There is|are not enough {s}. | {}不足。
not-sufficient: Something is not sufficient. | 条件不足。
  The {} is|are not sufficient. | {}不足。
timeout: The operation timed out. | 操作超时。
maintenance: The service is under maintenance. | 系统正在维护。
  The {} is|are under maintenance. | {}正在维护。
service-busy: The service is busy. | 服务繁忙。
operation-conflict: Another operation is in progress. | 有其他操作正在进行。
precondition-failed: A condition of the request does not hold. | 请求的前置条件不满足。
not-stopped: The state of the resource does not allow this operation. | 资源的当前状态不允许该操作。
not-in-state: The state of the resource does not allow this operation. | 资源的当前状态不允许该操作。
state: The state of the resource does not allow this operation. | 资源的当前状态不允许该操作。
  The state of the {} does not allow this operation. | {}的当前状态不允许该操作。
is-in-state: The state of the resource does not allow this operation. | 资源的当前状态不允许该操作。
is-running: The state of the resource does not allow this operation. | 资源的当前状态不允许该操作。
disabled: The resource is disabled. | 资源已停用。
  The {} is|are disabled. | {}已停用。
not-enabled: A required feature is not enabled. | 所需的功能未启用。
  The {} is|are not enabled. | {}未启用。
checksum-mismatch: The checksum does not match the content. | 校验值与内容不一致。
request-malformed: The request is malformed. | 请求格式错误。
protocol-unsupported: The protocol or HTTP method is not supported. | 协议或 HTTP 方法不受支持。
wrong-endpoint: The request must be sent to another endpoint. | 请求应发往另一个访问域名。
response-invalid: The response could not be read. | 响应无法解析。
address-conflict: The address range overlaps with another one. | 网段与其他网段冲突。
  The {} conflicts|conflict with another one. | {}与其他地址冲突。
resource-mismatch: Values of the request do not fit together. | 请求中的参数或资源互不匹配。
  The {} does|do not match. | {}不匹配。
no-change: There is nothing to change. | 没有需要变更的内容。
malformed: A value has the wrong format. | 参数格式不正确。
  The {} has|have the wrong format. | {}格式不正确。
missing: A required parameter is missing or empty. | 缺少必填参数，或者参数为空。
  The {} is|are missing or empty. | 缺少{}，或者其值为空。
duplicate: A value occurs twice or is already taken. | 取值重复。
  The {} is|are duplicated. | {}重复。
exclusive: Parameters of the request exclude each other. | 请求中的参数互相冲突。
type-wrong: A value has the wrong type. | 参数类型错误。
  The {} has|have the wrong type. | {}的类型错误。
value-not-supported: A value is not supported. | 参数取值不受支持。
  The {} is|are not supported. | 不支持该{}。
action-offline: The API operation has been withdrawn. | 该接口已停用。
unsupported: The operation is not supported. | 不支持该操作。
  The {} is|are not supported. | 不支持该{}。
operation-unsupported: The operation is not supported. | 不支持该操作。
  An operation that concerns {the} is not supported. | 不支持与{}有关的操作。
parameter-unknown: The request has an unknown or unsupported parameter. | 请求包含未知或不受支持的参数。
text-invalid: A value is not valid. | 参数无效。
  The {} is|are not valid. | {}无效。
network-failure: A network error occurred. | 发生网络故障。
service-unavailable: The service is temporarily unavailable. | 服务暂时不可用。
internal: An internal error occurred. | 服务内部发生错误。
  An internal error that concerns {the} occurred. | 服务内部发生与{}有关的错误。
authentication: The request could not be authenticated. | 请求未通过身份认证。
key-invalid: The access key is not valid. | 访问密钥无效。
denied-open: The operation is forbidden. | 操作被禁止。
  An operation that concerns {the} is forbidden. | 与{}有关的操作被禁止。
operation-denied: The operation was refused. | 操作被拒绝。
  An operation that concerns {the} was refused. | 与{}有关的操作被拒绝。
beyond-limit: A value exceeds its limit. | 参数值超出限制。
  The {} exceeds|exceed the limit. | {}超出限制。
value-invalid: The value of a parameter is not valid. | 参数取值无效。
  The {} is|are not valid. | {}无效。
parameter-invalid: A parameter is not valid. | 参数无效。
  The {} is|are not valid. | {}无效。
illegal: A parameter is not valid. | 参数无效。
  The {} is|are not valid. | {}无效。
check-failed: A check was not passed. | 校验未通过。
  The {} did not pass a check. | {}未通过校验。
conflict: The request conflicts with something else. | 请求存在冲突。
  The {} conflicts|conflict with something else. | {}存在冲突。
value-conflict: A value of the request conflicts with something else. | 请求中的取值存在冲突。
  The {} conflicts|conflict with something else. | {}存在冲突。
already: What was asked for is already the case, or was done already. | 所请求的状态已经具备，或者操作已经完成。
locked: The resource is locked. | 资源已被锁定。
  The {} is|are locked. | {}已被锁定。
not-allowed: The operation is not allowed. | 不允许该操作。
not-ready: The resource is not ready. | 资源尚未就绪。
  The {} is|are not ready. | {}尚未就绪。
unavailable: The resource is not available. | 资源不可用。
  The {} is|are not available. | {}不可用。
expired: The resource has expired. | 资源已过期。
  The {} has|have expired. | {}已过期。
incomplete: Something in the request is incomplete. | 请求中的内容不完整。
  The {} is|are incomplete. | {}不完整。
not-configured: Something has not been configured. | 尚未完成所需的配置。
  The {} has|have not been configured. | 尚未配置{}。
not-done: The state of the resource does not allow this operation. | 资源的当前状态不允许该操作。
not-belonging: A resource does not belong where the request expects it. | 资源的归属与请求不符。
  The {} does|do not belong where the request expects it. | {}的归属与请求不符。
comparison: A value is out of proportion to another one. | 参数值的大小关系不符合要求。
is-not: Something in the request is not what it must be. | 请求中的内容不符合要求。
not-qualified: Something in the request does not meet the requirements. | 请求中的内容不符合要求。
  The {} does|do not meet the requirements. | {}不符合要求。
only: The operation is supported only in some cases. | 仅在部分情况下支持该操作。
  Only {the} is|are supported. | 仅支持{}。
not-needed: A parameter is not needed. | 存在不需要的参数。
  The {} is|are not needed. | 不需要{}。
cannot: The operation is not possible. | 无法执行该操作。
absent: Something is not there. | 缺少所需的内容。
  There is|are no {en}. | 没有{}。
failed: The operation failed. | 操作失败。
  An operation that concerns {the} failed. | 与{}有关的操作失败。
not-in: One resource does not belong to the other. | 资源之间没有所属关系。
`;

let parsed: ReadonlyMap<string, Sentences> | undefined;

/** Returns the sentences of a predicate. */
export function sentencesOf(id: PredicateId): Sentences {
  parsed ??= parse();
  const found = parsed.get(id);
  if (!found) throw new Error(`The predicate ${id} has no sentence.`);
  return found;
}

function parse(): Map<string, Sentences> {
  const paragraphs = texts.trim().split(/\n(?! )/);
  return new Map(
    paragraphs.map((paragraph) => {
      const [first = "", ofThing] = paragraph.split(/\n +/);
      const [id = "", bare = ""] = first.split(/: (.*)/);
      return [id, { bare: pairOf(bare), ofThing: ofThing === undefined ? undefined : pairOf(ofThing) }];
    }),
  );
}

function pairOf(line: string): Pair {
  // A choice between two forms, such as `is|are`, has no spaces around its bar.
  const [en = "", zh = ""] = line.split(" | ");
  return { en, zh };
}
