import assert from "node:assert/strict";
import {
  type CompletionItem,
  CompletionItemTag,
  type CompletionList,
  CompletionTriggerKind,
  type TextEdit,
} from "vscode-languageserver/node";
import { Client } from "../harness/client.ts";
import type { OpenDocument } from "../harness/open-document.ts";
import { Project } from "../harness/test-project.ts";

const code = "AuthFailure.SignatureExpire";

/** Returns the text after a completion item is accepted. */
function accepted(open: OpenDocument, items: CompletionItem[], label: string): string {
  const item = items.find((one) => one.label === label);
  assert.ok(
    item,
    `${label} is not among ${items
      .map((one) => one.label)
      .slice(0, 10)
      .join(", ")}`,
  );
  return open.textAfterEdits(item.textEdit as TextEdit);
}

/** Returns the items in the order in which an editor shows them if all match equally well. */
function inOrder(items: readonly CompletionItem[]): CompletionItem[] {
  return items.toSorted((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1));
}

const replaced: [what: string, languageId: string, before: string, after: string][] = [
  ["a half-typed code", "typescript", `if (err.code === "Auth|") {}`, `if (err.code === "${code}") {}`],
  ["an empty string", "typescript", `if (err.code === "|") {}`, `if (err.code === "${code}") {}`],
  [
    "another complete code with dots",
    "typescript",
    `if (e.code === 'Auth|Failure.Sig.X') {}`,
    `if (e.code === '${code}') {}`,
  ],
  [
    "an unclosed quote",
    "typescript",
    `if (err.code === "Auth|\n  foo();\n}`,
    `if (err.code === "${code}\n  foo();\n}`,
  ],
  [
    "an unclosed quote after other strings",
    "javascript",
    `log("a"); if (err.code !== 'Auth|`,
    `log("a"); if (err.code !== '${code}`,
  ],
  [
    "a case",
    "typescript",
    `switch (e.code) { case "|": break; }`,
    `switch (e.code) { case "${code}": break; }`,
  ],
  [
    "an unclosed case",
    "go",
    `package a\nfunc f() {\n switch e.Code {\n case "Auth|\n }\n}`,
    `package a\nfunc f() {\n switch e.Code {\n case "${code}\n }\n}`,
  ],
  [
    "a comparison in Go",
    "go",
    `package a\nfunc f() { if e.GetCode() == "|" {} }`,
    `package a\nfunc f() { if e.GetCode() == "${code}" {} }`,
  ],
  ["an unfinished if in Python", "python", `if e.code == "Auth|"`, `if e.code == "${code}"`],
  [
    "a nested error code in Python",
    "python",
    `if e.response["Error"]["Code"] == "|":\n  pass`,
    `if e.response["Error"]["Code"] == "${code}":\n  pass`,
  ],
  [
    "equals in Java",
    "java",
    `class A { boolean f() { return e.getErrorCode().equals("|"); } }`,
    `class A { boolean f() { return e.getErrorCode().equals("${code}"); } }`,
  ],
  [
    "an unclosed equals in Java",
    "java",
    `class A { void f() { if (e.getErrorCode().equals("Auth|\n } }`,
    `class A { void f() { if (e.getErrorCode().equals("${code}\n } }`,
  ],
  ["a JSON value", "json", `{"Error": {"Code": "|"}}`, `{"Error": {"Code": "${code}"}}`],
  ["a YAML scalar", "yaml", `code: Auth|`, `code: ${code}`],
  ["a missing YAML value", "yaml", `error:\n  code: |\n`, `error:\n  code: ${code}\n`],
  [
    "a YAML list item",
    "yaml",
    `errorCodes:\n  - Throttling\n  - Auth|\n`,
    `errorCodes:\n  - Throttling\n  - ${code}\n`,
  ],
];

