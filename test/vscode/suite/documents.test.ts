import assert from "node:assert/strict";
import {
  type CompletionList,
  commands,
  type Disposable,
  type Hover,
  languages,
  NotebookCellData,
  NotebookCellKind,
  NotebookData,
  type TextDocument,
  Uri,
  workspace,
} from "vscode";
import { closeAll, eventually, inside } from "./editor.ts";

const code = "AuthFailure.SignatureExpire";
const text = `import { CvmClient } from "tencentcloud-sdk-nodejs";\nif (err.code === "${code}") {}\n`;
const slip = text.replace(code, "AuthFailure.SignatureExpired");

describe("documents that are no files, in VS Code", () => {
  const provided: Disposable[] = [];
  afterEach(async () => {
    for (const one of provided.splice(0)) one.dispose();
    await closeAll();
  });

  /** A document of a scheme that is not on the disk, as remote and versioned files are. */
  async function virtual(address: string, content: string): Promise<TextDocument> {
    const uri = Uri.parse(address);
    provided.push(
      workspace.registerTextDocumentContentProvider(uri.scheme, {
        provideTextDocumentContent: () => content,
      }),
    );
    return languages.setTextDocumentLanguage(await workspace.openTextDocument(uri), "typescript");
  }

  async function hoverIn(document: TextDocument, word: string): Promise<string> {
    const hovers = await commands.executeCommand<Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      inside(document, word),
    );
    return hovers
      .flatMap(({ contents }) => contents.map((one) => (typeof one === "string" ? one : one.value)))
      .join("\n");
  }

  async function isServed(document: TextDocument): Promise<void> {
    const said = await eventually("a hover", async () => (await hoverIn(document, code)) || undefined);
    assert.match(said, /Tencent Cloud/);
    const { items } = await commands.executeCommand<CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      inside(document, code),
    );
    assert.ok(items.some(({ label }) => (typeof label === "string" ? label : label.label) === code));
  }

  it("are explained and completed: a file of a virtual file system", async () => {
    await isServed(await virtual("vscode-vfs://github/acme/shop/src/a.ts", text));
  });

  it("are explained and completed: a cell of a notebook", async () => {
    const cell = new NotebookCellData(NotebookCellKind.Code, `if e.code == "${code}":\n    pass`, "python");
    const notebook = await workspace.openNotebookDocument("jupyter-notebook", new NotebookData([cell]));
    const { document } = notebook.cellAt(0);
    assert.equal(document.uri.scheme, "vscode-notebook-cell");
    await commands.executeCommand("vscode.openWith", notebook.uri, "jupyter-notebook");
    const said = await eventually("a hover", async () => (await hoverIn(document, code)) || undefined);
    assert.match(said, /Tencent Cloud/);
    // Closing all would ask whether it should be saved.
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  it("are left alone where a problem would be listed twice: the old side of a comparison", async () => {
    const folder = workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const file = await workspace.openTextDocument({ language: "typescript", content: slip });
    await eventually(
      "a problem in the file",
      () => languages.getDiagnostics(file.uri).length > 0 || undefined,
    );
    const old = await virtual(
      Uri.joinPath(folder.uri, "a.ts").with({ scheme: "git", query: "{}" }).toString(),
      text,
    );
    assert.equal(await hoverIn(old, code), "");
    assert.deepEqual(languages.getDiagnostics(old.uri), []);
  });
});
