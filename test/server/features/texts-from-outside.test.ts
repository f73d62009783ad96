import assert from "node:assert/strict";
import {
  type CodesInParams,
  type CodesInResult,
  codesInRequest,
  type ExplainResult,
  explainRequest,
} from "../../../server/protocol/index.ts";
import { Client } from "../harness/client.ts";

describe("texts from outside the editor", () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  const explain = (text: string) => client.connection.sendRequest<ExplainResult>(explainRequest, { text });
  const codesIn = async (text: string) => {
    const found = await client.connection.sendRequest<CodesInResult>(codesInRequest, { text });
    return found.map(({ range, items }) => [text.slice(...range), items.map(({ provider }) => provider)]);
  };

  it("are explained with their message and request id", async () => {
    const { found } = await explain(
      '{"Response": {"Error": {"Code": "AuthFailure.SignatureExpire", "Message": "late"}, "RequestId": "r-1"}}',
    );
    const [first] = found;
    assert.deepEqual(
      [found.length, first?.message, first?.requestId, first?.items.map(({ code }) => code)],
      [1, "late", "r-1", ["AuthFailure.SignatureExpire"]],
    );
    assert.equal(first?.items[0]?.provider, "tencent-cloud");
  });

  it("can be a code or a message alone", async () => {
    const alone = await explain(" Throttling \n");
    assert.ok((alone.found[0]?.items.length ?? 0) > 1);
    const { found } = await explain("The specified bucket does not exist.");
    assert.ok(found.some(({ items }) => items.some(({ code }) => code === "NoSuchBucket")));
  });

  it("yield the nearest codes if no known code is found", async () => {
    const { found, nearest } = await explain("code: AuthFailure.SignatureExpird");
    assert.deepEqual(
      found.map(({ items }) => items),
      [[]],
    );
    assert.equal(nearest[0]?.code, "AuthFailure.SignatureExpire");
    assert.deepEqual((await explain("   ")).found, []);
  });

  it("are read with the lines around them, as an explanation reads the whole", async () => {
    const [before, text, after] = [
      '$ aliyun ecs RunInstances\n{\n  "HostId": "ecs.aliyuncs.com",',
      '  "Code": "Throttling",',
      '  "Message": "Slow down.",\n  "RequestId": "0C9A4E7B-1111-2222-3333-444455556666"\n}',
    ];
    const ask = (params: CodesInParams) =>
      client.connection.sendRequest<CodesInResult>(codesInRequest, params);
    const [found, ...others] = await ask({ text, before, after });
    assert.deepEqual(others, []);
    assert.equal(text.slice(...(found?.range ?? [])), "Throttling");
    assert.deepEqual(
      [found?.items[0]?.provider, found?.message, found?.requestId],
      ["alibaba-cloud", "Slow down.", "0C9A4E7B-1111-2222-3333-444455556666"],
    );
    const [alone] = await ask({ text });
    assert.equal(alone?.message, undefined);
    // A code of another line is none of this one.
    assert.deepEqual(await ask({ text: "Code follows", before: "", after: `{${text}}` }), []);
  });

  it("have their known codes marked, but no other words", async () => {
    const line = "12:00 [ERROR] tencentcloud: AuthFailure.SignatureExpire in Widget.Factory, see a.B";
    assert.deepEqual(await codesIn(line), [["AuthFailure.SignatureExpire", ["tencent-cloud"]]]);
    const raised = "An error occurred (Throttling) when calling the ListRoles operation: Rate exceeded";
    assert.deepEqual(await codesIn(raised), [["Throttling", ["aws"]]]);
    assert.deepEqual(await codesIn("Throttling the disk"), []);
    assert.deepEqual(await codesIn(`${"x ".repeat(3000)}AuthFailure.SignatureExpire`), []);
  });
});
