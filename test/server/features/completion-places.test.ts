import assert from "node:assert/strict";
import { Client } from "../harness/client.ts";

const aws = `import { S3Client } from "@aws-sdk/client-s3";\n`;
const alibaba = `package a\nimport "github.com/aliyun/alibaba-cloud-sdk-go/sdk/errors"\n`;
const boto = "import boto3\n";

/** Texts in which a code is expected at the bar, and one that is offered there. */
const expected: [languageId: string, text: string, offered: string][] = [
  ["go", `${alibaba}func f(err error) bool { return IsExpectedErrors(err, []string{"|"}) }`, "Throttling"],
  ["go", `${alibaba}func f(err error) bool { return strings.Contains(err.Error(), "Thr|") }`, "Throttling"],
  ["go", `${alibaba}func f(err error) error { return NewServiceError("Thr|", "too many") }`, "Throttling"],
  [
    "go",
    `${alibaba}var catchers = map[string]string{"Throttling": "a"}\nvar errorTexts = map[string]string{"Thr|": "b"}`,
    "Throttling",
  ],
  ["typescript", `${aws}if (err.name === "NoS|") {}`, "NoSuchKey"],
  ["typescript", `${aws}await expect(p).rejects.toThrow("NoS|");`, "NoSuchKey"],
  ["typescript", `${aws}if (code?.startsWith("|")) {}`, "NoSuchKey"],
  ["typescript", `${aws}if (err.code === "ENOENT|") {}`, "NoSuchKey"],
  ["typescript", `${aws}if (err.code === "|ENOENT") {}`, "NoSuchKey"],
  ["typescript", `${aws}const classByErrorCode = { "NoS|": NoSuchKey };`, "NoSuchKey"],
  ["typescript", `${aws}const NotFound = "|"`, "NotFound"],
  ["python", `${boto}try:\n  f()\nexcept is_boto3_error_code("NoS|"):\n  pass`, "NoSuchKey"],
  ["python", `${boto}except is_boto3_error_code("NoS|"): ...`, "NoSuchKey"],
  ["python", `${boto}if "NoS|" in str(e): ...`, "NoSuchKey"],
  ["python", `${boto}if e.response["Error"]["Code"] in ("NoSuchBucket", "NoS|`, "NoSuchKey"],
  [
    "java",
    `import com.amazonaws.A;\nclass B { void f() { expectServiceException(404, "NoS|"); } }`,
    "NoSuchKey",
  ],
  ["rust", `use aws_sdk_s3::Client;\nfn f() -> bool { matches!(e.code(), Some("NoS|")) }`, "NoSuchKey"],
  [
    "json",
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "Retry": [{"ErrorEquals": ["|"]}]}}}`,
    "ThrottlingException",
  ],
  ["yaml", `Retry:\n  - ErrorEquals: ["|"]\n`, "ThrottlingException"],
  ["yaml", `Retry:\n  - ErrorEquals:\n      - |\n`, "ThrottlingException"],
  ["json", `{"Error": {"Code": "Throt|}}`, "Throttling"],
  ["typescript", `${aws}const text = '{"Error": {"Code": "|", "Message": "x"}}';`, "NoSuchKey"],
  ["ruby", `require "aws-sdk-s3"\nretryable_errors = %w[NoSuchKey |]`, "NoSuchBucket"],
  ["xml", `<Error><Code>|</Code><Message>x</Message></Error>`, "NoSuchKey"],
  ["vue", `<script>\n${aws}</script>\n<template><b v-if="err.name === 'NoS|'"></b></template>`, "NoSuchKey"],
];

/** Texts in which no code can stand at the bar. */
const never: [languageId: string, text: string][] = [
  ["typescript", `${aws}if (res.status === "|") {}`],
  ["typescript", `if (event.code === "|") {}`],
  ["typescript", `if (e.code !== "ArrowUp" && e.code !== "|") {}`],
  ["typescript", `throw new Error("|");`],
  ["typescript", `throw new ServiceError("NoSuchKey", "|");`],
  ["typescript", `throw new ServiceError("NoSuchKey", 404, "The|");`],
  ["typescript", `const body = { status: "|", message: "|", action: "|" };`],
  ["go", `package a\nfunc f() error { return NewServerError(404, "NoSuchKey", "The|") }`],
  ["python", `if isExpectedError(e, ["NoSuchKey"], "|"): pass`],
  ["python", `raise ValueError("Inv|")`],
  ["typescript", `// if (err.code === "|"`],
  ["typescript", `const NotFoundText = "|";`],
];

describe("the places of completion", () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  const labelsIn = async (languageId: string, text: string) => {
    const open = await client.open(languageId, text);
    return (await open.complete()).map(({ label }) => label);
  };

  for (const [languageId, text, offered] of expected)
    it(`include ${text.split("\n").find((line) => line.includes("|"))} in ${languageId}`, async () => {
      const labels = await labelsIn(languageId, text);
      assert.ok(labels.includes(offered), `${labels.length}: ${labels.slice(0, 12)}`);
    });

  for (const [languageId, text] of never)
    it(`exclude ${text.split("\n").at(-1)} in ${languageId}`, async () => {
      assert.deepEqual((await labelsIn(languageId, text)).slice(0, 5), []);
    });

  it("offer a constant only the codes like which it is named", async () => {
    const labels = await labelsIn("typescript", `const NotFound = "|";`);
    assert.ok(labels.includes("NotFound"));
    assert.ok(
      labels.every((label) => /NotFound$/i.test(label.replaceAll(/[._-]/g, ""))),
      `${labels}`,
    );
  });

  it("offer the error's name all codes", async () => {
    assert.equal((await labelsIn("typescript", `if (err.name === "|") {}`)).length, 200);
  });

  it("offer only codes of AWS in a state machine", async () => {
    const labels = await labelsIn("json", `{"Retry": [{"ErrorEquals": ["|"]}]}`);
    assert.ok(!labels.includes("RequestLimitExceeded.UinLimitExceeded") && labels.length === 200);
    assert.ok(!labels.some((label) => /^(?:FailedOperation|LimitExceeded)\./.test(label)), `${labels}`);
  });
});
