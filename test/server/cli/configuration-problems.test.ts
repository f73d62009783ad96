import assert from "node:assert/strict";
import { newFolder } from "../harness/folder.ts";

describe("problems of the configuration and its catalogs on the command line", function () {
  this.timeout(60_000);
  const { run, write } = newFolder();
  const catalog = (entries: string) => `version: 1\nprovider: acme\nentries:\n${entries}`;
  const configure = (folder = ".") =>
    write(`${folder}/.error-codes.yaml`, "catalogs: [{ path: acme.yaml, provider: acme }]\n");
  const faulty = "  - { code: Acme.Gone, concept: resource-not-fund }\n";
  const line =
    "acme.yaml:4:33: There is no concept 'resource-not-fund'. Did you mean 'resource-not-found'?\n";

  for (const args of [
    ["list", "--provider", "acme"],
    ["lookup", "Acme.Gone"],
    ["explain", "Acme.Gone"],
    ["scan", "."],
  ])
    it(`are told by ${args[0]}, on standard error alone`, async () => {
      await configure();
      await write("acme.yaml", catalog(faulty));
      await write("a.ts", 'if (err.code === "Acme.Gone") {}\n');
      const { status, stdout, stderr } = run(args);
      // Beside them, a list says there how long it is.
      const count = args[0] === "list" ? "1 result.\n" : "";
      assert.deepEqual([status, stderr], [0, line + count]);
      assert.match(stdout, /Acme\.Gone/);
      assert.match(run([...args, "--lang", "zh-CN"]).stderr, /^acme\.yaml:4:33: 没有概念/);
    });

  it("are told of each folder that is scanned", async () => {
    for (const folder of ["one", "two"]) {
      await configure(folder);
      await write(`${folder}/acme.yaml`, catalog(faulty));
      await write(`${folder}/a.ts`, "");
    }
    assert.equal(run(["scan", "one", "two"]).stderr, `one/${line}two/${line}`);
  });

  it("are counted where there are many", async () => {
    await configure();
    const entries = Array.from({ length: 9 }, (_, index) => faulty.replace("Gone", `Gone${index}`)).join("");
    await write("acme.yaml", catalog(entries));
    const lines = run(["list", "--provider", "acme"]).stderr.trim().split("\n");
    assert.equal(lines.length, 7);
    assert.equal(lines[5], "4 more like these; 'error-codes check' lists them all.");
  });
});
