import { describeRule, type Spoken, type Unspoken } from "./describe-rule.ts";

const tencent = "AuthFailure.SignatureExpired";
const boto = "import boto3\n";
const aliyun = `package a\nimport "github.com/aliyun/alibaba-cloud-sdk-go/sdk"\n`;

const certain: Spoken[] = [
  {
    languageId: "typescript",
    text: `if (err.code === "«${tencent}»") {}`,
    says: /'AuthFailure\.SignatureExpire'/,
  },
  {
    languageId: "typescript",
    text: `import { S3 } from "@aws-sdk/client-s3";\nif (err.name === "«NoSuchBukcet»") {}`,
    says: /'NoSuchBukcet' is not .*Did you mean 'NoSuchBucket'/,
  },
  {
    languageId: "go",
    text: `${aliyun}func f() { if e.ErrorCode() == "«InvalidInstnaceId.NotFound»" { return } }`,
    says: /'InvalidInstanceId\.NotFound'/,
  },
  {
    languageId: "python",
    text: `${boto}if e.response["Error"]["Code"] == "«AccesssDenied»":\n    pass`,
    says: /'AccessDenied'/,
  },
  {
    languageId: "python",
    text: `${boto}@retry(is_boto3_error_code("«Throtling»"))\ndef f():\n    pass`,
    says: /'Throttling'/,
  },
  {
    languageId: "java",
    text: `import com.aliyuncs.X;\nclass A { boolean f() { return "«InvalidRegoinId.NotFound»".equals(e.getErrCode()); } }`,
    says: /'InvalidRegionId\.NotFound'/,
  },
  // The name of the constant shows the intended code.
  {
    languageId: "go",
    text: `${aliyun}const ServiceUnavailable = "«ServiceUnavaliable»"`,
    says: /'ServiceUnavailable'/,
  },
  {
    languageId: "json",
    text: `{"Codes": ["Throttling", "InternalError"], "Error": {"Code": "«InvalidParmeter»"}}`,
    says: /'InvalidParameter'/,
  },
  {
    languageId: "ruby",
    text: `require "aws-sdk-s3"\nif e.code == "«NoSuchUplaod»"\n  x\nend`,
    says: /'NoSuchUpload'/,
  },
];

const unknownCodes = `const own = [{ code: "FooFailed" }, { code: "BarFailed" }, { code: "BazMissing" }];\n`;

const likely: Spoken[] = [
  // A different inflection, case or separator may as well be official.
  {
    languageId: "typescript",
    text: `import { S3 } from "@aws-sdk/client-s3";\nif (err.code === "«RequestLimitExceeds»") {}`,
    says: /'RequestLimitExceeded'/,
  },
  { languageId: "python", text: `${boto}if e.response["Error"]["Code"] == "«NosuchBucket»":\n    pass` },
  {
    languageId: "go",
    text: `${aliyun}func f() { if e.ErrorCode() == "«InvalidInstanceId_NotFound»" { return } }`,
    says: /'InvalidInstanceId\.NotFound'/,
  },
  // Also among unknown codes, if the correct code is elsewhere in the file.
  {
    languageId: "typescript",
    text: `${unknownCodes}if (err.code === "FailedOperation.DataSourceNotExist") {}\nif (err.code === "«FailedOperation.DataSourceNotExists»") {}`,
    says: /'FailedOperation\.DataSourceNotExist'/,
  },
  // No provider is inferred.
  {
    languageId: "java",
    text: `class A { boolean f() { return "«NoSuchBcuket»".equals(e.getErrorCode()); } }`,
  },
  { languageId: "yaml", text: `error_codes:\n  - «ServiceUnavalable»`, says: /'ServiceUnavailable'/ },
];

const notReported: Unspoken[] = [
  {
    why: "a known code",
    languageId: "typescript",
    text: `if (err.code === "AuthFailure.SignatureExpire") {}`,
  },
  { why: "a literal without evidence", languageId: "python", text: `${boto}name = "NoSuchBukcet"` },
  {
    why: "an official code one letter away from another",
    languageId: "go",
    text: `${aliyun}func f() { if e.ErrorCode() == "InvalidInstanceIds.NotFound" { return } }`,
  },
  {
    why: "an official misspelling",
    languageId: "go",
    text: `${aliyun}func f() { if e.ErrorCode() == "InvalidParamater" { return } }`,
  },
  {
    why: "a constant whose name has the same spelling as its value",
    languageId: "java",
    text: `import com.aliyun.X;\nclass OSSErrorCode { static final String BUCKET_NOT_EMTPY = "BucketNotEmtpy"; }`,
  },
  {
    why: "two misspellings in one code",
    languageId: "python",
    text: `${boto}if e.response["Error"]["Code"] == "NoSchBuckt":\n    pass`,
  },
  {
    why: "a service's own code that ends in a known one",
    languageId: "python",
    text: `${boto}if e.response["Error"]["Code"] == "XNotImplemented":\n    pass`,
  },
  {
    why: "a different inflection among unknown codes",
    languageId: "typescript",
    text: `const codes = ["FooFailed", "BarFailed", "BazMissing", "LimitExceed"];\nif (err.code === "LimitExceed") {}`,
  },
  {
    why: "a different inflection among unknown codes, in a list with the correct code",
    languageId: "typescript",
    text: `${unknownCodes}if (["FailedOperation.DataSourceNotExist", "FailedOperation.DataSourceNotExists"].includes(err.code)) {}`,
  },
  {
    why: "a different style of writing codes",
    languageId: "typescript",
    text: `import { S3 } from "@aws-sdk/client-s3";\nif (err.code === "INTERNAL_ERROR") {}`,
  },
  {
    why: "a search for the start of official codes",
    languageId: "go",
    text: `${aliyun}func f() { if strings.Contains(err.Error(), "InvalidInstanceI") { return } }`,
  },
  {
    why: "a code that differs in a digit",
    languageId: "python",
    text: `${boto}if e.response["Error"]["Code"] == "InvalidParameter2":\n    pass`,
  },
];

const zh = /没有错误码“AuthFailure\.SignatureExpired”，是否应为“AuthFailure\.SignatureExpire”/;
describeRule({ rule: "misspelled-code", severity: 2, zh }, certain, notReported);
describeRule({ rule: "misspelled-code", severity: 4, zh: /是否应为“RequestLimitExceeded”/ }, likely, []);
