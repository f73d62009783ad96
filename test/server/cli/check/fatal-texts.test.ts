import assert from "node:assert/strict";
import { fatalTexts } from "../../harness/fatal-texts.ts";
import { checkFolder, compared, wrong } from "./check-folder.ts";

describe("check: texts that end a parser", () => {
  const { check, run, write } = checkFolder();
  const line = "# code AuthFailure.SignatureExpire\n";

  it("names them and checks all other files", async () => {
    for (const [path, { text }] of Object.entries(fatalTexts)) await write(path, `${text}\n${line}`);
    await write("z.ts", compared(wrong));
    const { status, stderr, stdout } = check([".", "--json"]);
    assert.equal(status, 2);
    assert.match(
      stderr,
      /^error-codes: Cannot read '.*list\.yaml': it is nested too deeply to be parsed\.$/m,
    );
    const found = JSON.parse(stdout) as { path: string; literal: string }[];
    assert.deepEqual(
      found.map(({ literal }) => literal),
      [wrong],
    );
  });

  it("are named by scan, which reads them without a parser", async () => {
    await write("a.yaml", `${"- ".repeat(257)}\n${line}`);
    await write("b.ts", compared(wrong));
    const { status, stderr, stdout } = run(["scan", ".", "--json"]);
    assert.equal(status, 0);
    assert.match(stderr, /^error-codes: Cannot read 'a\.yaml': it is nested too deeply to be parsed\.$/m);
    assert.match(stdout, /"AuthFailure\.SignatureExpire"/);
    assert.match(stdout, /"AuthFailure\.SignatureExipre"/);
  });
});
