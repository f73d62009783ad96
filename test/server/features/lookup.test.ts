import assert from "node:assert/strict";
import {
  type FilterValuesParams,
  type FilterValuesResult,
  filterValuesRequest,
  type SearchParams,
  type SearchResult,
  searchRequest,
  type UnknownFiltersResult,
  unknownFiltersRequest,
} from "../../../server/protocol/index.ts";
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

  it("narrows the results by filters", async () => {
    const found = await find("@tencent status:4xx retry:renew");
    assert.ok(found.length > 0);
    assert.ok(found.every(({ provider, because }) => provider === "tencent-cloud" && !because));
  });

  it("says which values of filters do not exist, in the display language", async () => {
    const chinese = await Client.start({ locale: "zh-cn" });
    const ask = (query: string, { connection } = client) =>
      connection.sendRequest<UnknownFiltersResult>(unknownFiltersRequest, { query });
    try {
      assert.deepEqual(await ask("@tencent service:cvm status:4xx kind:quota expired"), []);
      const [provider, service, ...others] = await ask("@nobody service:lighthous slow");
      assert.deepEqual(others, []);
      assert.equal(provider?.problem, "There is no provider 'nobody'.");
      assert.match(provider.remedy, /^Known values: .*tencent-cloud/);
      assert.deepEqual(service, {
        problem: "There is no service 'lighthous'.",
        remedy: "Did you mean lighthouse?",
      });
      // The nearest is too far away to be meant.
      assert.match((await ask("service:frob"))[0]?.remedy ?? "", /^Known values: /);
      assert.deepEqual(await ask("service:lighthous", chinese), [
        { problem: "“service:lighthous”无效：没有这个值。", remedy: "是否指 lighthouse？" },
      ]);
    } finally {
      await chinese.stop();
    }
  });

  it("lists codes of the file's providers before others that match in the same way, and marks the others", async () => {
    const imports = (name: string) => `import { Client } from "${name}";\n`;
    const tencent = (await client.open("typescript", imports("tencentcloud-sdk-nodejs"))).document.uri;
    const alibaba = (await client.open("typescript", imports("@alicloud/ecs20140526"))).document.uri;
    const none = (await client.open("typescript", "const a = 1;\n")).document.uri;
    const first = async (query: string, uri: string) => (await find(query, { uri }))[0];
    assert.notEqual((await first("sigexp", none))?.provider, "tencent-cloud");
    assert.equal((await first("sigexp", tencent))?.code, "AuthFailure.SignatureExpire");
    for (const query of ["签名过期", "qmgq", "rle", "InvalidParameter", ""]) {
      assert.equal((await first(query, tencent))?.provider, "tencent-cloud", query);
      assert.equal((await first(query, alibaba))?.provider, "alibaba-cloud", query);
    }
    // The whole code of another provider matches better, and a named provider is what is meant.
    assert.equal((await first("NoSuchBucketPolicy", tencent))?.code, "NoSuchBucketPolicy");
    assert.equal((await first("@zenlayer sigexp", tencent))?.provider, "zenlayer-cloud");
    assert.equal((await first("zenlayer sigexp", tencent))?.provider, "zenlayer-cloud");
    const found = await find("sigexp", { uri: tencent });
    for (const { provider, fileProviders } of found)
      assert.equal(fileProviders, provider === "tencent-cloud" ? undefined : "Tencent Cloud");
    assert.ok(new Set(found.map(({ fileProviders }) => fileProviders)).size > 1);
    assert.ok(
      (await find("sigexp", { uri: none })).every(({ fileProviders }) => fileProviders === undefined),
    );
  });

  it("offers what a filter can be completed to, those of the file first, in the display language", async () => {
    const chinese = await Client.start({ locale: "zh-cn" });
    try {
      const {
        document: { uri },
      } = await chinese.open("typescript", 'import { Client } from "tencentcloud-sdk-nodejs";\n');
      const offer = async (query: string) => {
        const params: FilterValuesParams = { query, uri };
        const { start, values } = await chinese.connection.sendRequest<FilterValuesResult>(
          filterValuesRequest,
          params,
        );
        return values.map(({ text, name }) => `${query.slice(0, start)}${text} ${name}`);
      };
      assert.equal((await offer("签名 @"))[0], "签名 @tencent-cloud 腾讯云");
      assert.deepEqual(await offer("kind:配"), ["kind:quota 配额"]);
      assert.deepEqual(await offer("retry:"), [
        "retry:backoff 可退避重试",
        "retry:renew 更新后重试",
        "retry:no 重试无效",
      ]);
    } finally {
      await chinese.stop();
    }
  });

  it("lists recently used codes first for an empty query, and omits those that no longer exist", async () => {
    const key = { provider: "tencent-cloud", service: "common", code: "AuthFailure.SignatureExpire" };
    const found = await find(" ", { recent: [key, { ...key, code: "No.Longer" }] });
    assert.equal(found[0]?.code, key.code);
    assert.equal(found[0]?.because, "recent");
    assert.equal(codes(found).filter((code) => code === key.code).length, 1);
    assert.ok(found.slice(1).every(({ because }) => because === undefined));
    assert.ok((await find("throttling", { recent: [key] })).every(({ because }) => !because));
  });

  it("returns the nearest codes if none matches, and marks them as such", async () => {
    const nearest = (query: string) => find(query, { orNearest: true });
    const unfiltered = await nearest("status:599 AuthFailure.SignatureExpire");
    assert.ok(codes(unfiltered).includes("AuthFailure.SignatureExpire"));
    assert.ok(unfiltered.every(({ because }) => because === "nearest"));
    const byParts = await nearest("frobnicated signature of the gizmo has expired yesterday");
    assert.ok(byParts.length > 0 && byParts.every(({ because }) => because === "nearest"));
    assert.ok(codes(byParts).includes("AuthFailure.SignatureExpire"));
    assert.match(
      (await nearest("量子纠缠设备的签名已经过期太久太久了吧"))[0]?.meanings["zh-CN"] ?? "",
      /签名|过期/,
    );
    assert.deepEqual(await nearest("⚙⚙⚙"), []);
    assert.deepEqual(await find("status:599 AuthFailure.SignatureExpire"), []);
  });

  it("takes an action that is not known for the nearest one", async () => {
    const query = "@tencent action:CreateDirectConect";
    assert.deepEqual(codes(await find(query)), []);
    const nearest = await find(query, { orNearest: true });
    assert.equal(nearest[0]?.because, "nearest");
    assert.deepEqual(codes(nearest), codes(await find("@tencent action:CreateDirectConnect")));
  });

  it("drops as few filters as possible if nothing is found, and the provider last", async () => {
    const nearest = (query: string) => find(query, { orNearest: true });
    const throttled = await nearest("@tencent status:403 retry:backoff");
    assert.ok(throttled.length > 0 && throttled.every(({ because }) => because === "nearest"));
    const found = async (query: string) => codes(await find(query)).slice(0, throttled.length);
    assert.deepEqual(codes(throttled), await found("@tencent retry:backoff"));
    assert.deepEqual(codes(await nearest("@tencent status:599 kind:no-such-kind")), await found("@tencent"));
    assert.deepEqual(
      codes(await nearest("@nobody status:403 retry:backoff")),
      await found("status:403 retry:backoff"),
    );
    const withWords = await nearest("@tencent status:599 signature expired");
    assert.equal(withWords[0]?.code, "AuthFailure.SignatureExpire");
    assert.deepEqual(await nearest("status:599"), []);
  });
});
