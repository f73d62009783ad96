import { describeRule, type Spoken, type Unspoken } from "./describe-rule.ts";

const tencent = "AuthFailure.SignatureExpired";
const boto = "import boto3\n";
const aliyun = `package a\nimport "github.com/aliyun/alibaba-cloud-sdk-go/sdk"\n`;

const tencentSdk = `import { cvm } from "tencentcloud-sdk-nodejs";\n`;

/** Slips in a file that only imports the SDK of the provider, with the code that is meant. */
const slips: [language: "typescript" | "python", written: string, code: string][] = [
  // A letter is wrong.
  ["typescript", "RequestLimitExceded", "RequestLimitExceeded"],
  ["typescript", "ResourceNotFond", "ResourceNotFound"],
  ["typescript", "LimitExceded", "LimitExceeded"],
  ["typescript", "InternalErorr", "InternalError"],
  ["typescript", "UnauthorizedOperaton", "UnauthorizedOperation"],
  // A code of Alibaba Cloud: the vendor's misspelling is none of Tencent Cloud's.
  ["typescript", "InvalidParamter", "InvalidParameter"],
  ["python", "NoSuchKye", "NoSuchKey"],
  ["python", "AccesDenied", "AccessDenied"],
  ["python", "SlowDwn", "SlowDown"],
  // Only the case differs.
  ["typescript", "InvalidParameterValue.VlanConflict", "InvalidParameterValue.VlanConfLict"],
  ["typescript", "authfailure.signatureexpire", "AuthFailure.SignatureExpire"],
  ["python", "NosuchBucket", "NoSuchBucket"],
  // Only a separator, an ending, a blank or a dot differs.
  ["typescript", "AuthFailure_SignatureExpire", "AuthFailure.SignatureExpire"],
  ["typescript", "RequestLimitExceeds", "RequestLimitExceeded"],
  ["typescript", "LimitExceeded.", "LimitExceeded"],
  ["typescript", " LimitExceeded", "LimitExceeded"],
  ["typescript", "LimitExceeded ", "LimitExceeded"],
];

