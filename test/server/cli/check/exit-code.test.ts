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

  const misuses: [title: string, args: string[], message: RegExp][] = [
    ["a path that does not exist", ["no/such"], /Cannot read 'no\/such'/],
    ["a glob that matches nothing", ["a.ts", "src/**/*.go"], /'src\/\*\*\/\*\.go' matches no file/],
    ["an unknown rule", ["a.ts", "--rule", "misspeled-code=off"], /Did you mean 'misspelled-code'/],
    ["an unknown severity", ["a.ts", "--rule", "misspelled-code=err"], /Did you mean 'error'/],
    ["a rule without a severity", ["a.ts", "--rule", "misspelled-code"], /rule=severity/],
    ["an invalid number", ["a.ts", "--max-warnings", "-1"], /whole number, 0 or greater/],
    ["an unknown format", ["a.ts", "--format", "xml"], /pretty, compact, json, sarif, github, gitlab, junit/],
    ["two formats", ["a.ts", "--json", "--format", "sarif"], /exclude each other/],
    ["a baseline that does not exist", ["a.ts", "--baseline", "b.json"], /--update-baseline creates it/],
    ["an invalid baseline", ["a.ts", "--baseline", "a.ts"], /it is not valid JSON/],
    ["--update-baseline without a file", ["a.ts", "--update-baseline"], /--baseline FILE/],
    ["standard input without a path", ["-"], /--stdin-path is missing/],
    ["a path for standard input without standard input", ["a.ts", "--stdin-path", "a.ts"], /give '-'/],
    [
      "--fix with standard input",
      ["-", "--stdin-path", "a.ts", "--fix"],
      /--fix .* cannot be used with standard input/,
    ],
    ["--since outside a git repository", ["a.ts", "--since", "HEAD"], /is not in one/],
  ];
  for (const [title, args, message] of misuses) {
    it(`is 2 with a one-sentence message for ${title}`, async () => {
      await write("a.ts", compared(right));
      const { status, stdout, stderr } = check(args);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, message);
      assert.equal(stderr.trim().split("\n").length, 1, stderr);
    });
  }

  it("is 2 if a file cannot be read", async function () {
    if (process.platform === "win32") this.skip();
    const socket = createServer().listen(at("a.ts"));
    await once(socket, "listening");
    const { status, stderr } = check(["a.ts"]);
    socket.close();
    assert.equal(status, 2);
    assert.match(stderr, /^error-codes: Cannot read 'a\.ts': .*\.\n$/);
  });
});
