import { describeRule, type Spoken, type Unspoken } from "./table.ts";

const go = `package a\nimport "github.com/aws/aws-sdk-go/service/s3"\n`;

const spoken: Spoken[] = [
  {
    languageId: "go",
    text: `${go}func f() { if err.StatusCode == 400 && err.Code == "«NoSuchBucket»" { return } }`,
    says: /'NoSuchBucket' comes with HTTP status 404, not 400, so this is never true/,
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

const unspoken: Unspoken[] = [
  {
    why: "the status that it comes with",
    languageId: "go",
    text: `${go}func f() { if err.StatusCode == 404 && err.Code == "NoSuchBucket" { return } }`,
  },
  {
    why: "a file that is not about the service",
    languageId: "go",
    text: `package a\nimport "github.com/aws/aws-sdk-go/service/ec2"\nfunc f() { if err.StatusCode == 400 && err.Code == "NoSuchBucket" { return } }`,
  },
  {
    why: "a plain word that any service may use",
    languageId: "go",
    text: `package a\nimport "github.com/aws/aws-sdk-go/service/lambda"\nfunc f() { if err.StatusCode == 400 && err.Code == "NotFound" { return } }`,
  },
  {
    why: "alternatives",
    languageId: "go",
    text: `${go}func f() { if err.StatusCode == 400 || err.Code == "NoSuchBucket" { return } }`,
  },
  {
    why: "another status among alternatives",
    languageId: "go",
    text: `${go}func f() { if (err.StatusCode == 400 || err.StatusCode == 404) && err.Code == "NoSuchBucket" return }`,
  },
  {
    why: "a status that must not be",
    languageId: "go",
    text: `${go}func f() { if !(err.StatusCode == 400) && err.Code == "NoSuchBucket" { return } }`,
  },
  {
    why: "a code that must not be",
    languageId: "go",
    text: `${go}func f() { if err.StatusCode == 400 && err.Code != "NoSuchBucket" { return } }`,
  },
  {
    why: "a code in a body that comes with success",
    languageId: "go",
    text: `package a\nimport "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm/v20170312"\nfunc f() { if resp.StatusCode == 200 && err.Code == "AuthFailure.SignatureExpire" { return } }`,
  },
  {
    why: "a code of which no status is stated",
    languageId: "go",
    text: `package a\nimport "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm/v20170312"\nfunc f() { if resp.StatusCode == 400 && err.Code == "AuthFailure.SignatureExpire" { return } }`,
  },
];

describeRule(
  { rule: "status-mismatch", severity: 2, zh: /“NoSuchBucket”对应的 HTTP 状态码是 404，而不是 400/ },
  spoken,
  unspoken,
);
