import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Diagnostic } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { languageByPath } from "../../../../server/syntax/languages/index.ts";
import { Client } from "../../harness/client.ts";
import { OpenDocument } from "../../harness/open-document.ts";
import { checkFolder, compared, right, wrong } from "./check-folder.ts";

const root = join(import.meta.dirname, "../../../..");

describe("check and the language server", () => {
  const { at, check, write } = checkFolder();

  /** Returns the server's diagnostics of a file in the form of `check` results. */
  const diagnose = async (client: Client, path: string): Promise<unknown[]> => {
    const languageId = languageByPath(path)?.ids[0];
    if (!languageId) return [];
    const uri = pathToFileURL(path).href;
    const text = await readFile(path, "utf8");
    await client.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version: 1, text },
    });
    const document = TextDocument.create(uri, languageId, 1, text);
    const found = await new OpenDocument(client.connection, document, { line: 0, character: 0 }).diagnose();
    return found.map((diagnostic) => ({ path, ...toResult(diagnostic) }));
  };
  const toResult = ({ range, severity, code, message, relatedInformation = [] }: Diagnostic) => ({
    range,
    severity: severityNames[severity ?? 0],
    rule: code ?? "configuration",
    message,
    related: relatedInformation.map(({ location, message }) => ({ range: location.range, message })),
  });
  const severityNames = ["", "error", "warning", "information", "hint"];
  const assertEqualFindings = async (folder: string, minimum: number) => {
    const checked = check([folder, "--json"])
      .json()
      .map(({ path, range, severity, rule, message, related = [] }) => ({
        path: resolve(at("."), path),
        range,
        severity,
        rule,
        message,
        related,
      }));
    const client = await Client.start();
    const files = globSync("**/*.*", { cwd: folder, exclude: (name) => name === ".git" });
    const served = [];
    for (const file of [...files, ".error-codes.yaml"].filter((path) => languageByPath(path)))
      if (await stat(join(folder, file)).catch(() => undefined))
        served.push(...(await diagnose(client, join(folder, file))));
    await client.stop();
    const sorted = (results: unknown[]) =>
      [...new Set(results.map((result) => JSON.stringify(result)))].sort();
    assert.ok(checked.length >= minimum, JSON.stringify(checked));
    assert.deepEqual(sorted(checked), sorted(served));
  };

  it("report the same findings for the examples", () => assertEqualFindings(join(root, "examples"), 2));

  it("report the same findings for a folder with a configuration and many languages", async () => {
    await write(
      ".error-codes.yaml",
      "rules:\n  parent-compared: warning\n  nonsense: off\nevidence:\n  functions: giveUp\n",
    );
    await write(
      "a.ts",
      `${compared(wrong)}// 签名\r\n${compared("InvalidParameter")}giveUp("${wrong}");\r\n`,
    );
    await write(
      "b.go",
      `package a\n\nfunc g() { x() }\n\nvar list = []string{"ServiceUnavaliable", "${right}", "${right}"}\n\nfunc f() bool { return slices.Contains(list, e.Code) }\n`,
    );
    await write(
      "c.py",
      `# error-codes-ignore-file unknown-code\nif e.code == "${wrong}":  # error-codes-ignore-line\n    pass\n`,
    );
    await write("d.md", `\`\`\`ts\n${compared(wrong)}\`\`\`\n`);
    await write("e/f.yaml", `errorCodes:\n  - ${wrong}\n  - Throttling\n  - Throttling\n`);
    await write(
      "g.java",
      `class A { void f() { switch (e.getErrorCode()) { case "${wrong}": break; case "${right}": case "${right}": } } }\n`,
    );
    await assertEqualFindings(at("."), 9);
  });
});
