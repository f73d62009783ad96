import assert from "node:assert/strict";
import type { Location } from "vscode-languageserver/node";
import { scanRequest } from "../../../server/protocol/index.ts";
import { Project } from "../harness/test-project.ts";

describe("references", () => {
  let project: Project;
  afterEach(() => project.end());

  const userCatalog =
    "version: 1\nprovider: acme\nentries:\n  - code: Acme.Broken\n    summary: { en: Broken }\n";
  const start = async () => {
    project = await Project.of({
      "src/a.ts": 'if (err.code === "AuthFailure.SignatureExpire") {}\n',
      "src/b.py": 'if e.code == "AuthFailure.SignatureExpire":\n    pass\n',
      ".error-codes.yaml": "catalogs:\n  - path: own.yaml\n",
      "own.yaml": userCatalog,
      "src/own.ts": 'if (err.code === "Acme.Broken") {}\n',
    });
  };
  const references = async (path: string, text: string, includeDeclaration = true) => {
    const open = await project.open(path, "typescript", text);
    const found = await project.client.connection.sendRequest<Location[] | null>("textDocument/references", {
      textDocument: { uri: open.document.uri },
      position: open.cursor,
      context: { includeDeclaration },
    });
    const folder = `${project.uri("").replace(/\/$/, "")}/`;
    return found?.map(
      ({ uri, range }) => `${uri.slice(folder.length)}:${range.start.line}:${range.start.character}`,
    );
  };

  it("include all files, before and after a scan, and open documents with their current text", async () => {
    await start();
    const text = '// moved\nif (err.code === "AuthFailure.|SignatureExpire") {}\n';
    assert.deepEqual(await references("src/a.ts", text), ["src/a.ts:1:18", "src/b.py:0:14"]);
    await project.client.connection.sendRequest(scanRequest, {});
    assert.deepEqual(await references("src/x.ts", text), ["src/a.ts:1:18", "src/x.ts:1:18", "src/b.py:0:14"]);
  });

  it("begin with the row of the user catalog if the declaration is included", async () => {
    await start();
    await project.client.connection.sendRequest(scanRequest, {});
    const text = 'if (err.code === "Acme.|Broken") {}\n';
    assert.deepEqual(await references("src/own.ts", text), ["own.yaml:3:10", "src/own.ts:0:18"]);
    assert.deepEqual(await references("src/own.ts", text, false), ["src/own.ts:0:18"]);
  });

  it("are empty for a string that is not a code", async () => {
    await start();
    assert.equal(await references("src/y.ts", 'say("hello| world");\n'), undefined);
  });
});
