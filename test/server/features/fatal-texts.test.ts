import assert from "node:assert/strict";
import {
  checkCommand,
  type StatusResult,
  statusRequest,
  type WhyResult,
  whyRequest,
} from "../../../server/protocol/index.ts";
import { fatalTexts } from "../harness/fatal-texts.ts";
import type { OpenDocument } from "../harness/open-document.ts";
import { Project } from "../harness/test-project.ts";

const correct = 'if (err.code === "AuthFailure.Signature|Expire") {}\n';
const misspelled = 'if (err.code === "AuthFailure.SignatureExpired") {}\n';

describe("a text that ends a parser", () => {
  let project: Project;
  before(async () => {
    project = await Project.of({ "a.ts": misspelled });
  });
  after(() => project.end());

  const statusOf = ({ document: { uri } }: OpenDocument) =>
    project.client.connection.sendRequest<StatusResult>(statusRequest, { uri });

  for (const [path, { languageId, text }] of Object.entries(fatalTexts)) {
    it(`leaves all other documents as they are: ${path}`, async () => {
      const other = await project.open("other.ts", "typescript", correct);
      assert.ok(await other.hover());
      const open = await project.open(path, languageId, `${text}\n# |AuthFailure.SignatureExpire`);
      await Promise.all([open.hover(), open.diagnose(), open.complete()]);
      assert.ok(await other.hover());
      await open.change([{ text: `${open.text}\n` }]);
      await open.hover();
      // Fixes need the tree of the document, which is lost if the parser failed on another one.
      await other.change([{ text: misspelled }]);
      const diagnostics = await other.diagnose();
      assert.deepEqual(
        diagnostics.map(({ code }) => code),
        ["misspelled-code"],
      );
      assert.ok((await other.fixes(diagnostics)).length > 0);
      await open.close();
      await other.close();
    });
  }

  it("is read without a parser, and its status says so", async () => {
    const text = `${"- ".repeat(257)}a\n# AuthFailure.Signature|Expire`;
    const open = await project.open("a.yaml", "yaml", text);
    assert.match(String((await open.hoverTexts())?.text), /AuthFailure\.SignatureExpire/);
    const status = await statusOf(open);
    assert.deepEqual([status.parsed, status.unreadable], [false, "It is nested too deeply to be parsed."]);
    const why = await project.client.connection.sendRequest<WhyResult>(whyRequest, {
      uri: open.document.uri,
      position: open.cursor,
    });
    assert.match(
      why?.markdown ?? "",
      /✗ The file\n\n- It is nested too deeply to be parsed: only known codes/,
    );
    await open.change([{ text: "code: a" }]);
    assert.deepEqual([(await statusOf(open)).parsed, (await statusOf(open)).unreadable], [true, null]);
    await open.close();
  });

  it("does not keep the workspace from being checked", async () => {
    for (const [path, { text }] of Object.entries(fatalTexts))
      await project.write({ [path]: `${text}\n# code AuthFailure.SignatureExpired` });
    await project.client.connection.sendRequest("workspace/executeCommand", { command: checkCommand });
    const found = project.client.publishedFor(project.uri("a.ts"));
    assert.deepEqual(
      found?.map(({ code }) => code),
      ["misspelled-code"],
    );
    const other = await project.open("other.ts", "typescript", correct);
    assert.ok(await other.hover());
  });
});

describe("a text that takes long to parse", () => {
  let project: Project;
  afterEach(() => project.end());

  const hopeless: [languageId: string, text: string][] = [
    ["shellscript", "a b ".repeat(10_000)],
    ["go", "/* ".repeat(300_000)],
    ["csharp", "<!--".repeat(10_000)],
    ["python", "<!--".repeat(10_000)],
    ["scala", "a:".repeat(20_000)],
    ["kotlin", ">".repeat(40_000)],
  ];
  for (const [languageId, text] of hopeless) {
    it(`does not delay the hover of another document: ${languageId}`, async () => {
      project = await Project.of({});
      const other = await project.open("other.ts", "typescript", correct);
      await other.hover();
      const open = await project.open("a.txt", languageId, text);
      const order: string[] = [];
      await Promise.all([
        open.hover().then(() => order.push("own")),
        other.hover().then((hover) => order.push(hover ? "other" : "none")),
      ]);
      assert.deepEqual(order, ["other", "own"]);
      const status = await project.client.connection.sendRequest<StatusResult>(statusRequest, {
        uri: open.document.uri,
      });
      assert.equal(status.parsed, false);
    });
  }

  it("is searched for known codes meanwhile and afterwards, and its status says so", async () => {
    project = await Project.of({}, { locale: "zh-cn" });
    const open = await project.open(
      "a.py",
      "python",
      `${"<!--".repeat(10_000)} AuthFailure.Signature|Expire`,
    );
    const { uri } = open.document;
    const reasons = new Set<string | null>();
    for (let round = 0; round < 1000 && !reasons.has("解析耗时过长。"); round++) {
      assert.ok(await open.hover());
      const { unreadable } = await project.client.connection.sendRequest<StatusResult>(statusRequest, {
        uri,
      });
      reasons.add(unreadable);
    }
    assert.deepEqual([...reasons], ["仍在解析。", "解析耗时过长。"]);
    await project.client.waitUntil("features ask again", () => project.client.changes > 0);
  });

  it("is parsed again when it has become shorter", async () => {
    project = await Project.of({});
    const open = await project.open("a.sh", "shellscript", "a b ".repeat(10_000));
    await open.hover();
    await open.change([{ text: 'if [ "$code" = "AuthFailure.SignatureExpired" ]; then exit; fi\n' }]);
    assert.deepEqual(
      (await open.diagnose()).map(({ code }) => code),
      ["misspelled-code"],
    );
  });
});