describe("completion", () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  for (const [what, languageId, before, after] of replaced) {
    it(`replaces ${what} in ${languageId}`, async () => {
      const open = await client.open(languageId, before);
      assert.equal(accepted(open, await open.complete(), code), after);
    });
  }

  it("does not replace the code after an unclosed quote", async () => {
    const open = await client.open(
      "java",
      `class A { boolean a = e.getErrorCode().equals("Auth|private int b;\n}`,
    );
    const after = `class A { boolean a = e.getErrorCode().equals("${code}private int b;\n}`;
    assert.equal(accepted(open, await open.complete(), code), after);
  });

  it("offers the codes of a known family without evidence", async () => {
    const open = await client.open("typescript", `const a = "AuthFailure.|";`);
    const items = await open.complete();
    assert.ok(items.length > 0);
    assert.ok(
      items.every(({ label }) => label.startsWith("AuthFailure.")),
      items.map((one) => one.label).join(),
    );
    assert.equal(accepted(open, items, code), `const a = "${code}";`);
  });

  it("offers nothing in other strings", async () => {
    for (const text of [
      `const a = "|";`,
      `const a = "Auth|";`,
      `if (statusCode === "|") {}`,
      `log("a|b.");`,
    ]) {
      const open = await client.open("typescript", text);
      assert.deepEqual(await open.complete(), [], text);
    }
  });

  const tencent = `import { dc } from "tencentcloud-sdk-nodejs";\n`;

  it("lists only the codes of the provider that the file imports, with their meaning", async () => {
    const open = await client.open("python", `import zenlayercloud\nif e.code == "req|":\n    pass`);
    const items = inOrder(await open.complete());
    for (const { label } of items) assert.match(label, /^[A-Z_]+$/);
    assert.equal(items.find(({ label }) => label === "REQUEST_TIMED_OUT")?.detail, "Request timed out");
  });

  it("names the providers of a code where the file's is unclear", async () => {
    const open = await client.open("python", `if e.code == "req|":\n    pass`);
    const details = (await open.complete()).map(({ detail }) => detail ?? "");
    assert.ok(details.some((detail) => /Cloud|AWS/.test(detail)));
  });

  it("lists the provider's codes first even if the letters match codes of others better", async () => {
    const open = await client.open("typescript", `${tencent}if (err.code === "sigex|") {}`);
    const items = await open.complete();
    assert.equal(inOrder(items)[0]?.label, code);
    // To an editor that sorts by how well the letters match, all items match equally well.
    assert.ok(items.every(({ filterText }) => filterText?.startsWith("sigex")));
  });

  it("explains a code by the entry of the file's provider", async () => {
    const open = await client.open("typescript", `${tencent}if (err.code === "InternalErr|") {}`);
    const item = (await open.complete()).find(({ label }) => label === "InternalError");
    assert.ok(item);
    const { value } = (await open.resolve(item)).documentation as { value: string };
    assert.equal(/\*\*(.+?)\*\*/.exec(value)?.[1], "Tencent Cloud");
  });

  it("shows the meaning beside the code if the client supports label details", async () => {
    const completion = { completionItem: { labelDetailsSupport: true } };
    const capable = await Client.start({ capabilities: { textDocument: { completion } }, locale: "zh-cn" });
    const open = await capable.open("typescript", `${tencent}if (err.code === "|") {}`);
    const item = (await open.complete()).find(({ label }) => label === code);
    assert.deepEqual([item?.labelDetails, item?.detail], [{ description: "签名过期" }, undefined]);
    await capable.stop();
  });

  it("leaves a code the room that it needs beside its meaning", async () => {
    const completion = {
      completionItem: {
        labelDetailsSupport: true,
        tagSupport: { valueSet: [CompletionItemTag.Deprecated] as [1] },
      },
    };
    const capable = await Client.start({ capabilities: { textDocument: { completion } } });
    const open = await capable.open("typescript", `${tencent}if (err.code === "InvalidParameterValue|") {}`);
    const items = await open.complete();
    const lengthOf = ({ label, labelDetails }: CompletionItem) =>
      label.length * 1.2 + (labelDetails?.description?.length ?? 0);
    assert.ok(items.length > 100);
    for (const item of items) assert.ok(!item.labelDetails || lengthOf(item) <= 53, item.label);
    assert.ok(items.some(({ labelDetails }) => labelDetails?.description?.endsWith("…")));
    await capable.stop();
  });

  it("marks official misspellings and withdrawn codes", async () => {
    const completion = {
      completionItem: { tagSupport: { valueSet: [CompletionItemTag.Deprecated] as [1] } },
    };
    const capable = await Client.start({ capabilities: { textDocument: { completion } } });
    const item = async (before: string, label: string) => {
      const open = await capable.open("typescript", `${before}if (err.code === "${label}|") {}`);
      return (await open.complete()).find((one) => one.label === label);
    };
    const misspelled = await item(`import "@alicloud/ecs20140526";\n`, "InvalidParamater");
    assert.equal(misspelled?.detail, "Misspelled by the vendor · Invalid parameter");
    assert.equal(misspelled?.tags, undefined);
    await capable.stop();
    const project = await Project.of(
      {
        ".error-codes.yaml": "version: 1\ncatalogs:\n  - path: acme.yaml\n",
        "acme.yaml": `version: 1\nprovider: { id: acme, name: Acme }\nentries:\n  - { code: AcmeOrderGone, deprecated: true }\n`,
      },
      { capabilities: { textDocument: { completion } } },
    );
    const open = await project.open("a.ts", "typescript", `if (err.code === "AcmeO|") {}`);
    const [withdrawn] = await open.complete();
    assert.equal(withdrawn?.detail, "Deprecated · Acme");
    assert.deepEqual(withdrawn?.tags, [CompletionItemTag.Deprecated]);
    await project.end();
  });

  it("finds codes by their Chinese meaning and by pinyin on request", async () => {
    for (const typed of ["签名过期", "qianming", "qmgq"]) {
      const open = await client.open("typescript", `${tencent}if (err.code === "${typed}|") {}`);
      const items = inOrder(await open.complete());
      assert.ok(
        items.some(({ label }) => label === code),
        `${typed}: ${items.map(({ label }) => label)}`,
      );
      assert.ok(items.every(({ filterText }) => filterText?.startsWith(typed)));
      assert.equal(accepted(open, items, code), `${tencent}if (err.code === "${code}") {}`);
      const list = await client.connection.sendRequest<CompletionList>("textDocument/completion", {
        textDocument: { uri: open.document.uri },
        position: open.cursor,
        context: { triggerKind: CompletionTriggerKind.TriggerForIncompleteCompletions },
      });
      assert.ok(!list.items.some(({ label }) => label === code), typed);
    }
  });

  it("sends the documentation only on request", async () => {
    const open = await client.open("typescript", `if (err.code === "|") {}`);
    const item = (await open.complete()).find(({ label }) => label === code);
    assert.ok(item);
    assert.equal(item.documentation, undefined);
    assert.equal(item.detail, "Tencent Cloud");
    const resolved = await open.resolve(item);
    assert.match((resolved.documentation as { value: string }).value, /\*\*Tencent Cloud\*\*/);
  });
});
