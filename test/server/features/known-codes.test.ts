import assert from "node:assert/strict";
import {
  type CatalogResult,
  type CodesResult,
  catalogRequest,
  codesRequest,
  type SearchResult,
  searchRequest,
} from "../../../server/protocol/index.ts";
import { Client } from "../harness/client.ts";

/** A code of one service that the catalog lists, but does not explain. */
const code = "InvalidParameter.TLSParameterErr";
const tencent = `import { waf } from "tencentcloud-sdk-nodejs";\n`;

describe("codes that only their names explain", () => {
  let client: Client;
  let chinese: Client;
  const completion = { completionItem: { labelDetailsSupport: true } };
  before(async () => {
    client = await Client.start();
    chinese = await Client.start({ locale: "zh-cn", capabilities: { textDocument: { completion } } });
  });
  after(async () => {
    await client.stop();
    await chinese.stop();
  });

  it("say so in a hover, in both languages", async () => {
    const text = `${tencent}if (err.code === "InvalidParameter.TLS|ParameterErr") {}`;
    const hoverOf = async (one: Client) =>
      (await (await one.open("typescript", text)).hoverTexts())?.text ?? "";
    const english = await hoverOf(client);
    assert.match(english, /^\*\*Tencent Cloud\*\* · Web Application Firewall · .*Do not retry$/m);
    assert.match(english, /^\*\*Read from its name:\*\* The TLS parameter is not valid\.$/m);
    assert.match(english, /^\*\*What to do:\*\* /m);
    assert.match(await hoverOf(chinese), /^\*\*据其名称：\*\* .*TLS 参数/m);
  });

  it("name the other services that have the code, not each with its own text", async () => {
    const open = await client.open(
      "typescript",
      `import { X } from "@aws-sdk/client-nimble";\nif (err.name === "TooManyTags|Exception") {}`,
    );
    const { text = "" } = (await open.hoverTexts()) ?? {};
    assert.equal(text.match(/\*\*AWS\*\*/g)?.length, 1);
    assert.match(text, /^\*\*Other services:\*\* .* · … \\?\+\d+$/m);
    assert.ok(text.length < 3000, String(text.length));
  });

  it("are completed with what their names say, and marked", async () => {
    const open = await chinese.open("typescript", `${tencent}if (err.code === "InvalidParameter.TLSP|") {}`);
    const item = (await open.complete()).find(({ label }) => label === code);
    assert.ok(item);
    assert.match(item.labelDetails?.description ?? "", /据其名称$|…$/);
    const { value } = (await open.resolve(item)).documentation as { value: string };
    assert.match(value, /据其名称/);
  });

  it("are explained for the imported service in a completion, as in a hover", async () => {
    const test = (code: string) =>
      `import boto3\nkms = boto3.client("kms")\nif e.response["Error"]["Code"] == "${code}":\n    raise\n`;
    const hover = await (await client.open("python", test("Conflict|Exception"))).hoverTexts();
    const open = await client.open("python", test("Conflict|"));
    const item = (await open.complete()).find(({ label }) => label === "ConflictException");
    assert.ok(item);
    const { value } = (await open.resolve(item)).documentation as { value: string };
    const facts = (text = "") => text.split("\n").find((line) => line.startsWith("**AWS**"));
    assert.match(facts(value) ?? "", /Key Management Service/);
    assert.equal(facts(value), facts(hover?.text));
  });

  it("are in the catalog's tree and in look-up, with their basis", async () => {
    const ask = <T>(method: string, params: object) => client.connection.sendRequest<T>(method, params);
    const providers = await ask<CatalogResult>(catalogRequest, {});
    const services = providers.find(({ id }) => id === "tencent-cloud")?.services ?? [];
    assert.ok(services.length > 240);
    assert.equal(services.find(({ id }) => id === "waf")?.name, "Web Application Firewall");
    const tree = await ask<CodesResult>(codesRequest, {
      provider: "tencent-cloud",
      service: "waf",
      grouping: "family",
    });
    const inTree = tree.groups.flatMap(({ codes }) => codes).find((one) => one.code === code);
    assert.deepEqual([inTree?.basis, inTree?.summary], ["name", "The TLS parameter is not valid."]);
    const [found] = await ask<SearchResult>(searchRequest, { query: code, limit: 5 });
    assert.deepEqual([found?.code, found?.basis], [code, "name"]);
    const [own] = await ask<SearchResult>(searchRequest, { query: "AuthFailure.SignatureExpire", limit: 5 });
    assert.equal(own?.basis, undefined);
  });

  it("are never reported as retried in vain, nor as compared instead of more specific ones", async () => {
    const open = await client.open(
      "typescript",
      `${tencent}const retryable = ["${code}"];\nif (err.code === "InvalidParameter.TLSParameterErr") { retry(); }|`,
    );
    assert.deepEqual(await open.diagnose(), []);
  });
});
