import assert from "node:assert/strict";
import { Client } from "../harness/client.ts";

const code = "AuthFailure.SignatureExpire";

const examples: [languageId: string, text: string][] = [
  ["typescript", `if (err.code === "AuthFailure.Sig|natureExpire") {}`],
  ["typescriptreact", `const a = <b>{e.code === 'AuthFailure.Sig|natureExpire' ? 1 : 2}</b>;`],
  ["javascript", "switch (e.code) { case `AuthFailure.Sig|natureExpire`: }"],
  ["go", `package a\nfunc f() { if e.Code == "AuthFailure.Sig|natureExpire" {} }`],
  ["go", "package a\nvar s = `AuthFailure.Sig|natureExpire`"],
  ["python", `if e.code == "AuthFailure.Sig|natureExpire":\n    pass`],
  ["python", `x = r'AuthFailure.Sig|natureExpire'`],
  ["java", `class A { boolean f() { return "AuthFailure.Sig|natureExpire".equals(e.getErrorCode()); } }`],
  ["json", `{"Error": {"Code": "AuthFailure.Sig|natureExpire"}}`],
  ["jsonc", `{ // why\n "codes": ["AuthFailure.Sig|natureExpire"] }`],
  ["yaml", `retry:\n  codes:\n    - AuthFailure.Sig|natureExpire`],
  ["yaml", `code: "AuthFailure.Sig|natureExpire"`],
  ["yaml", `code: AuthFailure.Sig|natureExpire # why`],
  ["rust", `if e.code == "AuthFailure.Sig|natureExpire" {}`],
  ["log", `2026-01-01 failed with AuthFailure.Sig|natureExpire.`],
];

