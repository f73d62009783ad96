import { describeRule, type Spoken, type Unspoken } from "./table.ts";

const spoken: Spoken[] = [
  {
    languageId: "go",
    text: `package a\nimport "github.com/aliyun/alibaba-cloud-sdk-go/sdk"\nvar retryErrors = []string{"«Throttling»", "Throttling.User", "Throttling.Api"}`,
    says: /This list retries 'Throttling', but not 'InternalError', 'ServiceUnavailable', '\w+', which pass by themselves too\./,
  },
  { languageId: "python", text: `import boto3\nRETRY_CODES = ("«Throttling»", "ThrottlingException")` },
  {
    languageId: "typescript",
    text: `import * as t from "tencentcloud-sdk-nodejs";\nconst retryable = ["InternalError", "«RequestLimitExceeded»"];\nif (retryable.includes(e.code)) {}`,
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

const silent: Unspoken[] = [
  {
    why: "a list that holds all of them",
    languageId: "go",
    text: `package a\nimport "github.com/aliyun/alibaba-cloud-sdk-go/sdk"\nvar retryErrors = []string{"Throttling", "Throttling.User", "Throttling.Api", "InternalError", "ServiceUnavailable", "ServiceUnavailable.RegionMaintaining", "UnknownError"}`,
  },
  {
    why: "no throttling",
    languageId: "python",
    text: `import boto3\nRETRY_CODES = ("InternalError", "ServiceUnavailable")`,
  },
  { why: "a single code", languageId: "python", text: `import boto3\nRETRY_CODES = ("Throttling",)` },
  {
    why: "another list",
    languageId: "python",
    text: `import boto3\nERROR_CODES = ("Throttling", "ThrottlingException")`,
  },
  { why: "no provider", languageId: "yaml", text: `retryable_errors:\n  - Acme.Busy\n  - Acme.Jammed` },
];

const zh = /此列表会重试“Throttling”，但缺少同样可重试的“InternalError”/;
describeRule(
  { rule: "retry-missing", severity: 2, zh, rules: { "retry-missing": "warning" } },
  spoken,
  silent,
);
