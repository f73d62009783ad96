import { describeFix, example } from "./describe-fix.ts";

const v3 = `import { S3 } from "@aws-sdk/client-s3";\n`;

describeFix("compare the code", /^Compare the error code: /, /^quickfix$/, [
  example(
    "a method in TypeScript",
    "typescript",
    `${v3}if (err.message.includes("NoSuch|Bucket") && x) f();\n`,
    `${v3}if (err.name === "NoSuchBucket" && x) f();\n`,
  ),
  example(
    "a negated one",
    "javascript",
    `const AWS = require("aws-sdk");\nif (!err.message.includes('NoSuch|Bucket')) throw err;\n`,
    `const AWS = require("aws-sdk");\nif (err.code !== 'NoSuchBucket') throw err;\n`,
  ),
  example(
    "the operator of Python",
    "python",
    `import boto3\nif "NoSuch|Bucket" in str(e):\n    pass\n`,
    `import boto3\nif e.response["Error"]["Code"] == "NoSuchBucket":\n    pass\n`,
  ),
  example(
    "the negated operator of Python",
    "python",
    `import boto3\nif "NoSuch|Bucket" not in str(e):\n    raise\n`,
    `import boto3\nif e.response["Error"]["Code"] != "NoSuchBucket":\n    raise\n`,
  ),
  example(
    "Java",
    "java",
    `import com.amazonaws.AmazonServiceException;\nclass A { boolean f() { return e.getMessage().contains("NoSuch|Bucket"); } }\n`,
    `import com.amazonaws.AmazonServiceException;\nclass A { boolean f() { return "NoSuchBucket".equals(e.getErrorCode()); } }\n`,
  ),
  example(
    "C#",
    "csharp",
    `using Amazon.S3;\nclass A { bool F() { return ex.Message.Contains("NoSuch|Bucket"); } }\n`,
    `using Amazon.S3;\nclass A { bool F() { return ex.ErrorCode == "NoSuchBucket"; } }\n`,
  ),
  example(
    "a position in PHP",
    "php",
    `<?php use Aws\\S3\\S3Client; if (strpos($e->getMessage(), "NoSuch|Bucket") !== false) { x(); }\n`,
    `<?php use Aws\\S3\\S3Client; if ($e->getAwsErrorCode() === "NoSuchBucket") { x(); }\n`,
  ),
  example(
    "Ruby",
    "ruby",
    `require "aws-sdk-s3"\nx if e.message.include?("NoSuch|Bucket")\n`,
    `require "aws-sdk-s3"\nx if e.code == "NoSuchBucket"\n`,
  ),
  example(
    "a message in a variable",
    "typescript",
    `${v3}async function f() { try { g(); } catch (err) { const message = err.message; if (message.includes("NoSuch|Bucket")) h(); } }\n`,
    `${v3}async function f() { try { g(); } catch (err) { const message = err.message; if (err.name === "NoSuchBucket") h(); } }\n`,
  ),
  example(
    "a file with two versions of an SDK",
    "typescript",
    `${v3}import AWS from "aws-sdk";\nif (err.message.includes("NoSuch|Bucket")) f();\n`,
    undefined,
  ),
]);
