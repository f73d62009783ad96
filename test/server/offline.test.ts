import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { explainRequest, type SearchResult, searchRequest } from "../../server/protocol/index.ts";
import { Client } from "./harness/client.ts";

const root = join(import.meta.dirname, "../..");
const guard = join(import.meta.dirname, "offline.cjs");

describe("network access", () => {
  it("does not occur while the server handles requests", async () => {
    const client = await Client.start({ nodeOptions: ["--require", guard], folder: join(root, "examples") });
    const text = 'import "tencentcloud-sdk-nodejs";\nif (err.code === "AuthFailure.Token|Failure") {}\n';
    const open = await client.open("typescript", text);
    assert.match((await open.hoverTexts())?.text ?? "", /Tencent Cloud/);
    assert.ok((await open.complete()).length > 0);
    assert.deepEqual(await open.diagnose(), []);
    await open.actions();
    const { connection } = client;
    const found = await connection.sendRequest<SearchResult>(searchRequest, {
      query: "https://example.com 403",
    });
    assert.ok(Array.isArray(found));
    await connection.sendRequest(explainRequest, { text: '{"Error":{"Code":"AuthFailure.TokenFailure"}}' });
    // A server that the guard has terminated could not answer this.
    await client.stop();
  });

  it("would be terminated by the guard", () => {
    for (const attempt of [
      'fetch("http://127.0.0.1:9/")',
      'require("node:http").get("http://127.0.0.1:9/")',
      'require("node:net").connect(9)',
      'require("node:dns").lookup("localhost", () => {})',
      'require("node:net").createServer().listen(0)',
    ])
      assert.equal(spawnSync(process.execPath, ["--require", guard, "-e", attempt]).status, 99, attempt);
  });

  it("is not referenced in the source files", async () => {
    const files = globSync("{catalog,client,server}/**/*.ts", { cwd: root });
    assert.ok(files.length > 100);
    const means =
      /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b\s*\(|(?:from |import\(|require\()"(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/promises)?"/;
    for (const file of files) assert.doesNotMatch(await readFile(join(root, file), "utf8"), means, file);
  });
});
