import assert from "node:assert/strict";
import { Search } from "../../../catalog/search/search.ts";
import { builtInCatalog } from "../built-in.ts";

/** Queries of developers, each with codes of which at least one must be among the first three results. */
const queries: [query: string, ...expected: string[]][] = [
  ["签名过期", "AuthFailure.SignatureExpire"],
  ["余额不足", "InsufficientBalance"],
  ["请求太频繁", "Throttling", "RequestLimitExceeded"],
  ["实例不存在", "InvalidInstanceId.NotFound", "InstanceNotExist", "ResourceNotFound.Instance"],
  ["实名认证", "RealNameAuthenticationError"],
  ["缺少参数", "MissingParameter"],
  ["桶不存在", "NoSuchBucket"],
  ["镜像找不到", "InvalidImageId.NotFound"],
  ["地域不支持", "UnsupportedRegion"],
  ["腾讯云 密钥不存在", "AuthFailure.SecretIdNotFound"],

  ["sigexp", "AuthFailure.SignatureExpire"],
  ["afse", "AuthFailure.SignatureExpire"],
  ["InvParm", "InvalidParameter"],
  ["iiinf", "InvalidInstanceId.NotFound"],
  ["rle", "RequestLimitExceeded"],
  ["nosukey", "NoSuchKey"],
  ["svcunav", "ServiceUnavailable"],
  ["ipvvlan", "InvalidParameterValue.VlanConfLict"],
  ["reqtimout", "REQUEST_TIMED_OUT", "RequestTimeout"],
  ["qmgq", "AuthFailure.SignatureExpire", "RequestExpired"],

  [
    "The input parameter RegionId that is mandatory for processing this request is not supplied.",
    "MissingParameter",
  ],
  ["User not authorized to operate on the specified resource.", "Forbidden.Unauthorized", "Forbidden.RAM"],
  ["ERROR 10:00:01 upload failed: The specified bucket does not exist.", "NoSuchBucket"],
  ["The request signature we calculated does not match the signature you provided.", "SignatureDoesNotMatch"],
  ["Your account does not have enough balance.", "InsufficientBalance"],
  ["The specified InstanceId does not exist.", "InvalidInstanceId.NotFound"],
  ["Request has expired. Timestamp date is 2026-11-20T08:00:00Z.", "RequestExpired"],
  [
    "An error occurred (ThrottlingException) when calling the DescribeTable operation: Rate exceeded",
    "ThrottlingException",
  ],
  [
    "[TencentCloudSDKException]code:AuthFailure.SecretIdNotFound message:no requestId:1-2",
    "AuthFailure.SecretIdNotFound",
  ],
  ["The length of InstanceIds exceeded, limit: 100.", "InvalidParameter.LengthExceeded"],
];

describe("searching for thirty typical queries", () => {
  let search: Search;
  before(async () => {
    search = new Search(await builtInCatalog());
  });

  for (const [query, ...expected] of queries) {
    it(`finds ${expected.join(" or ")} for ‘${query}’`, () => {
      const found = search.find(query, 3).map(({ entry }) => entry.code);
      assert.ok(
        found.some((code) => expected.includes(code)),
        `found ${found.join(", ") || "nothing"}`,
      );
    });
  }

  it("ranks abbreviations whose letters begin words above those that skip letters", () => {
    const found = search.find("sigexp", 50).map(({ entry }) => entry.code);
    assert.ok(found.indexOf("AuthFailure.SignatureExpire") < found.indexOf("InvalidSignatureException"));
  });
});
