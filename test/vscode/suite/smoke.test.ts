import { equal, ok } from "node:assert/strict";
import { extensions } from "vscode";

describe("the extension", () => {
  it("is installed and activates", async () => {
    const extension = extensions.getExtension("error-code-intellisense.error-code-intellisense");
    ok(extension, "VS Code does not list the extension");
    await extension.activate();
    equal(extension.isActive, true);
  });
});
