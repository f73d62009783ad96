import assert from "node:assert/strict";
import { commands, type Diagnostic, DiagnosticSeverity, languages, type TextDocument } from "vscode";
import { closeAll, eventually, place, showExample } from "./editor.ts";

const wrong = "AuthFailure.SignatureExpired";
const right = "AuthFailure.SignatureExpire";

function diagnosticsOf(document: TextDocument): Diagnostic[] {
  return languages.getDiagnostics(document.uri).filter(({ source }) => source === "error-codes");
}

describe("diagnostics in VS Code", () => {
  afterEach(closeAll);

  it("warns of the misspelled code in the examples, which the quick fix corrects", async () => {
    const editor = await showExample("typescript/tencent-signature.ts");
    const { document } = editor;
    const [diagnostic] = await eventually("a warning", () =>
      diagnosticsOf(document).length > 0 ? diagnosticsOf(document) : undefined,
    );
    assert.ok(diagnostic);
    assert.equal(document.getText(diagnostic.range), wrong);
    assert.equal(diagnostic.severity, DiagnosticSeverity.Warning);
    assert.equal((diagnostic.code as { value: string }).value, "misspelled-code");
    place(editor, diagnostic.range.start);
    await eventually("the fix", async () => {
      await commands.executeCommand("editor.action.autoFix");
      return !document.getText().includes(wrong) || undefined;
    });
    assert.ok(
      document.getText(diagnostic.range.with({ end: diagnostic.range.end.translate(0, -1) })) === right,
    );
    await eventually("no warning", () => diagnosticsOf(document).length === 0 || undefined);
    await commands.executeCommand("workbench.action.files.revert");
  });
});
