import assert from "node:assert/strict";
import {
  type LiteralsResult,
  literalsRequest,
  type StatusResult,
  statusRequest,
} from "../../../server/protocol/index.ts";
import type { OpenDocument } from "../harness/open-document.ts";
import { Project } from "../harness/test-project.ts";

const known =
  'import { CvmClient } from "tencentcloud-sdk-nodejs";\nif (err.code === "AuthFailure.Signature|Expire") {}\n';

/** Documents that are not files of the workspace, and whether its configuration applies to them. */
const examples: [what: string, uriIn: (project: Project) => string, isGoverned: boolean][] = [
  ["an unsaved document", () => "untitled:Untitled-1", false],
  [
    "an unsaved document with a name in the folder",
    (project) => project.uri("new.ts").replace("file:", "untitled:"),
    false,
  ],
  [
    "a cell of a notebook",
    (project) => `${project.uri("n.ipynb").replace("file:", "vscode-notebook-cell:")}#W0sZmlsZQ%3D%3D`,
    true,
  ],
  ["a file of a virtual file system", () => "vscode-vfs://github/acme/shop/src/a.ts", false],
  ["one side of a diff", (project) => `${project.uri("a.ts").replace("file:", "git:")}?%7B%7D`, false],
  ["a file of an archive", () => "zip:/a.zip/src/a.ts", false],
];

describe("documents that are not files of the workspace", () => {
  let project: Project;
  before(async () => {
    project = await Project.of({ ".error-codes.yaml": "rules: { misspelled-code: error }\n" });
  });
  after(() => project.end());

  const ask = <T>(method: string, params: object) => project.client.connection.sendRequest<T>(method, params);
  const languageOf = (uri: string) => (uri.includes("ipynb") ? "javascript" : "typescript");

  for (const [what, uriIn, isGoverned] of examples) {
    it(`are explained, completed and checked: ${what}`, async () => {
      const uri = uriIn(project);
      const open: OpenDocument = await project.client.open(languageOf(uri), known, uri);
      assert.match(
        (await open.hoverTexts())?.text ?? "",
        /^`AuthFailure\.SignatureExpire`\n\n\*\*Tencent Cloud\*\*/,
      );
      const labels = (await open.complete()).map(({ label }) => label);
      assert.ok(labels.includes("AuthFailure.SignatureExpire"));
      assert.deepEqual(await open.diagnose(), []);
      const status = await ask<StatusResult>(statusRequest, { uri });
      assert.equal(status.configuration === null, !isGoverned);
      const start = open.document.getText().indexOf("Expire");
      const end = start + "Expire".length;
      const range = { start: open.document.positionAt(start), end: open.document.positionAt(end) };
      await open.change([{ range, text: "Expired" }]);
      assert.deepEqual(
        (await open.diagnose()).map(({ code, severity }) => [code, severity]),
        [["misspelled-code", isGoverned ? 1 : 2]],
      );
      assert.ok((await open.actions()).some(({ title }) => title.includes("AuthFailure.SignatureExpire")));
      await open.close();
    });
  }

  it("yield no results if they are not open", async () => {
    const uri = project.uri("a.ts").replace("file:", "git:");
    const position = { line: 1, character: 30 };
    assert.equal(await ask("textDocument/hover", { textDocument: { uri }, position }), null);
    assert.equal(await ask("textDocument/completion", { textDocument: { uri }, position }), null);
    assert.equal(await ask("textDocument/definition", { textDocument: { uri }, position }), null);
    assert.equal(await ask(statusRequest, { uri }), null);
    assert.deepEqual(await ask<LiteralsResult>(literalsRequest, { uri, positions: [position] }), [null]);
  });
});
