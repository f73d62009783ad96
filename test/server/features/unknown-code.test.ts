import assert from "node:assert/strict";
import type { LiteralChange } from "../../../server/protocol/index.ts";
import { Client } from "../harness/client.ts";
import { Project } from "../harness/test-project.ts";

const tencent = `import { cvm } from "tencentcloud-sdk-nodejs";\n`;

/** Returns the lines of a hover at the `|`, without empty ones. */
async function hoverLines(client: Client, text: string, languageId = "typescript"): Promise<string[]> {
  const open = await client.open(languageId, text);
  return ((await open.hoverTexts())?.text ?? "").split("\n").filter((line) => line !== "");
}

describe("hover of an unknown code", () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  it("says that a misspelled code is none, and shows the nearest with its meaning", async () => {
    const text = `${tencent}if (err.code === "AuthFailure.Signature|Expired") {}`;
    assert.deepEqual((await hoverLines(client, text)).slice(0, 3), [
      "`AuthFailure.SignatureExpired`",
      "Not a code of **Tencent Cloud**.",
      "**Nearest codes:**",
    ]);
    assert.match(
      (await hoverLines(client, text)).at(-1) ?? "",
      /^- `AuthFailure\.SignatureExpire`: The signature/,
    );
  });

  it("says only that the catalog does not have a code that no rule reports", async () => {
    const text = `${tencent}if (err.code === "InvalidInstanceIdX.Not|Found") {}`;
    const lines = await hoverLines(client, text);
    assert.equal(lines[1], "Not in the catalog of **Tencent Cloud**.");
    assert.match(lines.at(-1) ?? "", /^- `InvalidInstanceId\.NotFound`: /);
  });

  it("is over the whole literal, also where the finding is a hint", async () => {
    const text = `if (err.code === "|Throtling") {}`;
    const project = await Project.of({});
    const open = await project.open("a.ts", "typescript", text);
    assert.deepEqual(
      (await open.diagnose()).map(({ severity }) => severity),
      [4],
    );
    for (const character of [18, 22, 27]) {
      const hover = await open.hoverTexts({ line: 0, character });
      assert.equal(hover?.marked, "Throtling");
      assert.match(hover?.text ?? "", /^Not a known error code\.$/m);
    }
    await project.end();
  });

  const nearest: [what: string, code: string, line: RegExp][] = [
    ["the code that it is the last part of", "Token|Failure", /^- `AuthFailure\.TokenFailure`: /],
    ["the family that it is in", "ResourceNotFound.My|Thing", /^- `ResourceNotFound`: /],
    ["nothing if none is near", "Nothing|ToSeeHere", /^Not in the catalog of \*\*Tencent Cloud\*\*\.$/],
  ];
  for (const [what, code, line] of nearest) {
    it(`shows ${what}`, async () => {
      const lines = await hoverLines(client, `${tencent}if (err.code === "${code}") {}`);
      assert.match(lines.at(-1) ?? "", line);
    });
  }

  it("never shows codes of other clouds if the provider is certain", async () => {
    const lines = await hoverLines(client, `${tencent}if (err.code === "NoSuchEntit|ies") {}`);
    assert.deepEqual(lines.slice(0, 2), ["`NoSuchEntities`", "Not in the catalog of **Tencent Cloud**."]);
    assert.ok(lines.every((line) => !line.includes("NoSuchEntity`")));
  });

  it("says what its name says, with facts and advice where the name leaves no doubt", async () => {
    const lines = await hoverLines(client, `${tencent}if (err.code === "InvalidGatewayId.Mal|formed") {}`);
    assert.deepEqual(lines.slice(0, 4), [
      "`InvalidGatewayId.Malformed`",
      "Not in the catalog of **Tencent Cloud**.",
      "**Read from its name:** The gateway ID has the wrong format.",
      "Invalid request · Do not retry",
    ]);
    assert.match(lines[4] ?? "", /^\*\*What to do:\*\* Compare the value of the gateway ID with the pattern/);
  });

  it("says no more than the family where the name leaves it open", async () => {
    const lines = await hoverLines(client, `${tencent}if (err.code === "FailedOperation.Gat|eway") {}`);
    assert.equal(lines[2], "**Read from its name:** An operation that concerns the gateway failed.");
    assert.doesNotMatch(lines.join("\n"), /Internal|What to do|retry/i);
  });

  it("says nothing of the name of a code that is certainly none", async () => {
    const lines = await hoverLines(client, `${tencent}if (err.code === "AuthFailure.Signature|Expired") {}`);
    assert.doesNotMatch(lines.join("\n"), /Read from its name/);
  });

  it("says that a code is another provider's", async () => {
    const lines = await hoverLines(client, `${tencent}if (err.code === "NoSuch|Entity") {}`);
    assert.deepEqual(lines.slice(0, 2), ["`NoSuchEntity`", "Not in the catalog of **Tencent Cloud**."]);
    assert.match(lines[2] ?? "", /^\*\*AWS\*\* · AWS Identity/);
  });

  it("says that a code is official if the catalog does not explain it, and what its family means", async () => {
    for (const text of [
      `if (err.code === "InvalidParameter.TLS|ParameterErr") {}`,
      `f("InvalidParameter.TLS|ParameterErr");`,
    ]) {
      const lines = await hoverLines(client, tencent + text);
      assert.deepEqual(lines.slice(1, 3), [
        "**Tencent Cloud** · Web Application Firewall · Invalid request · Do not retry",
        "**Read from its name:** The TLS parameter is not valid.",
      ]);
      const parent = lines.find((line) => line.startsWith("**More general code:**"));
      assert.match(parent ?? "", /^\*\*More general code:\*\* `InvalidParameter`: /);
    }
  });

  it("is not shown without evidence, nor if neither provider nor near code is known", async () => {
    assert.deepEqual(await hoverLines(client, `const a = ["x", "AuthFailure.Signature|Expired"]; f(a);`), []);
    assert.deepEqual(await hoverLines(client, `if (err.code === "Something|WentWrongError") {}`), []);
    assert.deepEqual(await hoverLines(client, `if (err.code === "|") {}`), []);
  });

  it("is in Chinese", async () => {
    const chinese = await Client.start({ locale: "zh-cn" });
    const text = `${tencent}if (err.code === "AuthFailure.Signature|Expired") {}`;
    const lines = await hoverLines(chinese, text);
    assert.deepEqual(lines.slice(1, 3), ["不是**腾讯云**的错误码。", "**最接近的错误码：**"]);
    assert.match(lines.at(-1) ?? "", /^- `AuthFailure\.SignatureExpire`：请求时间戳.*签名已过期/);
    const unknown = await hoverLines(chinese, `${tencent}if (err.code === "InvalidGatewayId.Mal|formed") {}`);
    assert.deepEqual(unknown.slice(1, 4), [
      "**腾讯云**的目录中没有此错误码。",
      "**据其名称：** 网关 ID 格式不正确。",
      "请求无效 · 重试无效",
    ]);
    await chinese.stop();
  });

  it("has links that change the literal if the client has a command for it", async () => {
    const withLinks = await Client.start({
      initializationOptions: { detailsCommand: "show", changeCommand: "change" },
    });
    const open = await withLinks.open(
      "typescript",
      `${tencent}if (err.code === "AuthFailure.Signature|Expired") {}`,
    );
    const { text = "" } = (await open.hoverTexts()) ?? {};
    const query = /\[Change to\]\(command:change\?([^)]+)\)/.exec(text)?.[1] ?? "";
    const [change] = JSON.parse(decodeURIComponent(query)) as [LiteralChange];
    assert.equal(change.uri, open.document.uri);
    assert.equal(open.document.getText(change.range), "AuthFailure.SignatureExpired");
    assert.equal(change.text, "AuthFailure.SignatureExpired");
    assert.equal(change.code, "AuthFailure.SignatureExpire");
    assert.match(text, /\[`AuthFailure\.SignatureExpire`\]\(command:show\?/);
    await withLinks.stop();
  });
});

describe("hover of an unknown code where a complete catalog governs", () => {
  it("says that it is no code", async () => {
    const project = await Project.of({
      ".error-codes.yaml": "providers: acme\ncatalogs:\n  - { path: acme.yaml, complete: true }\n",
      "acme.yaml":
        "version: 1\nprovider: { id: acme, name: Acme }\nentries:\n  - { code: Acme.OrderClosed, summary: The order is closed. }\n",
    });
    const open = await project.open("a.ts", "typescript", `if (err.code === "Acme.Something|Else") {}`);
    assert.match((await open.hoverTexts())?.text ?? "", /^Not a code of \*\*Acme\*\*\.$/m);
    await project.end();
  });
});
