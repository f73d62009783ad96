import assert from "node:assert/strict";
import {
  type DetailsPage,
  type DetailsParams,
  detailsRequest,
  type ExplainResult,
  explainRequest,
  type PageMarkdownResult,
  pageMarkdownRequest,
  pagePath,
} from "../../../server/protocol/index.ts";
import { Client } from "../harness/client.ts";
import { Project } from "../harness/test-project.ts";

const expired = { provider: "tencent-cloud", service: "common", code: "AuthFailure.SignatureExpire" };

describe("the page of a code", () => {
  let client: Client;
  afterEach(() => client.stop());

  async function page(params: DetailsParams, locale = "en"): Promise<DetailsPage> {
    client = await Client.start({ locale });
    const found = await client.connection.sendRequest<DetailsPage | null>(detailsRequest, params);
    assert.ok(found);
    return found;
  }

  it("is entirely in the display language", async () => {
    const { reading, facts, sections, labels } = await page({ ...expired, languages: ["go"] }, "zh-cn");
    assert.equal(reading, "zh-CN");
    assert.deepEqual(facts, ["腾讯云", "公共错误码", "身份认证", "更新后重试"]);
    assert.equal(labels.find, "在工作区中查找");
    for (const { heading } of sections) assert.doesNotMatch(heading, /[A-Za-z]{3}/);
  });

  it("names the actions that answer with the code, by service, that of the code first", async () => {
    const code = "ResourcesSoldOut.SpecifiedInstanceType";
    const { sections } = await page({ provider: "tencent-cloud", service: "cvm", code });
    const found = sections.find(({ id }) => id === "answeredBy");
    assert.match(found?.markdown ?? "", /^It is documented for \d+ actions of \d+ services\.$/);
    const [first] = found?.groups ?? [];
    assert.equal(first?.heading, `Cloud Virtual Machine (${first?.count})`);
    assert.ok(
      first?.items.some(({ text, link }) => text === "RunInstances" && link.endsWith("/cvm/RunInstances")),
    );
    assert.equal(first?.count, first?.items.length);
  });

  it("says of a code that every action answers with it", async () => {
    const { sections } = await page(expired, "zh-cn");
    const found = sections.find(({ id }) => id === "answeredBy");
    assert.match(found?.markdown ?? "", /^任何接口都可能返回此错误码。/);
  });

  it("may be that of an action: what it can answer with, by kind", async () => {
    const key = { provider: "tencent-cloud", service: "cvm", code: "run_instances" };
    const { code, facts, sections, labels } = await page(key);
    assert.equal(code, "RunInstances");
    assert.deepEqual(facts, ["Tencent Cloud", "Cloud Virtual Machine"]);
    assert.equal(labels.copyCode, "Copy name");
    assert.match(
      sections[0]?.markdown ?? "",
      /^RunInstances can fail with 170 codes: \d+ worth a retry, .* 35 common codes/,
    );
    assert.match(sections[1]?.heading ?? "", /^Quota \(\d+\)$/);
    assert.match(sections.find(({ id }) => id === "unavailable")?.markdown ?? "", /Retry with backoff · /);
    assert.match(sections.at(-1)?.heading ?? "", /^Of every action \(\d+\)$/);
    const ids = sections.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    await client.stop();
    client = await Client.start({ locale: "en" });
    const none = { provider: "tencent-cloud", service: "dc", code: "RunInstances" };
    assert.equal(await client.connection.sendRequest(detailsRequest, none), null);
  });

  it("has snippets in the requested language, with other codes of the family", async () => {
    const { handling } = await page({ ...expired, languages: ["markdown", "go", "python"] });
    assert.equal(handling.language, "go");
    assert.deepEqual(
      handling.snippets.map(({ heading }) => heading),
      ["Import", "Compare", "Switch", "Renew, then retry once"],
    );
    assert.match(handling.snippets[1]?.text ?? "", /failure\.Code == "AuthFailure\.SignatureExpire"/);
    assert.equal(handling.snippets[2]?.text.match(/case "AuthFailure\./g)?.length, 3);
  });

  it("uses a default language if the requested one has no snippets", async () => {
    const { handling } = await page({ ...expired, languages: ["plaintext"] });
    assert.equal(handling.language, "typescript");
    assert.ok(handling.languages.some(({ id, name }) => id === "csharp" && name === "C#"));
  });

  it("shows the message and request id of a response", async () => {
    const { sections } = await page({ ...expired, response: { message: "late", requestId: "r-1" } });
    assert.match(sections.find(({ id }) => id === "response")?.markdown ?? "", /`late`[\s\S]*`r-1`/);
  });

  it("can be had as Markdown for people without the extension: code in fences, and no links to pages or files", async () => {
    client = await Client.start({ locale: "en" });
    const ask = (params: DetailsParams) =>
      client.connection.sendRequest<PageMarkdownResult>(pageMarkdownRequest, params);
    const text = (await ask({ ...expired, languages: ["python"] })) ?? "";
    assert.match(text, /^# `AuthFailure\.SignatureExpire`\n\nTencent Cloud · Common/);
    assert.match(text, /\n```python\n[^`]*except TencentCloudSDKException as error:/);
    assert.match(text, /^- Alibaba Cloud: `\w[\w.]+`$/m);
    assert.doesNotMatch(text, /\]\((?!https:)/);
    const action = (await ask({ provider: "tencent-cloud", service: "cvm", code: "RunInstances" })) ?? "";
    assert.match(action, /^# `RunInstances`\n\n[\s\S]*^- `ResourceInsufficient/m);
    assert.doesNotMatch(action, /\]\(/);
    assert.equal(await ask({ ...expired, code: "No.Such" }), null);
  });

  it("does not exist for an unknown code", async () => {
    client = await Client.start();
    const key = { ...expired, code: "No.Such" };
    assert.equal(await client.connection.sendRequest(detailsRequest, key), null);
  });
});

describe("the page of a code in a user's catalog", () => {
  it("names no service if the catalog names none, neither in its facts nor in its path", async () => {
    const entries = (code: string) => `entries: [{ code: ${code}, summary: { en: It is gone. } }]\n`;
    const project = await Project.of({
      ".error-codes.yaml": "catalogs: [{ path: plain.yaml }, { path: named.yaml }]\n",
      "plain.yaml": `version: 1\nprovider: acme\n${entries("Order.Gone")}`,
      "named.yaml": `version: 1\nprovider: acme\nservice: shop\nname: { en: Shop }\n${entries("Cart/Gone")}`,
    });
    try {
      const page = async (service: string, code: string) => {
        const key = { provider: "acme", service, code };
        const found = await project.client.connection.sendRequest<DetailsPage | null>(detailsRequest, key);
        assert.ok(found);
        return { facts: found.facts, path: pagePath(found).replace(/origin=.*/, "origin") };
      };
      assert.deepEqual(await page("common", "Order.Gone"), {
        facts: ["acme"],
        path: "/acme/Order.Gone?service=common&origin",
      });
      assert.deepEqual(await page("shop", "Cart/Gone"), {
        facts: ["acme", "Shop"],
        path: "/acme/shop/Cart%2FGone?origin",
      });
    } finally {
      await project.end();
    }
  });
});

describe("the page of a code that was received", () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  it("says of the action that a response names whether it answers with the code", async () => {
    const code = "ResourcesSoldOut.SpecifiedInstanceType";
    const text = `X-TC-Action: RunInstances\n{"Response":{"Error":{"Code":"${code}","Message":"Sold out"},"RequestId":"r"}}`;
    const { found } = await client.connection.sendRequest<ExplainResult>(explainRequest, { text });
    assert.equal(found[0]?.action, "RunInstances");
    const key = { provider: "tencent-cloud", service: "cvm", code };
    const shown = async (action: string) => {
      const params: DetailsParams = { ...key, response: { action } };
      const page = await client.connection.sendRequest<DetailsPage | null>(detailsRequest, params);
      return page?.sections.find(({ id }) => id === "response")?.markdown ?? "";
    };
    assert.equal(
      await shown("RunInstances"),
      "**Action**\n\n[`RunInstances`](/tencent-cloud/cvm/RunInstances) \\(Cloud Virtual Machine\\): documented to answer with this code",
    );
    assert.match(await shown("DescribeZones"), /this code is not documented for it$/);
    assert.equal(await shown("Nothing"), "");
  });

  it("shows what the message says beyond the code", async () => {
    const page = await client.connection.sendRequest<DetailsPage | null>(detailsRequest, {
      provider: "aws",
      service: "ec2",
      code: "UnauthorizedOperation",
      response: { message: "Denied. Encoded authorization failure message: XZX0joSxj6" },
    });
    const response = page?.sections.find(({ id }) => id === "response");
    assert.match(
      response?.markdown ?? "",
      /aws sts decode-authorization-message --encoded-message XZX0joSxj6/,
    );
  });
});
