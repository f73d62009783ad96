import assert from "node:assert/strict";
import { checkFolder, compared, wrong } from "./check-folder.ts";

describe("check: catalogs that are no catalogs", function () {
  this.timeout(60_000);
  const { check, run, write } = checkFolder();
  const broken: Record<string, string> = {
    "quotes within quotes": `${"> ".repeat(20_000)}|A|B|\n`,
    "marks within marks": `<table><tr><td>${"<b>".repeat(50_000)}`,
  };
  for (const [name, text] of Object.entries(broken))
    it(`cost only themselves: ${name}`, async () => {
      await write("a.ts", compared(wrong));
      await write("a.md", text);
      await write(".error-codes.yaml", "catalogs: [{ path: a.md, provider: acme }]\n");
      const { stdout, stderr } = check(["."]);
      assert.match(stdout, new RegExp(wrong));
      assert.doesNotMatch(stdout + stderr, /RangeError|\n {4}at /);
      assert.doesNotMatch(run(["import", "a.md", "--provider", "acme"]).stderr, /RangeError|\n {4}at /);
    });

  it("are read as wide as anyone could have written them", async () => {
    const row = "<tr><td rowspan=60000 colspan=1000>A.B</td></tr>";
    await write("a.ts", compared(wrong));
    await write("a.md", `<table>${row.repeat(300)}</table>\n`);
    await write(".error-codes.yaml", "catalogs: [{ path: a.md, provider: acme }]\n");
    assert.match(check(["."]).stdout, new RegExp(wrong));
  });

  it("have no values in warnings of the library", async () => {
    await write("a.yaml", "? { tok: ghp_SECRET1234567890 }\n: x\n");
    await write(".error-codes.yaml", "catalogs: [{ path: a.yaml, provider: acme }]\n");
    assert.doesNotMatch(check(["."]).stderr, /ghp_SECRET|Warning/);
  });
});
