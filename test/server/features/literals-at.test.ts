import assert from "node:assert/strict";
import { type LiteralsResult, literalsRequest } from "../../../server/protocol/index.ts";
import { Project } from "../harness/test-project.ts";

describe("literals at positions", () => {
  let project: Project;
  afterEach(() => project.end());

  it("are words in strings, even unfinished ones, but not sentences", async () => {
    project = await Project.of({});
    const text = [
      'const 说明 = "😀"; if (err.code === "AuthFailure.SignatureExpire") {}',
      'throw new Error("It is a sentence");',
      'if (err.code === "") {}',
      'if (err.code === "Auth',
    ].join("\n");
    const open = await project.open("a.ts", "typescript", text);
    const at = (needle: string) => open.document.positionAt(text.indexOf(needle) + needle.length);
    const positions = ["AuthFailure", "It is", '\nif (err.code === "', "", "const"].map(at);
    positions[3] = open.document.positionAt(text.length);
    const found = await project.client.connection.sendRequest<LiteralsResult>(literalsRequest, {
      uri: open.document.uri,
      positions,
    });
    assert.deepEqual(
      found.map((one) => one && [one.text, open.document.getText(one.range), one.items[0]?.service]),
      [
        ["AuthFailure.SignatureExpire", "AuthFailure.SignatureExpire", "common"],
        null,
        ["", "", undefined],
        ["Auth", "Auth", undefined],
        null,
      ],
    );
  });
});
