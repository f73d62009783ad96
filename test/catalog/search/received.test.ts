import assert from "node:assert/strict";
import { Catalog } from "../../../catalog/model/catalog.ts";
import { Search } from "../../../catalog/search/search.ts";
import { builtIn } from "../built-in.ts";

/** What somebody types who has just received it, and what one of the first three results must be: code, or concept. */
const questions: [question: string, ...expected: string[]][] = [
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

describe("looking up what was received", () => {
  let catalog: Catalog;
  let search: Search;
  before(async () => {
    catalog = new Catalog((await builtIn()).data);
    search = new Search(catalog);
  });

  const isAmongFirst = (question: string, expected: readonly string[]) =>
    search.find(question, 3).some(({ entry }) =>
      expected.some((one) => {
        if (one.startsWith("concept:")) return one === `concept:${entry.concept}`;
        return one.startsWith("/") ? new RegExp(one.slice(1, -1)).test(entry.code) : one === entry.code;
      }),
    );

  it("finds what an engineer would name first, for nearly all of forty questions", () => {
    const missed = questions.filter(([question, ...expected]) => !isAmongFirst(question, expected));
    assert.ok(missed.length <= 2, missed.map(([question]) => question).join(", "));
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
