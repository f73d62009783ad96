import { describeRule, type Spoken, type Unspoken } from "./describe-rule.ts";

const go = `package a\nimport "github.com/aliyun/alibaba-cloud-sdk-go/sdk"\n`;
const boto = "import boto3\nclient = boto3.client('ec2')\n";
const aliyun = "import aliyunsdkcore\n";

const reported: Spoken[] = [
  {
    languageId: "go",
    text: `${go}func f() { if err.Code == "«Throttling»" { return } }`,
    says: /matches only 'Throttling', not 'Throttling\.User', 'Throttling\.Api'\./,
  },
  { languageId: "go", text: `${go}func f() { switch err.ErrorCode() {\ncase "«Throttling»":\n\treturn\n} }` },
  {
    languageId: "python",
    text: `${boto}try:\n    x()\nexcept ClientError as e:\n    if e.response["Error"]["Code"] == "«InvalidInstanceID»":\n        pass`,
    says: /'InvalidInstanceID\.NotFound'/,
  },
  {
    languageId: "go",
    text: `package a\nimport "github.com/aliyun/alibaba-cloud-sdk-go/services/ram"\nfunc f() { if err.Code == "«InvalidParameter»" {} }`,
    says: /'InvalidParameter\.UserName\.InvalidChars'/,
  },
  {
    languageId: "typescript",
    text: `import Core from "@alicloud/pop-core";\nif (是 && err.code === "«Throttling»") { retry("😀"); }`,
  },
  {
    languageId: "java",
    text: `import com.aliyuncs.exceptions.ClientException;\nclass A { boolean f() { return "«Throttling»".equals(e.getErrCode()); } }`,
  },
  {
    languageId: "csharp",
    text: `using Aliyun.Acs.Core;\nclass A { bool F() { return e.ErrorCode == "«Throttling»"; } }`,
  },
];

const notReported: Unspoken[] = [
  {
    why: "a file that tests for a child",
    languageId: "go",
    text: `${go}func f() { if err.Code == "Throttling" || err.Code == "Throttling.User" { return } }`,
  },
  {
    why: "a file that tests for the family",
    languageId: "go",
    text: `${go}func f() { if err.Code == "Throttling" || strings.HasPrefix(err.Code, "Throttling.") { return } }`,
  },
  {
    why: "a negated comparison",
    languageId: "go",
    text: `${go}func f() { if err.Code != "Throttling" { return } }`,
  },
  {
    why: "a list",
    languageId: "python",
    text: `${aliyun}if e.get_error_code() in ("Throttling", "ServiceUnavailable"):\n    pass`,
  },
  {
    why: "an assertion",
    languageId: "go",
    text: `${go}func f() { assert.Equal(t, "Throttling", err.Code) }`,
  },
  {
    why: "a test file",
    languageId: "go",
    text: `${go}func f() { if err.Code == "Throttling" { return } }`,
    at: "file:///project/client_test.go",
  },
  {
    why: "a file without a clear provider",
    languageId: "typescript",
    text: `if (err.code === "Throttling") {}`,
  },
  {
    why: "a code without children",
    languageId: "go",
    text: `${go}func f() { if err.Code == "SignatureDoesNotMatch" {} }`,
  },
  {
    why: "a code with a family of its own that has a single child",
    languageId: "go",
    text: `package a\nimport "github.com/alibabacloud-go/ram-20150501/v2/client"\nfunc f() { if err.Code == "EntityNotExist.Policy" {} }`,
  },
  {
    why: "children of other services",
    languageId: "go",
    text: `package a\nimport "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/gaap/v20180529"\nfunc f() { if err.Code == "ResourceNotFound" {} }`,
  },
  {
    why: "children of the service that a folder is named for, where another is imported",
    languageId: "go",
    text: `package a\nimport "github.com/aws/aws-sdk-go/service/rds"\nfunc f() { if err.Code == "InvalidInstanceID" {} }`,
    at: "file:///project/ec2/a.go",
  },
  {
    why: "children of the service that a folder is named for, where one without a catalog is imported",
    languageId: "go",
    text: `package a\nimport "github.com/aws/aws-sdk-go/service/lightsail"\nfunc f() { if err.Code == "InvalidInstanceID" {} }`,
    at: "file:///project/ec2/a.go",
  },
  {
    why: "children of a service that is mentioned, but not used",
    languageId: "python",
    text: `import boto3\nfrom .ec2 import names\nclient = boto3.client("rds")\nif e.response["Error"]["Code"] == "InvalidInstanceID":\n    pass`,
  },
  {
    why: "a condition that also tests the message",
    languageId: "go",
    text: `${go}func f() { if err.Code == "Throttling" && strings.Contains(err.Message, "per second") { return } }`,
  },
];

describeRule(
  { rule: "parent-compared", severity: 4, zh: /只匹配“Throttling”本身，不匹配“Throttling\.User”/ },
  reported,
  notReported,
);
