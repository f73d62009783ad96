import assert from "node:assert/strict";
import { Client } from "../harness/client.ts";

describe("hovers in logs", () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  it("explain a code by the lines around it, with its own message and request ID", async () => {
    const open = await client.open(
      "log",
      `2024-05-01T10:00:01Z ERROR put: [TencentCloudSDKError] Code=LimitExceeded, Message=Slow down., RequestId=11111111-aaaa
2024-05-01T10:00:02Z ERROR copy: NoSuch|Bucket: It is gone
	status code: 404, request id: 4F1D2C3B5A697887, host id: aGVs=
`,
    );
    const hover = await open.hoverTexts();
    assert.equal(hover?.marked, "NoSuchBucket");
    assert.match(hover?.text ?? "", /\*\*AWS\*\* · Amazon S3/);
    assert.match(hover?.text ?? "", /It is gone/);
    assert.match(hover?.text ?? "", /4F1D2C3B5A697887/);
    assert.doesNotMatch(hover?.text ?? "", /\*\*Alibaba Cloud\*\*|11111111|Slow down|The specified bucket/);
  });

  it("explain a plain word that the log reports as a code, and no other", async () => {
    const raised = "An error occurred (Thrott|ling) when calling the ListRoles operation: Rate exceeded";
    const hover = await (await client.open("log", raised)).hoverTexts();
    assert.equal(hover?.marked, "Throttling");
    assert.match(hover?.text ?? "", /AWS/);
    assert.equal(await (await client.open("log", "the Thrott|ling of disks")).hoverTexts(), undefined);
  });
});