describe("hover", () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  for (const [languageId, text] of examples) {
    it(`explains a code in ${languageId}: ${text.split("\n").at(-1)}`, async () => {
      const open = await client.open(languageId, text);
      const hover = await open.hoverTexts();
      assert.equal(hover?.marked, code);
      assert.match(hover?.text ?? "", /Tencent Cloud/);
      assert.match(hover?.text ?? "", /five minutes/);
    });
  }

  it("marks the correct range after non-ASCII text and emoji", async () => {
    const open = await client.open("typescript", `const 签名 = "😀"; if (e.code === "Throt|tling") {}`);
    assert.equal((await open.hoverTexts())?.marked, "Throttling");
  });

  it("is shown at both ends of the content, but not outside the quotes", async () => {
    const text = `if (e.code === "Throttling") {}`;
    const open = await client.open("typescript", text);
    const at = async (character: number) => (await open.hoverTexts({ line: 0, character }))?.marked;
    const start = text.indexOf("Throttling");
    assert.equal(await at(start), "Throttling");
    assert.equal(await at(start + "Throttling".length), "Throttling");
    assert.equal(await at(start - 2), undefined);
    assert.equal(await at(text.length), undefined);
  });

  it("has a section for each provider, and lists all other clouds in the first, if none is certain", async () => {
    const open = await client.open("python", `if e.code == "Internal|Error":\n    pass`);
    const { text = "" } = (await open.hoverTexts()) ?? {};
    const sections = text.split("\n\n---\n\n");
    const names = sections.map((section) => /\*\*(.+?)\*\*/.exec(section)?.[1]);
    assert.deepEqual(names, ["Alibaba Cloud", "AWS", "Baidu AI Cloud", "Tencent Cloud"]);
    const others = /^\*\*On other clouds:\*\* (.*)$/m.exec(text)?.[1]?.split(" · ");
    assert.deepEqual(others, [
      "AWS `InternalError`",
      "Baidu AI Cloud `InternalError`",
      "Tencent Cloud `InternalError`",
      "Zenlayer Cloud `INTERNAL_SERVER_ERROR`",
    ]);
  });

  it("has only the section of a provider that is certain, and names the others on one line", async () => {
    const open = await client.open(
      "python",
      `from baidubce.exception import BceServerError\nif e.code == "Internal|Error":\n    pass`,
    );
    const { text = "" } = (await open.hoverTexts()) ?? {};
    assert.doesNotMatch(text, /---/);
    assert.match(text, /^\*\*Baidu AI Cloud\*\* · Common · HTTP 500/m);
    assert.match(text, /We encountered an internal error\./);
    assert.match(text, /On other clouds:\*\* Alibaba Cloud `InternalError` · AWS `InternalError` · Tencent/);
  });

  it("links to the equivalents if the client has pages", async () => {
    const withPages = await Client.start({ initializationOptions: { detailsCommand: "show" } });
    const open = await withPages.open(
      "python",
      `from baidubce.exception import BceServerError\nif e.code == "Internal|Error":\n    pass`,
    );
    const { text = "" } = (await open.hoverTexts()) ?? {};
    assert.match(text, /Alibaba Cloud \[`InternalError`\]\(command:show\?\S+alibaba-cloud\S+\) · AWS \[`/);
    await withPages.stop();
  });

  const service = (imported: string, code: string) =>
    `import { Client } from "@aws-sdk/client-${imported}";\nif (err.name === "${code}") {}`;

  it("merges the services of a provider: what differs has a line, and nothing is said twice", async () => {
    const open = await client.open("typescript", service("nimble", "ResourceNot|FoundException"));
    const { text = "" } = (await open.hoverTexts()) ?? {};
    assert.equal(text.match(/\*\*AWS\*\*/g)?.length, 1);
    assert.equal(text.match(/What to do/g)?.length, 1);
    assert.match(text, /^- AWS Lambda · HTTP 404: The function/m);
    assert.match(text, /^\*\*Other services:\*\* .*Amazon Kinesis Data Streams/m);
  });

  it("explains the service that the file imports first, and only names the others", async () => {
    const open = await client.open("typescript", service("ec2", "Request|LimitExceeded"));
    const { text = "" } = (await open.hoverTexts()) ?? {};
    assert.match(text, /^\*\*AWS\*\* · Amazon EC2 ·/m);
    assert.match(text, /^\*\*Other services:\*\* Amazon DynamoDB$/m);
    const other = await client.open("typescript", service("dynamodb", "Request|LimitExceeded"));
    assert.match((await other.hoverTexts())?.text ?? "", /^\*\*AWS\*\* · Amazon DynamoDB ·/m);
  });

  const tencent = `import { cvm } from "tencentcloud-sdk-nodejs";\n`;
  const families: [test: string, expected: RegExp][] = [
    [
      `err.code === "Resource|NotFound"`,
      /does not match its more specific codes, such as `ResourceNotFound\./,
    ],
    [
      `err.code.startsWith("Resource|NotFound")`,
      /also matches its more specific codes, such as `ResourceNotFound\./,
    ],
    [`err.code.includes("Resource|NotFound")`, /also matches its more specific codes/],
    [`err.code.endsWith("Resource|NotFound")`, /does not match its more specific codes/],
  ];
  for (const [test, expected] of families) {
    it(`says whether the more specific codes match in ${test.replace("|", "")}`, async () => {
      const open = await client.open("typescript", `${tencent}if (${test}) {}`);
      assert.match((await open.hoverTexts())?.text ?? "", expected);
    });
  }

  it("is not shown for a plain word without evidence if the provider is unknown", async () => {
    const open = await client.open("typescript", `const title = "Not|Found";`);
    assert.equal(await open.hover(), null);
  });

  it("is not shown for an interpolated string", async () => {
    const open = await client.open("typescript", "if (e.code === `Auth|Failure.$" + "{kind}`) {}");
    assert.equal(await open.hover(), null);
  });

  it("is not shown for other strings", async () => {
    const open = await client.open("go", `package a\nvar s = "hel|lo"`);
    assert.equal(await open.hover(), null);
  });

  it("reflects a change of the document", async () => {
    const open = await client.open("typescript", `if (e.code === "Thro|at") {}`);
    assert.equal(await open.hover(), null);
    const start = open.document.positionAt(open.text.indexOf('at"'));
    await open.change([
      { range: { start, end: { ...start, character: start.character + 2 } }, text: "ttling" },
    ]);
    assert.equal((await open.hoverTexts())?.marked, "Throttling");
  });

  it("uses the editor's language", async () => {
    const chinese = await Client.start({ locale: "zh-cn" });
    const open = await chinese.open("typescript", `if (err.code === "AuthFailure.Sig|natureExpire") {}`);
    const { text = "" } = (await open.hoverTexts()) ?? {};
    assert.match(text, /腾讯云/);
    assert.match(text, /签名已过期/);
    assert.doesNotMatch(text, /Tencent/);
    await chinese.stop();
  });
});
