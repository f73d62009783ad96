import { describeRule, type Spoken, type Unspoken } from "./describe-rule.ts";

const reported: Spoken[] = [
  {
    languageId: "typescript",
    text: `import { S3 } from "@aws-sdk/client-s3";\nconst retryableErrors = ["Throttling", "«SignatureDoesNotMatch»"];`,
    says: /'SignatureDoesNotMatch' cannot be resolved by retrying\./,
  },
  {
    languageId: "go",
    text: `package a\nimport "github.com/aliyun/alibaba-cloud-sdk-go/sdk"\nfunc f() {\n\tif e.ErrorCode() == "«MissingParameter»" {\n\t\treturn resource.RetryableError(err)\n\t}\n}`,
  },
  {
    languageId: "go",
    text: `package a\nimport "github.com/aliyun/alibaba-cloud-sdk-go/sdk"\nvar retryErrors = map[string]bool{"Throttling": true, "«InsufficientBalance»": true}`,
  },
  {
    languageId: "python",
    text: `import boto3\nif e.response["Error"]["Code"] == "«SignatureDoesNotMatch»":\n    retry()`,
  },
  { languageId: "python", text: `import boto3\nRETRY_CODES = ("Throttling", "«MissingParameter»")` },
  {
    languageId: "java",
    text: `import com.aliyuncs.X;\nclass A { List<String> retryableErrorCodes = Arrays.asList("Throttling", "«SignatureDoesNotMatch»"); }`,
  },
  {
    languageId: "ruby",
    text: `require "aws-sdk-s3"\nRETRYABLE_ERRORS = ["Throttling", "«SignatureDoesNotMatch»"]`,
  },
  {
    languageId: "typescript",
    text: `import * as t from "tencentcloud-sdk-nodejs";\nswitch (e.code) { case "«AuthFailure.SignatureFailure»": return retry(); case "InternalError": return retry(); }`,
  },
  {
    languageId: "python",
    text: `import boto3\nRETRY_CODES = ("Throttling", "«InvalidAccessKeyId»")`,
    says: /unless the key was created seconds ago/,
    severity: 4,
  },
  {
    languageId: "typescript",
    text: `import * as t from "tencentcloud-sdk-nodejs";\nconst retryableCodes = ["InternalError", "«AuthFailure.SecretIdNotFound»"];`,
    severity: 4,
  },
];

const aws = `import boto3\n`;
const notReported: Unspoken[] = [
  {
    why: "a transient code",
    languageId: "python",
    text: `${aws}RETRY_CODES = ("Throttling", "InternalError")`,
  },
  {
    why: "a key that the file creates, and that services know after some seconds",
    languageId: "python",
    text: `${aws}key = iam.create_access_key(UserName=name)\nRETRY_CODES = ("Throttling", "InvalidAccessKeyId")`,
  },
  {
    why: "a list of codes not to retry",
    languageId: "typescript",
    text: `import { S3 } from "@aws-sdk/client-s3";\nconst nonRetryableErrors = ["SignatureDoesNotMatch", "MissingParameter"];`,
  },
  {
    why: "failures that end once a new role has propagated",
    languageId: "python",
    text: `${aws}RETRY_CODES = ("InvalidParameterValue", "MalformedPolicyDocument", "AccessDenied")`,
  },
  {
    why: "a temporary state of a resource",
    languageId: "python",
    text: `${aws}RETRY_CODES = ("InvalidDBInstanceState", "ResourceNotFoundException")`,
  },
  {
    why: "a negated test",
    languageId: "go",
    text: `package a\nimport "github.com/aliyun/alibaba-cloud-sdk-go/sdk"\nfunc f() {\n\tif e.ErrorCode() != "MissingParameter" {\n\t\treturn resource.RetryableError(err)\n\t}\n}`,
  },
  {
    why: "a branch with a further condition",
    languageId: "python",
    text: `${aws}if e.response["Error"]["Code"] == "SignatureDoesNotMatch" and clock_was_set():\n    retry()`,
  },
  {
    why: "a branch that stops retrying",
    languageId: "go",
    text: `package a\nimport "github.com/aliyun/alibaba-cloud-sdk-go/sdk"\nfunc f() {\n\tif e.ErrorCode() == "MissingParameter" {\n\t\treturn resource.NonRetryableError(err)\n\t}\n}`,
  },
  {
    why: "a test file",
    languageId: "python",
    text: `${aws}RETRY_CODES = ("Throttling", "MissingParameter")`,
    at: "file:///project/tests/test_retry.py",
  },
];

const zh = /“SignatureDoesNotMatch”重试也不会成功/;
describeRule({ rule: "retry-permanent", severity: 2, zh }, reported, notReported);
