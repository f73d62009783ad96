import assert from "node:assert/strict";
import {
  type CompletionList,
  commands,
  type Disposable,
  languages,
  NotebookCellData,
  NotebookCellKind,
  NotebookData,
  type TextDocument,
  Uri,
  workspace,
} from "vscode";
import { closeAll, eventually, hoversOn, inside, textOf } from "./editor.ts";

const code = "AuthFailure.SignatureExpire";
const text = `import { CvmClient } from "tencentcloud-sdk-nodejs";\nif (err.code === "${code}") {}\n`;
const misspelled = text.replace(code, "AuthFailure.SignatureExpired");

describe("documents that are not files in VS Code", () => {
  const provided: Disposable[] = [];
  afterEach(async () => {
    for (const one of provided.splice(0)) one.dispose();
    await closeAll();
  });

  /** Opens a document whose URI scheme is not `file`, like a remote or versioned file. */
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
    return textOf(...(await hoversOn(document, word)));
  }

  async function checkFeatures(document: TextDocument): Promise<void> {
    const hover = await eventually("a hover", async () => (await hoverIn(document, code)) || undefined);
    assert.match(hover, /Tencent Cloud/);
    const { items } = await commands.executeCommand<CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      inside(document, code),
    );
    assert.ok(items.some(({ label }) => (typeof label === "string" ? label : label.label) === code));
  }

  it("have hovers and completions in a virtual file system", async () => {
    await checkFeatures(await virtual("vscode-vfs://github/acme/shop/src/a.ts", text));
  });

  it("have hovers in a cell of a notebook", async () => {
    const cell = new NotebookCellData(NotebookCellKind.Code, `if e.code == "${code}":\n    pass`, "python");
    const notebook = await workspace.openNotebookDocument("jupyter-notebook", new NotebookData([cell]));
    const { document } = notebook.cellAt(0);
    assert.equal(document.uri.scheme, "vscode-notebook-cell");
    await commands.executeCommand("vscode.openWith", notebook.uri, "jupyter-notebook");
    const hover = await eventually("a hover", async () => (await hoverIn(document, code)) || undefined);
    assert.match(hover, /Tencent Cloud/);
    // Closing all editors would ask whether to save the notebook.
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  it("have neither hovers nor diagnostics on the old side of a comparison, which would list problems twice", async () => {
    const folder = workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const file = await workspace.openTextDocument({ language: "typescript", content: misspelled });
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
