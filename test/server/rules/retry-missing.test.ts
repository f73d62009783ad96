import { describeRule, type Spoken, type Unspoken } from "./describe-rule.ts";

const reported: Spoken[] = [
  {
    languageId: "go",
    text: `package a\nimport "github.com/aliyun/alibaba-cloud-sdk-go/sdk"\nvar retryErrors = []string{"«Throttling»", "Throttling.User", "Throttling.Api"}`,
    says: /This list retries 'Throttling' but not 'InternalError', 'ServiceUnavailable', '\w+', which are also temporary\./,
  },
  { languageId: "python", text: `import boto3\nRETRY_CODES = ("«Throttling»", "ThrottlingException")` },
  {
    languageId: "typescript",
    text: `import * as t from "tencentcloud-sdk-nodejs";\nconst retryable = ["InternalError", "«RequestLimitExceeded»"];\nif (retryable.includes(e.code)) {}`,
    // A retry cures fewer than half of the codes of `FailedOperation` and `ResourceUnavailable`.
    says: /'RequestLimitExceeded\.GlobalRegionUinLimitExceeded', 'RequestLimitExceeded\.IPLimitExceeded', 'RequestLimitExceeded\.UinLimitExceeded'/,
  },
  {
    languageId: "java",
    text: `import com.aliyuncs.X;\nclass A { List<String> retryableErrorCodes = Arrays.asList("«Throttling»", "InternalError"); }`,
  },
  {
    languageId: "ruby",
    text: `require "aws-sdk-s3"\nRETRYABLE_ERRORS = ["«Throttling»", "InternalFailure"]`,
  },
];

const notReported: Unspoken[] = [
  {
    why: "a complete list",
    languageId: "go",
    text: `package a\nimport "github.com/aliyun/alibaba-cloud-sdk-go/sdk"\nvar retryErrors = []string{"Throttling", "Throttling.User", "Throttling.Api", "InternalError", "ServiceUnavailable", "ServiceUnavailable.RegionMaintaining", "UnknownError"}`,
  },
  {
    why: "a list without throttling",
    languageId: "python",
    text: `import boto3\nRETRY_CODES = ("InternalError", "ServiceUnavailable")`,
  },
  {
    why: "a list that lacks only families of which few codes are temporary",
    languageId: "typescript",
    text: `import * as t from "tencentcloud-sdk-nodejs";\nconst retryable = ["InternalError", "RequestLimitExceeded", "RequestLimitExceeded.GlobalRegionUinLimitExceeded", "RequestLimitExceeded.IPLimitExceeded", "RequestLimitExceeded.UinLimitExceeded", "ResourceInsufficient", "ResourcesSoldOut", "ServiceUnavailable"];\nif (retryable.includes(e.code)) {}`,
  },
  { why: "a list of one code", languageId: "python", text: `import boto3\nRETRY_CODES = ("Throttling",)` },
  {
    why: "a list that is not named for retrying",
    languageId: "python",
    text: `import boto3\nERROR_CODES = ("Throttling", "ThrottlingException")`,
  },
  {
    why: "a list without a known provider",
    languageId: "yaml",
    text: `retryable_errors:\n  - Acme.Busy\n  - Acme.Jammed`,
  },
];

const zh = /此列表会重试“Throttling”，但缺少同样可重试的“InternalError”/;
describeRule(
  { rule: "retry-missing", severity: 2, zh, rules: { "retry-missing": "warning" } },
  reported,
  notReported,
);
