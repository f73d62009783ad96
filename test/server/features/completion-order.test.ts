import assert from "node:assert/strict";
import type { CompletionItem } from "vscode-languageserver/node";
import { Client } from "../harness/client.ts";
import { Project } from "../harness/test-project.ts";

const tencent = `import { cvm } from "tencentcloud-sdk-nodejs";\n`;

/** Returns the labels in the order in which an editor shows them. */
function inOrder(items: readonly CompletionItem[]): string[] {
  return items
    .toSorted((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1))
    .map(({ label }) => label);
}

describe("the order of completion", () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  const labelsIn = async (languageId: string, text: string) => {
    const open = await client.open(languageId, text);
    return inOrder(await open.complete());
  };

  /** Asserts that some labels are all listed, in this order. */
  function assertOrder(labels: readonly string[], ...wanted: string[]): void {
    const positions = wanted.map((label) => labels.indexOf(label));
    const what = `${wanted.map((label, at) => `${label} ${positions[at]}`)} of ${labels.slice(0, 12)}`;
    assert.ok(!positions.includes(-1), what);
    assert.deepEqual(
      positions,
      positions.toSorted((a, b) => a - b),
      what,
    );
  }

  it("begins with the codes that begin with what is typed, in the same case before others", async () => {
    const labels = await labelsIn("typescript", `${tencent}if (err.code === "Auth|") {}`);
    const first = labels.findIndex((label) => !label.startsWith("Auth"));
    assert.ok(first > 5);
    assert.ok(labels.slice(first).every((label) => !label.startsWith("Auth")));
    const [other] = await labelsIn("typescript", `if (err.code === "AUTH|") {}`);
    assert.match(other ?? "", /^AUTH/);
  });

  it("continues with abbreviations, and ends with scattered letters", async () => {
    const labels = await labelsIn("typescript", `${tencent}if (err.code === "Sigexp|") {}`);
    assert.equal(labels[0], "AuthFailure.SignatureExpire");
    assert.doesNotMatch(labels.at(-1) ?? "", /Sig\w*Exp/);
  });

  it("lists the imported service before the common codes before other services", async () => {
    assertOrder(
      await labelsIn("typescript", `${tencent}if (err.code === "ResourceNotFound|") {}`),
      "ResourceNotFound.InvalidPlacementSet",
      "ResourceNotFound",
      "ResourceNotFound.Cluster",
    );
    const ec2 = `package a\nimport "github.com/aws/aws-sdk-go/service/ec2"\nfunc f() { if e.Code() == "Un|" {} }`;
    assertOrder(await labelsIn("go", ec2), "UnauthorizedOperation", "UnrecognizedClientException");
    const s3 = `import { S3Client } from "@aws-sdk/client-s3";\nif (err.name === "|") {}`;
    const labels = await labelsIn("typescript", s3);
    assert.ok(labels.indexOf("NoSuchKey") < 10, labels.slice(0, 12).join());
    const python = `from tencentcloud.cvm.v20170312 import cvm_client\nif e.code == "InvalidInstanceId.NotFound|":\n  pass`;
    assert.equal((await labelsIn("python", python))[0], "InvalidInstanceId.NotFound");
  });

  it("lists what the catalog explains of a service before what only its name explains", async () => {
    const labels = await labelsIn("typescript", `${tencent}if (err.code === "InvalidInstance|") {}`);
    assertOrder(labels, "InvalidInstanceType.Malformed", "InvalidInstanceNotSupportedPrepaidInstance");
  });

  it("lists frequent codes before rare ones", async () => {
    const labels = await labelsIn("python", `import tencentcloud\nif e.code == "|":\n  pass`);
    assert.ok(labels.slice(0, 8).includes("InternalError"), labels.slice(0, 10).join());
    assertOrder(labels, "MissingParameter", "RequestLimitExceeded", "AuthFailure.MFAFailure");
  });

  it("lists codes that the file uses elsewhere before others", async () => {
    const used = `if (err.code === "AuthFailure.MFAFailure") {}\n`;
    const [first] = await labelsIn("typescript", `${tencent}${used}if (other.code === "|") {}`);
    assert.equal(first, "AuthFailure.MFAFailure");
  });

  it("lists codes that are in the same list or switch already last", async () => {
    for (const text of [
      `switch (err.code) { case "InternalError": f(); break; case "I|": break; }`,
      `if (["InternalError", "I|"].includes(err.code)) {}`,
    ]) {
      const labels = (await labelsIn("typescript", tencent + text)).filter((label) => label.startsWith("I"));
      assert.ok(labels.length > 5);
      const at = labels.indexOf("InternalError");
      assert.ok(at < 0 || at === labels.length - 1, `${at} of ${labels.length}`);
    }
    const swift = `import TencentCloud\nlet retryableErrors = ["InternalError", "InternalE|"]`;
    assert.notEqual((await labelsIn("swift", swift))[0], "InternalError");
  });

  it("lists codes that a retry cures first in lists of codes that are retried", async () => {
    const list = `import tencentcloud\nretryable_errors = ["|"]`;
    assertOrder(await labelsIn("python", list), "InternalError", "RequestLimitExceeded");
    const labels = await labelsIn("python", list);
    const cured = labels.indexOf("RequestLimitExceeded");
    assert.ok(!labels.slice(0, cured).includes("InvalidParameter"), labels.slice(0, 10).join());
  });

  it("lists codes that other files of the workspace use before others", async () => {
    const project = await Project.of({
      "a.ts": `import "tencentcloud-sdk-nodejs";\nif (err.code === "AuthFailure.MFAFailure") {}\n`,
      "b.ts": "",
    });
    await project.client.connection.sendRequest("errorCodes/scan", {});
    const open = await project.open("b.ts", "typescript", `${tencent}if (other.code === "|") {}`);
    const [first] = inOrder(await open.complete());
    assert.equal(first, "AuthFailure.MFAFailure");
    await project.end();
  });

  it("offers nothing else under a complete catalog, and its codes by what is typed", async () => {
    const project = await Project.of({
      ".error-codes.yaml": "version: 1\ncatalogs:\n  - path: acme.yaml\n    complete: true\n",
      "acme.yaml": [
        "version: 1",
        "provider: { id: acme, name: Acme }",
        "entries:",
        "  - { code: Acme.OrderClosed, summary: The order is closed. }",
        "  - { code: Acme.OrderMissing, summary: There is no such order. }",
        "  - { code: InvalidParameter.ResourceAccessMethod, summary: The access method is wrong. }",
      ].join("\n"),
    });
    const typed = await project.open("a.ts", "typescript", `if (err.code === "Acme|") {}`);
    assert.deepEqual(inOrder(await typed.complete()), [
      "Acme.OrderClosed",
      "Acme.OrderMissing",
      "InvalidParameter.ResourceAccessMethod",
    ]);
    const empty = await project.open("b.ts", "typescript", `if (err.code === "|") {}`);
    assert.equal((await empty.complete()).length, 3);
    await project.end();
  });
});
