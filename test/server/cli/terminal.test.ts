import assert from "node:assert/strict";
import { newFolder } from "../harness/folder.ts";

const esc = "\u001b[2J\u009b31m\u202e\u200b\u2028\u0007\r";
const catalog = JSON.stringify({
  version: 1,
  provider: { id: "acme", name: `Acme${esc}` },
  name: `Name${esc}`,
  entries: [
    {
      code: `Acme.Bad${esc}`,
      summary: `Summary${esc}`,
      messages: [`Message${esc}`],
      cause: `Cause${esc}`,
      fix: `Fix${esc}`,
      kind: "internal",
      deprecated: { use: `Acme.Use${esc}` },
    },
    { code: "Acme.Gone", deprecated: { use: `Acme.Use${esc}` } },
    { code: "Acme.Older", deprecated: { use: "Acme.New" } },
    { code: "Acme.New" },
  ],
});
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u2028\u202e]/;

describe("texts of others in the terminal", function () {
  this.timeout(120_000);
  const { run, write } = newFolder();
  beforeEach(async () => {
    await write("acme.json", catalog);
    await write(
      ".error-codes.json",
      JSON.stringify({
        providers: ["acme"],
        catalogs: [{ path: "acme.json" }],
        rules: { "deprecated-code": "warning", "code-in-message": "warning" },
      }),
    );
    await write(
      `sub/a${esc.replaceAll("\u0007", "")}.ts`,
      'if (err.code === "Acme.Older") {}\nif (err.code === "Acme.Gone") {}\n',
    );
    await write(`sub/b${esc}.ts`, "\0");
    await write(
      "response.txt",
      JSON.stringify({ Code: "Acme.Gone", Message: `What${esc}`, RequestId: `r${esc}` }),
    );
  });

  const commands: [string, number, ...string[]][] = [
    ["list", 0, "list", "--provider", "acme"],
    ["list as JSON", 0, "list", "--provider", "acme", "--json"],
    ["lookup", 0, "lookup", "Acme.Bad"],
    ["lookup of nothing", 1, "lookup", `xqzvwkj${esc}`],
    ["explain", 0, "explain", "Acme.Gone", `Acme.Bad${esc}`],
    ["explain of a response", 0, "explain", "response.txt"],
    ["an unknown option", 2, "check", `--${esc}`],
    ["an unknown command", 2, `nothing${esc}`],
    ["an unknown format", 2, "check", ".", "--format", `x${esc}`],
    ["explain of nothing", 1, "explain", `Acme.Nothing${esc}`],
    ["explain as JSON", 0, "explain", "response.txt", "--json"],
    ["check", 1, "check", ".", "--verbose", "--hints"],
    ["check --fix", 1, "check", ".", "--fix"],
    ["check of no file", 2, "check", `nothing${esc}`],
    ["scan", 0, "scan", ".", "--verbose"],
    ["scan as JSON", 0, "scan", ".", "--json"],
    ...["json", "sarif", "github", "junit"].map((format): [string, number, ...string[]] => [
      `check as ${format}`,
      1,
      "check",
      ".",
      "--format",
      format,
    ]),
  ];
  for (const [name, expected, ...args] of commands) {
    it(`have no characters that could manipulate it: ${name}`, () => {
      const { status, stdout, stderr } = run(args);
      assert.equal(status, expected, stderr);
      assert.doesNotMatch(stdout + stderr, unsafe);
    });
  }

  it("are the same in JSON once it is parsed", () => {
    const [entry] = run(["explain", `Acme.Bad${esc}`, "--json"]).json();
    assert.equal(entry.code, `Acme.Bad${esc}`);
  });
});