const certain: Spoken[] = [
  {
    languageId: "typescript",
    text: `if (err.code === "«${tencent}»") {}`,
    says: /'AuthFailure\.SignatureExpire'/,
  },
  // Each word is one of the provider's, but not in its place.
  {
    languageId: "go",
    text: `${aliyun}func f() { if e.ErrorCode() == "«InvalidInstanceId.NotFund»" {} }`,
    says: /'InvalidInstanceId\.NotFound'/,
  },
  // Other slips in the file are no reason to doubt this one.
  {
    languageId: "typescript",
    text: `${tencentSdk}const retryableCodes = ["«LimitExceeds»", "«ResourceNotFond»", "«RequestLimitExceded»", "«UnauthorizedOperaton»"];`,
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
  // The provider never joins words by an underscore.
  {
    languageId: "go",
    text: `${aliyun}func f() { if e.ErrorCode() == "«InvalidInstanceId_NotFound»" { return } }`,
    says: /'InvalidInstanceId\.NotFound'/,
  },
  // Of two endings, the code that programs handle more comes first.
  {
    languageId: "python",
    text: `${boto}if e.response["Error"]["Code"] == "«ThrottleException»":\n    pass`,
    says: /'ThrottlingException' or 'ThrottledException'/,
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
  // No import, but codes of one provider beside it.
  {
    languageId: "typescript",
    text: `if (["AuthFailure.UnauthorizedOperation", "«LimitExceedde»"].includes(err.code)) {}`,
    says: /'LimitExceeded'/,
  },
  ...slips.map(([languageId, written, code]) => ({
    languageId,
    text:
      languageId === "python"
        ? `${boto}if e.response["Error"]["Code"] == "«${written}»":\n    pass`
        : `${tencentSdk}if (err.code === "«${written}»") {}`,
    says: new RegExp(`'${code.replace(".", "\\.")}'`),
  })),
];

const unknownCodes = `const own = [{ code: "FooFailed" }, { code: "BarFailed" }, { code: "BazMissing" }];\n`;

const likely: Spoken[] = [
  // Another case may be official, where the catalog has only some codes of the service.
  {
    languageId: "python",
    text: `${boto}if e.response["Error"]["Code"] == "«InvalidInternetGatewayId.NotFound»":\n    pass`,
    says: /'InvalidInternetGatewayID\.NotFound'/,
  },
  // Also another separator or ending of a longer code.
  ...[
    ["InvalidInstanceIdNotFound", "InvalidInstanceId\\.NotFound"],
    ["InvalidInstancesId.NotFound", "InvalidInstanceId\\.NotFound"],
    ["invalidInstanceId.NotFound", "InvalidInstanceId\\.NotFound"],
  ].map(([written, code]) => ({
    languageId: "go",
    text: `${aliyun}func f() { if e.ErrorCode() == "«${written}»" { return } }`,
    says: new RegExp(`'${code}'`),
  })),
  // Words of equal meaning, a missing family or another one.
  {
    languageId: "typescript",
    text: `${tencentSdk}if (err.code === "«AuthFailure.SignExpire»") {}`,
    says: /'AuthFailure\.SignatureExpire'/,
  },
  {
    languageId: "typescript",
    text: `${tencentSdk}if (err.code === "«SecretIdNotFound»") {}`,
    says: /'AuthFailure\.SecretIdNotFound'/,
  },
  {
    languageId: "typescript",
    text: `${tencentSdk}if (err.code === "«CircuitBreakerError»") {}`,
    says: /'ClientError\.CircuitBreakerError'/,
  },
  {
    languageId: "typescript",
    text: `${tencentSdk}if (err.code === "«FailedOperation.SecretIdNotFound»") {}`,
    says: /'AuthFailure\.SecretIdNotFound'/,
  },
  // Also where only some codes are listed: the services of the code do not write the word, or seldom do.
  ...[
    ["IllegalCredentials", "InvalidCredentials"],
    ["PostBodyIllegal", "PostBodyInvalid"],
    ["IllegalResourceType.NotSupported", "InvalidResourceType\\.NotSupported"],
    // They do, but never beside this one.
    ["ParamMissing", "ParameterMissing"],
  ].map(([written, code]) => ({
    languageId: "go",
    text: `${aliyun}func f() { if e.ErrorCode() == "«${written}»" { return } }`,
    says: new RegExp(`'${code}'`),
  })),
  {
    languageId: "python",
    text: `${boto}if e.response["Error"]["Code"] == "«InvalidSnapshot.NotExist»":\n    pass`,
    says: /'InvalidSnapshot\.NotFound'/,
  },
  // Of two that fit, the code of the service that the file works with.
  ...[
    ["rds", "InvalidDBInstanceId"],
    ["dds", "InvalidDbInstanceId"],
  ].map(([service, code]) => ({
    languageId: "go",
    text: `package a\nimport "github.com/aliyun/alibaba-cloud-sdk-go/services/${service}"\nfunc f() { if e.ErrorCode() == "«${code?.replace("Invalid", "Illegal")}.NotFound»" { return } }`,
    says: new RegExp(`'${code}\\.NotFound'`),
  })),
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
    why: "is compared with a text whose case was changed",
    languageId: "go",
    text: `${aliyun}func f(e E) bool { code := strings.ToLower(e.Code); return code == "operationfailed.listenerstatusnotsupport" }\n`,
  },
  {
    why: "is compared in any case",
    languageId: "typescript",
    text: `${tencentSdk}if (equalsIgnoreCase(err.code, "invalidparametervalue.vlanconflict")) {}\n`,
  },
  {
    why: "is a code in other words, of a provider that lists some of its codes only",
    languageId: "go",
    text: `${aliyun}func f(err error) bool { return IsExpectedErrors(err, []string{"Instance.InvalidStatus"}) }\n`,
  },
  {
    why: "is a code in other words, which its service writes as well",
    languageId: "go",
    text: `${aliyun}func f() { if e.ErrorCode() == "OperationForbidden.PerformanceLevelNotMatch" { return } }`,
  },
  {
    why: "is a code in other words, but of another service than the file works with, of which some codes are listed",
    languageId: "go",
    text: `package a\nimport "github.com/aliyun/alibaba-cloud-sdk-go/services/ecs"\nfunc f() { if e.ErrorCode() == "FunctionNotExist" { return } }`,
  },
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
    why: "a constant whose name has the letters of its value, without the separators of a code",
    languageId: "python",
    text: `import aliyunsdkcore\nINVALID_PARAM_ERROR_CODE = 'InvalidParam'`,
  },
  {
    why: "what is more likely another form of a code of which the catalog has only some than another word",
    languageId: "go",
    text: `${aliyun}func f() { if e.ErrorCode() == "AccessDeny" { return } }`,
  },
  {
    why: "a word in another case in which the provider writes it too, where only some of its codes are listed",
    languageId: "go",
    text: `${aliyun}func f() { if e.ErrorCode() == "InvalidBackupId.NotFound" { return } }`,
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
    why: "a camelCase name of an everyday word",
    languageId: "typescript",
    text: `${tencentSdk}if (err.code === "accessDenied") {}`,
  },
  {
    why: "a separator variant of two words, of a provider of whose codes the catalog has only some",
    languageId: "go",
    text: `${aliyun}func f() { if e.ErrorCode() == "Internal.Error" { return } }`,
  },
  {
    why: "another ending of two words, of a provider of whose codes the catalog has only some",
    languageId: "go",
    text: `${aliyun}func f() { if e.ErrorCode() == "NotSupport" { return } }`,
  },
  {
    why: "both spellings in one list",
    languageId: "typescript",
    text: `${tencentSdk}if (["LimitExceeded", "LimitExceded"].includes(err.code)) {}`,
  },
  {
    why: "both spellings in one condition",
    languageId: "typescript",
    text: `${tencentSdk}const isLimit = err.code === "LimitExceeded" ||\n  err.code === "LimitExceded";`,
  },
  {
    why: "both spellings in one chain of branches",
    languageId: "python",
    text: `${boto}code = e.response["Error"]["Code"]\nif code == "AccessDenied":\n    pass\nelif code == "AccesDenied":\n    pass`,
  },
  {
    why: "both spellings in one block of constants",
    languageId: "go",
    text: `${aliyun}const (\n\tErrCodeThrottling = "Throttling"\n\tErrCodeThrottling2 = "Throtling"\n)`,
  },
  {
    why: "two imported clouds, where the code fits the other",
    languageId: "go",
    text: `package a\nimport (\n\t"github.com/aliyun/alibaba-cloud-sdk-go/sdk"\n\t"github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common"\n)\nfunc f() { if code == "ResourceNotFounds" { return } }`,
  },
  {
    why: "a state whose constant has the same spelling",
    languageId: "go",
    text: `${aliyun}const ImageStatusUnAvailable = "UnAvailable"`,
  },
  {
    why: "a member of an enum of states",
    languageId: "python",
    text: `${boto}class DnsNameState(StrEnum):\n    VERIFICATION_PENDING = "PendingVerificationn"\n    ACCESS_DENIED = "AccesDenied"`,
  },
  {
    why: "a list of the texts of errors",
    languageId: "typescript",
    text: `${tencentSdk}Sentry.init({ ignoreErrors: ["NetworkError", "LimitExceded"] });`,
  },
  {
    why: "a list in which others are sentences",
    languageId: "typescript",
    text: `${tencentSdk}const errors = ["Loading chunk failed", "LimitExceded"];`,
  },
  {
    why: "a family with its dot, which is searched for",
    languageId: "go",
    text: `${aliyun}func f() { if strings.HasPrefix(e.ErrorCode(), "Throttling.") { return } }`,
  },
  {
    why: "another cloud's code",
    languageId: "typescript",
    text: `${tencentSdk}if (err.code === "ThrottlingExceptoin") {}`,
  },
  {
    why: "words of equal meaning that two codes of the provider have",
    languageId: "typescript",
    text: `${tencentSdk}if (err.code === "NotFound.NotExist") {}`,
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
describeRule(
  { rule: "misspelled-code", severity: 4, zh: /是否应为“InvalidInternetGatewayID\.NotFound”/ },
  likely,
  [],
);
