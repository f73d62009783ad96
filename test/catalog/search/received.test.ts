import assert from "node:assert/strict";
import type { Catalog } from "../../../catalog/model/catalog.ts";
import { Search } from "../../../catalog/search/search.ts";
import { builtInCatalog } from "../built-in.ts";
import { gathered, gatheredLast, gatheredLater, type Question } from "./received-questions.ts";

/** The first ones. */
const questions: Question[] = [
  ["签名验证失败", "SignatureDoesNotMatch", "AuthFailure.SignatureFailure"],
  ["Rate exceeded", "Throttling", "ThrottlingException"],
  ["oss 上传 403", "AccessDenied"],
  ["head object 403", "AccessDenied"],
  [
    "clock skew aws",
    "RequestTimeTooSkewed",
    "InvalidSignatureException",
    "RequestExpired",
    "SignatureDoesNotMatch",
  ],
  ["接口下线", "concept:action-offline"],
  ["端口 错误", "/Port/"],
  ["@tencent throttling", "RequestLimitExceeded"],
  ["bucket 不存在", "NoSuchBucket"],
  ["token 过期", "concept:token-invalid"],
  ["密钥被禁用", "concept:access-key-disabled"],
  ["余额不够", "concept:payment-required"],
  ["欠费", "concept:payment-required", "concept:account-suspended"],
  ["库存不足", "concept:resource-insufficient"],
  ["sold out", "concept:resource-insufficient"],
  ["too many requests", "concept:rate-limited"],
  ["请求超时", "concept:timeout"],
  ["网络不通", "concept:network-failure"],
  ["没有权限", "concept:permission-denied"],
  ["不在白名单", "concept:ip-not-allowed"],
  ["ip whitelist", "concept:ip-not-allowed"],
  ["permission denied s3", "AccessDenied"],
  ["clock is wrong", "concept:timestamp-invalid", "concept:signature-expired"],
  ["时钟不同步", "concept:timestamp-invalid", "concept:signature-expired"],
  ["object not found oss", "NoSuchKey"],
  ["桶已存在", "BucketAlreadyExists"],
  ["重复提交", "concept:idempotency-conflict", "concept:nonce-reused", "concept:request-in-progress"],
  ["安全组不存在", "/SecurityGroup|InvalidGroup/"],
  ["子网 ip 不够", "concept:addresses-exhausted"],
  ["配额用完", "concept:quota-exceeded"],
  ["参数格式不对", "concept:parameter-format"],
  ["少传参数", "concept:parameter-missing"],
  ["服务器内部错误", "concept:internal-error"],
  ["service down", "concept:service-unavailable"],
  ["地域不对", "concept:region-unsupported", "concept:wrong-endpoint"],
  [
    "Signature not yet current",
    "InvalidSignatureException",
    "SignatureDoesNotMatch",
    "concept:timestamp-invalid",
  ],
  ["密钥不存在", "concept:access-key-unknown"],
  ["wrong region bucket", "PermanentRedirect", "concept:wrong-endpoint"],
  ["未实名", "concept:real-name-required"],
  ["没有开通服务", "concept:subscription-required", "concept:feature-disabled"],
];

