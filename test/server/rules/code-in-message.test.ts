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
  {
    languageId: "python",
    text: `import boto3\ntry:\n    f()\nexcept ClientError as e:\n    if "«NoSuchBucket»" in str(e).lower():\n        pass`,
  },
  {
    languageId: "typescript",
    text: `import { S3 } from "@aws-sdk/client-s3";\nasync function f() { try { g(); } catch (err) { const message = err.message; if (message.includes("«NoSuchBucket»")) h(); } }`,
  },
  {
    languageId: "java",
    text: `import com.amazonaws.AmazonServiceException;\nclass A { void f() { try { g(); } catch (AmazonServiceException e) { if (e.getMessage().contains("«NoSuchBucket»")) h(); } } }`,
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
  {
    why: "the end of several codes",
    languageId: "go",
    text: `package a\nimport "github.com/aliyun/alibaba-cloud-sdk-go/sdk"\nfunc f() { if strings.Contains(err.Error(), "NotFound") { return } }`,
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
    why: "a text that is the code",
    languageId: "python",
    text: `import boto3\nif "NoSuchBucket" in str(getattr(e, 'code', '')):\n    pass`,
  },
  {
    why: "a text that is the code of a response",
    languageId: "python",
    text: `import boto3\nif "NoSuchBucket" in str(e.response["Error"]["Code"]):\n    pass`,
  },
  {
    why: "a text that is the name of the error, which is its code",
    languageId: "typescript",
    text: `import { S3 } from "@aws-sdk/client-s3";\nif (String(err?.name ?? '').startsWith("NoSuchBucket")) {}`,
  },
  {
    why: "a text that is the code or the message",
    languageId: "typescript",
    text: `import { S3 } from "@aws-sdk/client-s3";\nif (String(err.code || err.message).includes("NoSuchBucket")) {}`,
  },
  {
    why: "the stored message of a task",
    languageId: "python",
    text: `import boto3\nif "NoSuchBucket" in task.error_message:\n    pass`,
  },
  {
    why: "the stored text of an error",
    languageId: "python",
    text: `import boto3\nif "NoSuchBucket" in str(self.last_error):\n    pass`,
  },
  {
    why: "a text whose origin is elsewhere",
    languageId: "go",
    text: `${go}func f(errMsg string) bool { return strings.Contains(errMsg, "RequestLimitExceeded") }`,
  },
  {
    why: "the fallback in a condition that tests the code",
    languageId: "typescript",
    text: `import { S3 } from "@aws-sdk/client-s3";\nif (err.code === "NoSuchBucket" || err.message.includes("NoSuchBucket")) {}`,
  },
  {
    why: "the fallback after a condition that tests the code for a constant",
    languageId: "go",
    text: `${go}func f(err error) bool {\n\tvar apiErr smithy.APIError\n\tif errors.As(err, &apiErr) {\n\t\treturn apiErr.ErrorCode() == limitCode\n\t}\n\treturn strings.Contains(err.Error(), "RequestLimitExceeded")\n}`,
  },
  {
    why: "an error of any kind, which need not carry a code",
    languageId: "python",
    text: `import boto3\ntry:\n    f()\nexcept Exception as e:\n    if "NoSuchBucket" in str(e):\n        pass`,
  },
  {
    why: "an error of any kind, which need not carry a code",
    languageId: "java",
    text: `import com.amazonaws.AmazonServiceException;\nclass A { void f() { try { g(); } catch (Exception e) { if (e.getMessage().contains("NoSuchBucket")) h(); } } }`,
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
