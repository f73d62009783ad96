import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { checkFolder, compared, right, wrong } from "./check-folder.ts";

describe("check: exit code", () => {
  const { at, check, write } = checkFolder();

  const cases: [args: string[], status: number][] = [
    [[], 1],
    [["--max-warnings", "1"], 1],
    [["--max-warnings", "2"], 0],
    [["--max-warnings", "2", "--rule", "misspelled-code=error"], 1],
    [["--rule", "misspelled-code=hint"], 0],
    [["--rule", "misspelled-code=information"], 0],
    [["--rule", "misspelled-code=error", "--rule", "misspelled-code=off"], 0],
  ];
  for (const [args, status] of cases) {
    it(`is ${status} for two warnings with ${args.join(" ") || "no flags"}`, async () => {
      await write("a.ts", compared(wrong) + compared(wrong));
      assert.equal(check(["a.ts", ...args]).status, status);
    });
  }

  const misused: [what: string, args: string[], said: RegExp][] = [
    ["a path that is not there", ["no/such"], /Cannot read 'no\/such'/],
    ["a glob that matches nothing", ["a.ts", "src/**/*.go"], /'src\/\*\*\/\*\.go' matches no file/],
    ["an unknown rule", ["a.ts", "--rule", "misspeled-code=off"], /Did you mean 'misspelled-code'/],
    ["an unknown severity", ["a.ts", "--rule", "misspelled-code=err"], /Did you mean 'error'/],
    ["half a rule", ["a.ts", "--rule", "misspelled-code"], /rule=severity/],
    ["a number that is none", ["a.ts", "--max-warnings", "-1"], /whole number from 0/],
    ["an unknown format", ["a.ts", "--format", "xml"], /pretty, json, sarif, github, junit/],
    ["two formats", ["a.ts", "--json", "--format", "sarif"], /exclude each other/],
    ["a baseline that is not there", ["a.ts", "--baseline", "b.json"], /--update-baseline makes it/],
    ["a baseline that is none", ["a.ts", "--baseline", "a.ts"], /it is no JSON/],
    ["a baseline to write without a name", ["a.ts", "--update-baseline"], /--baseline FILE/],
    ["standard input without a name", ["-"], /--stdin-path is missing/],
    ["a name without standard input", ["a.ts", "--stdin-path", "a.ts"], /give '-'/],
    ["standard input to be mended", ["-", "--stdin-path", "a.ts", "--fix"], /standard input is none/],
    ["a folder that git does not know", ["a.ts", "--since", "HEAD"], /is in none/],
  ];
  for (const [what, args, said] of misused) {
    it(`is 2 with one sentence at ${what}`, async () => {
      await write("a.ts", compared(right));
      const { status, stdout, stderr } = check(args);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, said);
      assert.equal(stderr.trim().split("\n").length, 1, stderr);
    });
  }

  it("is 2 where a file cannot be read", async function () {
    if (process.platform === "win32") this.skip();
    const socket = createServer().listen(at("a.ts"));
    await once(socket, "listening");
    const { status, stderr } = check(["a.ts"]);
    socket.close();
    assert.equal(status, 2);
    assert.match(stderr, /^Cannot read 'a\.ts': .*\.\n$/);
  });
});
