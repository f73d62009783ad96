import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { Client } from "./harness/client.ts";
import { newFolder } from "./harness/folder.ts";

const goFile = `package p

func f(code string) bool { return code == "AuthFailure.|SignatureExpire" }
`;

describe("what the language server loads", () => {
  const { at, write } = newFolder();
  let client: Client | undefined;
  afterEach(() => client?.kill());

  /** Starts a server, and returns a function that returns the names of the files that it has loaded since, or read. */
  const start = async (folder?: string) => {
    await write("loaded.txt", "");
    await write(
      "log.cjs",
      `const { appendFileSync, promises } = require("node:fs");
      const Module = require("node:module");
      const log = (path) => appendFileSync(${JSON.stringify(at("loaded.txt"))}, path + "\\n");
      const { _load } = Module;
      Module._load = function (path, ...rest) { log(path); return _load.call(this, path, ...rest); };
      const { readFile } = promises;
      promises.readFile = (path, ...rest) => { log(String(path)); return readFile(path, ...rest); };`,
    );
    client = await Client.start({
      nodeOptions: ["--require", at("log.cjs")],
      ...(folder ? { folder } : {}),
    });
    return async (pattern: RegExp) => {
      const lines = (await readFile(at("loaded.txt"), "utf8")).split("\n");
      return lines.filter((line) => pattern.test(line)).map((line) => line.replace(/^.*[\\/]/, ""));
    };
  };
  const ours = /libraries|grammars/;

  it("is no grammar, and no reader of YAML, Markdown, HTML or XML, until something needs it", async () => {
    const loaded = await start();
    assert.ok((await loaded(/language-server/)).length > 0);
    assert.deepEqual(await loaded(ours), []);
    const document = await client?.open("go", goFile);
    assert.match(JSON.stringify(await document?.hover()), /signature has expired/i);
    assert.deepEqual((await loaded(ours)).toSorted(), [
      "go.query.br",
      "tree-sitter-go.wasm.br",
      "web-tree-sitter.cjs",
      "web-tree-sitter.wasm.br",
    ]);
  });

  it("is what a configuration needs where there is one", async () => {
    await write(".error-codes.yaml", "version: 1\ncatalogs: [{ path: errors.md, provider: acme }]\n");
    await write("errors.md", "# Errors\n\n| Code | Meaning |\n|---|---|\n| Paper.Out | No paper. |\n");
    const loaded = await start(at("."));
    const text = goFile.replace("AuthFailure.|SignatureExpire", "Paper.|Out");
    const document = await client?.open("go", text, pathToFileURL(at("a.go")).href);
    assert.match(JSON.stringify(await document?.hover()), /Paper/);
    assert.deepEqual((await loaded(/libraries/)).toSorted(), ["lezer-markdown.js", "yaml.js"]);
  });
});
