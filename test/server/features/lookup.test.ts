import assert from "node:assert/strict";
import { type SearchParams, type SearchResult, searchRequest } from "../../../server/protocol/index.ts";
import { Client } from "../harness/client.ts";

describe("the lookup", () => {
  let client: Client;
  before(async () => {
    client = await Client.start({ locale: "en" });
  });
  after(() => client.stop());

  const find = (query: string, more: Partial<SearchParams> = {}) =>
    client.connection.sendRequest<SearchResult>(searchRequest, { query, limit: 20, ...more });
  const codes = (found: SearchResult) => found.map(({ code }) => code);

  it("finds by abbreviation, meaning in either language, and message", async () => {
    for (const query of ["sigexp", "签名过期", "signature expired", "qmgq"])
      assert.ok(codes(await find(query)).includes("AuthFailure.SignatureExpire"), query);
    const message =
      "The request timestamp is 1700000000, and the difference with server time exceeds five minutes";
    assert.ok((await find(message, { orNearest: true })).length > 0);
  });

  it("narrows by filter words", async () => {
    const found = await find("@tencent status:4xx retry:renew");
    assert.ok(found.length > 0);
    assert.ok(found.every(({ provider, because }) => provider === "tencent-cloud" && !because));
  });

  it("puts what was used last first where nothing is asked, and drops what is gone", async () => {
    const key = { provider: "tencent-cloud", service: "common", code: "AuthFailure.SignatureExpire" };
    const found = await find(" ", { recent: [key, { ...key, code: "No.Longer" }] });
    assert.equal(found[0]?.code, key.code);
    assert.equal(found[0]?.because, "recent");
    assert.equal(codes(found).filter((code) => code === key.code).length, 1);
    assert.ok(found.slice(1).every(({ because }) => because === undefined));
    assert.ok((await find("throttling", { recent: [key] })).every(({ because }) => !because));
  });

  it("gives what is nearest where nothing is found, and says so", async () => {
    const near = (query: string) => find(query, { orNearest: true });
    const elsewhere = await near("status:418 AuthFailure.SignatureExpire");
    assert.ok(codes(elsewhere).includes("AuthFailure.SignatureExpire"));
    assert.ok(elsewhere.every(({ because }) => because === "nearest"));
    const inParts = await near("frobnicated signature of the gizmo has expired yesterday");
    assert.ok(inParts.length > 0 && inParts.every(({ because }) => because === "nearest"));
    assert.ok(codes(inParts).includes("AuthFailure.SignatureExpire"));
    assert.match(
      (await near("量子纠缠设备的签名已经过期太久太久了吧"))[0]?.meanings["zh-CN"] ?? "",
      /签名|过期/,
    );
    assert.deepEqual(await near("⚙⚙⚙"), []);
    assert.deepEqual(await find("status:418 AuthFailure.SignatureExpire"), []);
  });

  it("lets go of as few filters as it must where nothing is found, and of the provider last", async () => {
    const near = (query: string) => find(query, { orNearest: true });
    const throttled = await near("@tencent status:403 retry:backoff");
    assert.ok(throttled.length > 0 && throttled.every(({ because }) => because === "nearest"));
    const without = async (query: string) => codes(await find(query)).slice(0, throttled.length);
    assert.deepEqual(codes(throttled), await without("@tencent retry:backoff"));
    assert.deepEqual(codes(await near("@tencent status:418 kind:no-such-kind")), await without("@tencent"));
    assert.deepEqual(
      codes(await near("@nobody status:403 retry:backoff")),
      await without("status:403 retry:backoff"),
    );
    const worded = await near("@tencent status:418 signature expired");
    assert.equal(worded[0]?.code, "AuthFailure.SignatureExpire");
    assert.deepEqual(await near("status:418"), []);
  });
});
