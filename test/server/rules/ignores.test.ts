import assert from "node:assert/strict";
import { Client } from "../harness/client.ts";
import type { OpenDocument } from "../harness/open-document.ts";

const wrong = "AuthFailure.SignatureExpired";

async function found(open: OpenDocument): Promise<string[]> {
  return (await open.diagnose()).map(({ code, range }) => `${code} ${open.document.getText(range)}`);
}

const ignored: [languageId: string, text: string][] = [
  ["typescript", `// error-codes-ignore-next-line\nif (err.code === "${wrong}") {}`],
  ["typescript", `if (err.code === "${wrong}") {} // error-codes-ignore-line -- sent by an old gateway`],
  ["typescript", `if (err.code === "${wrong}") {} /* error-codes-ignore-line ${wrong}: 旧网关 */`],
  ["typescript", `/* error-codes-ignore-file */\nif (err.code === "${wrong}") {}`],
  ["python", `# error-codes-ignore-next-line AuthFailure.*\nif e.code == "${wrong}":\n    pass`],
  [
    "go",
    `package a\n// error-codes-ignore-next-line misspelled-code because of the old gateway\nvar errCode = "${wrong}"`,
  ],
  ["yaml", `codes:\n  - ${wrong} # error-codes-ignore-line`],
  ["properties", `# error-codes-ignore-next-line\nerrorCode=${wrong}`],
  ["xml", `<!-- error-codes-ignore-next-line --><a/>\n<ErrorCode>${wrong}</ErrorCode>`],
  [
    "typescript",
    `// error-codes-ignore-next-line Other.* -- one\n// error-codes-ignore-next-line AuthFailure.* -- two\nif (err.code === "${wrong}") {}`,
  ],
  ["ruby", `# error-codes-ignore-next-line\r\nraise x if e.code == "${wrong}"\r\n`],
];

const ineffective: [how: string, text: string][] = [
  ["on another line", `// error-codes-ignore-next-line\n\nif (err.code === "${wrong}") {}`],
  ["for another code", `// error-codes-ignore-next-line Throttling.*\nif (err.code === "${wrong}") {}`],
  ["for another rule", `// error-codes-ignore-next-line unused-ignore\nif (err.code === "${wrong}") {}`],
  ["in a string", `log("// error-codes-ignore-file"); if (err.code === "${wrong}") {}`],
  ["outside a comment", `error-codes-ignore-file\nif (err.code === "${wrong}") {}`],
];

describe("an ignore comment", () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  for (const [languageId, text] of ignored) {
    it(`ignores findings in ${languageId}: ${text.split(/\r?\n/).find((line) => line.includes("ignore"))}`, async () => {
      const open = await client.open(languageId, text);
      const all = await found(open);
      assert.deepEqual(
        all.filter((one) => !one.startsWith("unused-ignore")),
        [],
      );
      assert.equal(all.length, text.includes("Other") ? 1 : 0);
    });
  }

  for (const [how, text] of ineffective) {
    it(`has no effect ${how}`, async () => {
      const open = await client.open("typescript", text);
      assert.ok((await found(open)).includes(`misspelled-code ${wrong}`));
    });
  }

  it("is reported if it ignores nothing, name by name", async () => {
    const text = `// error-codes-ignore-next-line AuthFailure.*, Other.Code -- why\nif (err.code === "${wrong}") {}\n// error-codes-ignore-line\n`;
    const open = await client.open("typescript", text);
    const all = await open.diagnose();
    assert.deepEqual(
      all.map(({ code, severity, range, tags }) => [code, severity, tags, open.document.getText(range)]),
      [
        ["unused-ignore", 4, [1], "Other.Code"],
        ["unused-ignore", 4, [1], "error-codes-ignore-line"],
      ],
    );
  });
});
