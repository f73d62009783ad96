import assert from "node:assert/strict";
import { CompletionItemKind } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { capabilities } from "../fixes/describe-fix.ts";
import { handledInGo as go } from "../harness/calls.ts";
import { Client } from "../harness/client.ts";

describe("a block that handles the failure of a call", () => {
  let client: Client;
  before(async () => {
    client = await Client.start({ capabilities });
  });
  after(() => client.stop());

  /** Returns the titles of the blocks that are offered at the cursor, and the texts after each was accepted. */
  async function blocksIn(languageId: string, marked: string): Promise<Record<string, string>> {
    const open = await client.open(languageId, marked);
    const items = (await open.complete()).filter(({ kind }) => kind === CompletionItemKind.Snippet);
    const after = items.map(({ label, textEdit, additionalTextEdits = [] }): [string, string] => {
      assert.ok(textEdit && "range" in textEdit);
      return [label, TextDocument.applyEdits(open.document, [textEdit, ...additionalTextEdits])];
    });
    return Object.fromEntries(after);
  }

  it("of a certain call has the codes that are worth a retry", async () => {
    const text = go("\t\tha|").replace("failure, ok := err.(*errors.TencentCloudSDKError); ok", "err != nil");
    const blocks = await blocksIn("go", text);
    assert.deepEqual(Object.keys(blocks), [
      "Handle the codes of RunInstances",
      "Test for the retryable codes of RunInstances",
    ]);
    const [handled = "", tested = ""] = Object.values(blocks);
    assert.match(
      handled,
      /\n\t\tvar failure \*errors\.TencentCloudSDKError\n\t\tif stderrors\.As\(err, &failure\) \{\n\t\t\tswitch failure\.Code \{\n\t\t\tcase\s+("[\w.]+",\s+){7}"[\w.]+":\n\t\t\t\t\/\/ a later retry can succeed\n\t\t\t\}\n\t\t\}\n/,
    );
    assert.match(tested, /slices\.Contains\(\[\]string\{\s+"/);
    assert.match(tested, /^import \(\n\tstderrors "errors"\n\t"slices"\n/m);
  });

  const python = (line: string, loop = "") => `from tencentcloud.cvm.v20170312 import cvm_client, models

def start(client: cvm_client.CvmClient):
    ${loop || "if True:"}
        try:
            return client.RunInstances(models.RunInstancesRequest())
        except TencentCloudSDKException as failed:
            ${line}
`;

  it("retries where a loop counts attempts, and imports what it needs", async () => {
    const blocks = await blocksIn("python", python("|", "for attempt in range(1, 6):"));
    const text = blocks["Retry RunInstances with backoff"] ?? "";
    assert.match(text, /^import random\nimport time\nfrom/);
    assert.match(
      text,
      /\n {12}if failed\.get_code\(\) not in \((\n {16}"[\w.]+",){8}\n {12}\) or attempt >= 5:\n {16}raise\n/,
    );
    assert.match(text, /\n {12}time\.sleep\(/);
  });

  it("has the usual codes of the provider where no call is certain", async () => {
    const text = `import com.tencentcloudapi.common.exception.TencentCloudSDKException;
class A {
  void f() {
    try {
      work();
    } catch (TencentCloudSDKException failed) {
      sw|
    }
  }
}
`;
    const blocks = await blocksIn("java", text);
    assert.deepEqual(Object.keys(blocks), [
      "Handle the usual codes of Tencent Cloud",
      "Test for transient codes of Tencent Cloud",
    ]);
    assert.match(
      Object.values(blocks)[0] ?? "",
      /\n {6}switch \(failed\.getErrorCode\(\)\) \{\n( {8}case "[\w.]+":\n)+ {10}\/\/ a later retry can succeed\n {10}break;\n {8}case "[\s\S]*default:\n {10}throw failed;\n {6}\}\n/,
    );
  });

  it("is not offered elsewhere", async () => {
    for (const line of ["x = |", "f(|", "# |"])
      assert.deepEqual(await blocksIn("python", python(line)), {}, line);
    assert.deepEqual(await blocksIn("python", `${python("raise")}\nhandle|`), {});
    const unknown = "try {\n  f();\n} catch (e) {\n  ha|\n}\n";
    assert.deepEqual(await blocksIn("typescript", unknown), {});
  });
});
