import assert from "node:assert/strict";
import { CancellationTokenSource } from "vscode-languageserver/node";
import { type UsagesParams, type UsagesResult, usagesRequest } from "../../../server/protocol/index.ts";
import { Project } from "../harness/test-project.ts";

const expired = { provider: "tencent-cloud", service: "common", code: "AuthFailure.SignatureExpire" };

describe("the usages of a code", () => {
  const compare = (code: string) => `import "tencentcloud-sdk-nodejs";\nif (e.code === "${code}") {}\n`;
  let project: Project;
  afterEach(() => project.end());

  async function usages(params: Partial<UsagesParams> = {}): Promise<string[]> {
    const { connection } = project.client;
    const all: UsagesParams = { ...expired, ...params };
    const found = await connection.sendRequest<UsagesResult>(usagesRequest, all);
    assert.equal(found.partial, false);
    return found.usages.map(({ path, line, character, text }) => `${path}:${line}:${character} ${text}`);
  }

  it("include open documents at once, and all files on request", async () => {
    const { code } = expired;
    project = await Project.of({
      "a.ts": compare(code),
      "deep er/b.ts": `// ${code}\n${compare(code)}`,
      "c.ts": compare("AuthFailure.TokenFailure"),
      "node_modules/x/d.ts": compare(code),
      ".gitignore": "node_modules\n",
    });
    assert.deepEqual(await usages(), []);
    const text = `if (e.code === "${code}") {}`;
    assert.deepEqual(await usages({ scan: true }), [`a.ts:1:16 ${text}`, `deep er/b.ts:2:16 ${text}`]);
    // Open documents are searched with their current text.
    await project.open("a.ts", "typescript", `\n\n${compare(code)}`);
    assert.deepEqual(await usages(), [`a.ts:3:16 ${text}`]);
    assert.deepEqual(await usages({ scan: true }), [`a.ts:3:16 ${text}`, `deep er/b.ts:2:16 ${text}`]);
  });

  it("do not include another provider's code with the same spelling", async () => {
    project = await Project.of({ "a.ts": `import "@aws-sdk/client-s3";\nif (e.code === "Throttling") {}\n` });
    const common = { service: "common", code: "Throttling", scan: true };
    assert.deepEqual(await usages({ ...common, provider: "alibaba-cloud" }), []);
    assert.equal((await usages({ ...common, provider: "aws" })).length, 1);
  });

  it("include the code as the provider's SDK spells it", async () => {
    project = await Project.of({
      "a.go": `package a\nfunc f() bool { return e.Code == "Request.Timed.Out" }\n`,
    });
    const key = { provider: "zenlayer-cloud", service: "common", code: "REQUEST_TIMED_OUT", scan: true };
    assert.equal((await usages(key)).length, 1);
  });

  it("are partial if the search is cancelled", async () => {
    const files = Array.from({ length: 300 }, (_, index) => [`${index}.ts`, compare(expired.code)]);
    project = await Project.of(Object.fromEntries(files));
    const stop = new CancellationTokenSource();
    const { connection } = project.client;
    const params: UsagesParams = { ...expired, scan: true };
    const pending = connection.sendRequest<UsagesResult>(usagesRequest, params, stop.token);
    stop.cancel();
    const { usages, partial } = await pending;
    assert.equal(partial, true);
    assert.ok(usages.length < files.length);
  });
});
