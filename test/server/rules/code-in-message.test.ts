import { describeRule, type Spoken, type Unspoken } from "./describe-rule.ts";

const go = `package a\nimport "github.com/aws/aws-sdk-go-v2/aws"\n`;

const reported: Spoken[] = [
  {
    languageId: "go",
    text: `${go}func f() { if strings.Contains(err.Error(), "«RequestLimitExceeded»") { return } }`,
    says: /compare that code with 'RequestLimitExceeded' instead of searching the message/,
  },
  {
    languageId: "go",
    text: `${go}func f() { errMsg := err.Error(); if strings.Contains(errMsg, "«RequestLimitExceeded»") { return } }`,
  },
  { languageId: "python", text: `import boto3\nif "«NoSuchBucket»" in str(e):\n    pass` },
  {
    languageId: "typescript",
    text: `import { S3 } from "@aws-sdk/client-s3";\nif (错误 || err.message.includes("«NoSuchBucket»")) {}`,
  },
  {
    languageId: "java",
    text: `import com.amazonaws.AmazonServiceException;\nclass A { boolean f() { return e.getMessage().contains("«NoSuchBucket»"); } }`,
  },
  {
    languageId: "csharp",
    text: `using Amazon.S3;\nclass A { bool F() { return ex.Message.Contains("«NoSuchBucket»"); } }`,
  },
  {
    languageId: "php",
    text: `<?php use Aws\\S3\\S3Client; if (strpos($e->getMessage(), "«NoSuchBucket»") !== false) { x(); }`,
  },
  { languageId: "ruby", text: `require "aws-sdk-s3"\nx if e.message.include?("«NoSuchBucket»")` },
];

const notReported: Unspoken[] = [
  {
    why: "a search in the code itself",
    languageId: "go",
    text: `${go}func f() { if strings.Contains(err.Code, "RequestLimitExceeded") { return } }`,
  },
  {
    why: "a search in the code that a method returns",
    languageId: "go",
    text: `${go}func f() { if strings.Contains(err.ErrorCode(), "RequestLimitExceeded") { return } }`,
  },
  { why: "a file without the SDK", languageId: "python", text: `if "NoSuchBucket" in str(e):\n    pass` },
  {
    why: "an SDK of another provider",
    languageId: "go",
    text: `package a\nimport "github.com/baidubce/bce-sdk-go/bce"\nfunc f() { if strings.Contains(err.Error(), "AuthFailure.SignatureExpire") { return } }`,
  },
  { why: "an assertion", languageId: "python", text: `import boto3\nassert "NoSuchBucket" in str(e)` },
  {
    why: "a test file",
    languageId: "python",
    text: `import boto3\nif "NoSuchBucket" not in str(e):\n    fail()`,
    at: "file:///project/tests/test_s3.py",
  },
  {
    why: "a text that is not a code",
    languageId: "python",
    text: `import boto3\nif "does not exist" in str(e):\n    pass`,
  },
];

describeRule(
  { rule: "code-in-message", severity: 4, zh: /请用错误码与“RequestLimitExceeded”比较/ },
  reported,
  notReported,
);
