import assert from "node:assert/strict";
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver/node";
import { Project } from "../harness/test-project.ts";

const table = (code: string) =>
  `# Error codes\n\n| Error code | HTTP status | Description |\n|---|---|---|\n| ${code} | 409 | It is closed. |\n`;
const configuration = (path: string) => `catalogs:\n  - path: ${path}\n    provider: acme\n`;

const files = {
  ".error-codes.yaml": configuration("[errors.md, docs/more.md]"),
  "errors.md": table("Acme.OrderClosed"),
  "docs/own/more.md": table("Acme.ItemClosed"),
  "src/a.ts": 'if (err.code === "Acme.OrderClosed") {}\n',
};

describe("moving a catalog or a configuration", () => {
  let project: Project;
  before(async () => {
    const capabilities = {
      textDocument: { diagnostic: {} },
      workspace: { workspaceEdit: { documentChanges: true } },
    };
    project = await Project.of(files, { capabilities });
  });
  after(() => project.end());

  const configure = (path: string) => project.change({ ".error-codes.yaml": configuration(path) });

  /** Returns the edits of the configuration as `line:character text`. */
  const moved = async (from: string, to: string) => {
    const renames = [{ oldUri: project.uri(from), newUri: project.uri(to) }];
    const { connection } = project.client;
    const edit = await connection.sendRequest<WorkspaceEdit | null>("workspace/willRenameFiles", {
      files: renames,
    });
    return ((edit?.documentChanges ?? []) as TextDocumentEdit[]).flatMap(({ textDocument, edits }) => {
      assert.equal(textDocument.uri, project.uri(".error-codes.yaml"));
      return (edits as TextEdit[]).map(
        ({ range: { start }, newText }) => `${start.line}:${start.character} ${newText}`,
      );
    });
  };

  it("changes the path of a file, or that to its folder", async () => {
    assert.deepEqual(await moved("errors.md", "docs/error codes.md"), ["1:11 docs/error codes.md"]);
    assert.deepEqual(await moved("src/a.ts", "src/z.ts"), []);
    await configure("src/docs/*.md");
    assert.deepEqual(await moved("src", "lib"), ["1:10 lib/docs/*.md"]);
  });

  it("changes the paths of a configuration that is moved without its catalogs", async () => {
    await configure("src/docs/*.md");
    assert.deepEqual(await moved(".error-codes.yaml", "src/docs/.error-codes.yaml"), ['1:10 "*.md"']);
    assert.deepEqual(await moved(".error-codes.yaml", "lib/.error-codes.yaml"), ["1:10 ../src/docs/*.md"]);
    assert.deepEqual(await moved("", "../elsewhere"), []);
  });

  it("keeps what is moved out of its glob", async () => {
    await configure("docs/**/*.md");
    assert.deepEqual(await moved("docs/own/more.md", "docs/more.md"), []);
    assert.deepEqual(await moved("docs/own/more.md", "other/more.md"), [
      "1:10 [docs/**/*.md, other/more.md]",
    ]);
    assert.deepEqual(await moved("docs/own", "other"), ["1:10 [docs/**/*.md, other/**/*.md]"]);
    // What is none of the catalogs is not followed.
    assert.deepEqual(await moved("docs/own/more.txt", "other/more.txt"), []);
    await configure('["docs/{own,team}/*.md", errors.md]');
    assert.deepEqual(await moved("docs/own/more.md", "more.md"), ['1:11 "docs/{own,team}/*.md", "more.md"']);
    await configure("docs/{own,team}/*.md");
    assert.deepEqual(await moved("docs/own", "more"), ['1:10 ["docs/{own,team}/*.md", more/more.md]']);
    await configure("\n      - docs/*/more.md\n      - errors.md");
    assert.deepEqual(await moved("docs/own/more.md", "more.md"), ["2:8 docs/*/more.md\n      - more.md"]);
  });
});
