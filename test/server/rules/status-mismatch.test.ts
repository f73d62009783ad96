import { describeRule, type Spoken, type Unspoken } from "./describe-rule.ts";

const go = `package a\nimport "github.com/aws/aws-sdk-go/service/s3"\n`;

const reported: Spoken[] = [
  {
    languageId: "go",
    text: `${go}func f() { if err.StatusCode == 400 && err.Code == "«NoSuchBucket»" { return } }`,
    says: /'NoSuchBucket' is returned with HTTP status 404, not 400, so this condition is never true/,
  },
  {
    languageId: "go",
    text: `${go}func f() bool { return err.Code == "«NoSuchBucket»" && (err.StatusCode() == 400) }`,
  },
  {
    languageId: "typescript",
    text: `import { S3 } from "@aws-sdk/client-s3";\nif (e.statusCode === 403 && ok && e.code === "«NoSuchBucket»") {}`,
  },
  {
    languageId: "python",
    text: `import boto3\ns3 = boto3.client('s3')\nif e.code == "«NoSuchBucket»" and e.response["ResponseMetadata"]["HTTPStatusCode"] == 400:\n    pass`,
  },
  {
    languageId: "java",
    text: `import com.amazonaws.services.s3.model.AmazonS3Exception;\nclass A { void f() { if (e.getStatusCode() == 400 && "«NoSuchBucket»".equals(e.getErrorCode())) {} } }`,
  },
  {
    languageId: "csharp",
    text: `using Amazon.S3;\nclass A { void F() { if ((int)e.StatusCode == 400 && e.ErrorCode == "«NoSuchBucket»") {} } }`,
  },
  {
    languageId: "php",
    text: `<?php use Aws\\S3\\S3Client; if ($e->getStatusCode() === 400 && $e->getErrorCode() === "«NoSuchBucket»") { x(); }`,
  },
];

const notReported: Unspoken[] = [
  {
    why: "the documented status",
    languageId: "go",
    text: `${go}func f() { if err.StatusCode == 404 && err.Code == "NoSuchBucket" { return } }`,
  },
  {
    why: "a file that uses another service",
    languageId: "go",
    text: `package a\nimport "github.com/aws/aws-sdk-go/service/ec2"\nfunc f() { if err.StatusCode == 400 && err.Code == "NoSuchBucket" { return } }`,
  },
  {
    why: "a plain word that any service may use",
    languageId: "go",
    text: `package a\nimport "github.com/aws/aws-sdk-go/service/lambda"\nfunc f() { if err.StatusCode == 400 && err.Code == "NotFound" { return } }`,
  },
  {
    why: "status and code as alternatives",
    languageId: "go",
    text: `${go}func f() { if err.StatusCode == 400 || err.Code == "NoSuchBucket" { return } }`,
  },
  {
    why: "alternatives that include the documented status",
    languageId: "go",
    text: `${go}func f() { if (err.StatusCode == 400 || err.StatusCode == 404) && err.Code == "NoSuchBucket" return }`,
  },
  {
    why: "a negated status",
    languageId: "go",
    text: `${go}func f() { if !(err.StatusCode == 400) && err.Code == "NoSuchBucket" { return } }`,
  },
  {
    why: "a negated code",
    languageId: "go",
    text: `${go}func f() { if err.StatusCode == 400 && err.Code != "NoSuchBucket" { return } }`,
  },
  {
    why: "a code with a success status",
    languageId: "go",
    text: `package a\nimport "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm/v20170312"\nfunc f() { if resp.StatusCode == 200 && err.Code == "AuthFailure.SignatureExpire" { return } }`,
  },
  {
    why: "a code without a documented status",
    languageId: "go",
    text: `package a\nimport "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm/v20170312"\nfunc f() { if resp.StatusCode == 400 && err.Code == "AuthFailure.SignatureExpire" { return } }`,
  },
];

describeRule(
  { rule: "status-mismatch", severity: 2, zh: /“NoSuchBucket”对应的 HTTP 状态码是 404，而不是 400/ },
  reported,
  notReported,
);