/** Further ones, and some that were once answered badly. */
const further: typeof questions = [
  ["assume role 失败", "/AssumeRole|^AccessDenied/", "concept:permission-denied"],
  ["sts token expired", "ExpiredToken", "ExpiredTokenException", "concept:token-invalid"],
  ["安全令牌过期", "concept:token-invalid"],
  [
    "lambda 并发超限",
    "TooManyRequestsException",
    "/Concurren/",
    "concept:rate-limited",
    "concept:quota-exceeded",
  ],
  [
    "dynamodb throttled",
    "ProvisionedThroughputExceededException",
    "ThrottlingException",
    "RequestLimitExceeded",
  ],
  ["ec2 没库存", "InsufficientInstanceCapacity", "concept:resource-insufficient"],
  ["bucket name taken", "BucketAlreadyExists", "BucketAlreadyOwnedByYou"],
  ["bucket not empty", "BucketNotEmpty"],
  ["桶不为空", "BucketNotEmpty"],
  ["文件太大", "EntityTooLarge", "concept:request-too-large", "concept:parameter-too-large"],
  ["object too large", "EntityTooLarge", "concept:request-too-large"],
  ["md5 校验失败", "BadDigest", "InvalidDigest", "concept:checksum-mismatch"],
  ["checksum mismatch", "BadDigest", "concept:checksum-mismatch"],
  ["跨地域访问", "concept:wrong-endpoint", "concept:region-unsupported"],
  ["instance not running", "/NotRunning|IncorrectInstanceState/", "concept:state-conflict"],
  ["实例状态不对", "concept:state-conflict"],
  ["实例不存在", "/InstanceId.*NotFound|InvalidInstance|InstanceNotFound|InstanceNotExist/"],
  ["密码太简单", "/Password/"],
  ["password too weak", "/Password/"],
  ["短信签名未审核", "/Signature.*Unapproved|SIGN/", "concept:not-approved"],
  ["短信发送频率", "/LIMIT_CONTROL|LimitExceeded|DailyLimit|DeliveryFrequency/"],
  ["手机号格式错误", "/MOBILE|Phone/"],
  ["镜像不存在", "/Image/"],
  ["磁盘正在使用", "/Disk|Volume/"],
  ["cidr 冲突", "/Cidr|CIDR/", "concept:address-conflict"],
  ["subnet overlap", "/Cidr|Subnet.*Conflict|Overlap/", "concept:address-conflict"],
  ["证书过期", "/Cert/"],
  ["域名未备案", "/Icp|ICP|Beian|Record/"],
  ["主账号欠费", "concept:payment-required", "concept:account-suspended"],
  ["账号被冻结", "concept:account-suspended"],
  ["子账号没权限", "concept:permission-denied", "concept:sub-user-not-allowed"],
  ["duplicate security group rule", "InvalidPermission.Duplicate", "/Duplicate/"],
  ["stack already exists", "AlreadyExistsException", "StackExists", "/Stack.*Exist/"],
  ["no updates to perform", "ValidationError", "concept:no-change"],
  ["kms 密钥被禁用", "/Disabled/", "concept:resource-disabled"],
  ["503 slow down", "SlowDown", "concept:rate-limited", "concept:service-unavailable"],
  ["internal server error oss", "InternalError", "concept:internal-error"],
  ["signature version not supported", "concept:signature-malformed", "/Signature/"],
  ["请求体格式错误", "concept:request-malformed", "/Malformed/"],
  ["api version not found", "NoSuchVersion", "concept:version-unknown"],
  ["http 503", "concept:service-unavailable"],
  ["时钟偏差", "concept:timestamp-invalid", "concept:signature-expired", "RequestTimeTooSkewed"],
  ["disk full", "/Disk|Storage|Space|Volume/", "concept:quota-exceeded"],
  ["余额不足 @tencent", "concept:payment-required"],
  ["afse", "AuthFailure.SignatureExpire"],
  ["qxbz", "concept:permission-denied"],
  ["dingdan", "/Order|Deal/"],
];

describe("looking up what was received", () => {
  let catalog: Catalog;
  let search: Search;
  before(async () => {
    catalog = await builtInCatalog();
    search = new Search(catalog);
  });

  const isAmongFirst = (question: string, expected: readonly string[]) =>
    search.find(question, 3).some(({ entry }) =>
      expected.some((one) => {
        if (one.startsWith("concept:")) return one === `concept:${entry.concept}`;
        return one.startsWith("/") ? new RegExp(one.slice(1, -1)).test(entry.code) : one === entry.code;
      }),
    );

  for (const [name, list] of Object.entries({ questions, further, gathered, gatheredLater, gatheredLast }))
    it(`finds what an engineer would name first, for nearly all of forty or more ${name}`, () => {
      const missed = list.filter(([question, ...expected]) => !isAmongFirst(question, expected));
      assert.ok(missed.length <= 2, missed.map(([question]) => question).join(", "));
    });

  it("has the exact words first", () => {
    const [first] = search.find("余额不足 @tencent", 1);
    assert.match(first?.entry.summary["zh-CN"] ?? "", /余额不足/);
  });

  it("takes no letters inside a word for the beginning of one", () => {
    assert.equal(search.find("afse", 1)[0]?.entry.code, "AuthFailure.SignatureExpire");
  });

  it("keeps a filter where little fits", () => {
    for (const question of ["@tencent throttling", "@zenlayer throttling", "@baidu 限流"]) {
      const found = search.find(question, 10);
      assert.ok(found.length > 0, question);
      const providers = new Set(found.map(({ entry }) => entry.provider));
      assert.equal(providers.size, 1, question);
    }
    assert.deepEqual(search.find("@tencent xqzvwkj"), []);
  });

  it("filters by kinds in both languages", () => {
    for (const query of ["kind:限流", "kind:throttling", "kind:Throttling"]) {
      const found = search.find(query, 20);
      assert.ok(found.length > 3, query);
      assert.ok(
        found.every(({ entry }) => catalog.kind(entry) === "throttling"),
        query,
      );
    }
  });
});
