import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cp, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newFolder } from "./harness/folder.ts";
import { RawClient } from "./harness/raw-client.ts";

const right = "AuthFailure.SignatureExpire";
const wrong = "AuthFailure.SignatureExipre";
const compared = (code: string) =>
  `import * as t from "tencentcloud-sdk-nodejs";\nif (e.code === "${code}") {}\n`;

describe("an installation with damaged files", () => {
  const { at, write } = newFolder();
  let client: RawClient | undefined;
  afterEach(() => client?.stop());
  beforeEach(() => cp(join(import.meta.dirname, "../../dist"), at("dist"), { recursive: true }));

  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [at("dist/cli.js"), ...args], {
      cwd: at("src"),
      encoding: "utf8",
    });
    assert.doesNotMatch(stderr, /^\s+at /m);
    return { status, stdout, stderr };
  };
  const hoverOf = async (languageId: string, text: string) => {
    const uri = `file:///${languageId}/${Math.random()}`;
    client?.open(uri, text, languageId);
    return JSON.stringify((await client?.hover(uri, 1, 20))?.result);
  };
  const shown = () =>
    client?.received.filter(({ method }) => method === "window/showMessage").map(({ params }) => params);

  for (const damage of ["cut", "replaced by text"])
    it(`checks other languages if a grammar is ${damage}, and names it`, async () => {
      const grammar = at("dist/grammars/tree-sitter-typescript.wasm.br");
      if (damage === "cut") await truncate(grammar, 50_000);
      else await writeFile(grammar, "not WebAssembly");
      await write("src/a.ts", compared(wrong));
      await write("src/b.js", compared(wrong));
      const { status, stdout, stderr } = run("check", ".");
      assert.match(stdout, /^b\.js:2:17 warning/m);
      assert.match(stderr, /'tree-sitter-typescript\.wasm' is damaged or missing\. Reinstall error-codes\./);
      assert.equal(status, 2);
      assert.match(run("scan", ".").stdout, new RegExp(wrong));
      client = new RawClient(at("dist/server.js"));
      await client.request("initialize", { processId: null, rootUri: null, capabilities: {} });
      client.send({ method: "initialized", params: {} });
      // A known code of distinctive form is recognised without the grammar, also in other documents that contain it.
      for (const languageId of ["typescript", "javascript"])
        assert.match(await hoverOf(languageId, compared(right)), /The signature has expired/);
      const inMarkdown = "```ts\nif (e.code === 'x') {}\n```\n\n";
      assert.match(await hoverOf("markdown", `x\n- sign \`${right}\`, again\n${inMarkdown}`), /has expired/);
      assert.match(JSON.stringify(shown()), /'tree-sitter-typescript\.wasm' .* is damaged .* Reinstall/);
      assert.equal(shown()?.length, 1);
    }).timeout(60_000);

  it("names a damaged runtime and a damaged catalog", async () => {
    await write("src/a.ts", compared(wrong));
    await truncate(at("dist/grammars/web-tree-sitter.wasm.br"), 1000);
    const { status, stderr } = run("check", ".");
    assert.match(stderr, /'web-tree-sitter\.wasm' is damaged or missing\. Reinstall error-codes\./);
    assert.equal(status, 2);
    await truncate(at("dist/catalog.bin"), 1000);
    for (let index = 0; index < 200; index++) await write(`src/${index}.ts`, compared(wrong));
    for (const args of [["check", "."], ["list"], ["scan", "."], ["scan", ".", "--json"]]) {
      const damaged = run(...args);
      assert.match(
        damaged.stderr,
        /^error-codes: The compiled catalog, catalog\.bin, cannot be read: it has 1000 bytes .* Reinstall .*$/m,
      );
      assert.equal(damaged.status, 2, args.join(" "));
    }
    client = new RawClient(at("dist/server.js"));
    await client.request("initialize", { processId: null, rootUri: null, capabilities: {} });
    client.send({ method: "initialized", params: {} });
    assert.deepEqual((await client.request("errorCodes/catalog", {})).result, []);
    assert.match(JSON.stringify(shown()), /'catalog\.bin' .* is damaged/);
  }).timeout(60_000);
});
