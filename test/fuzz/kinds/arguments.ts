import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { assertPrintable } from "../invariants.ts";
import { type Kind, propertyOf } from "../kind.ts";
import { catalogFile, catalogTable, configuration, responses } from "./samples.ts";

const cli = join(import.meta.dirname, "../../../dist/cli.js");
const files = {
  ".error-codes.yaml": configuration,
  "acme.yaml": catalogFile,
  "errors.md": catalogTable,
  "a.ts": 'if (err.code === "AuthFailure.SignatureExpired") {}\n',
  "\x1b[31mred.ts": 'if (err.code === "Billing.\x1b[31mOverdue") {}\n',
};
const commands = ["check", "scan", "explain", "lookup", "list", "import"];
const words = [
  ...["--json", "--format", "sarif", "github", "pretty", "--hints", "--fix", "--lang", "zh-CN", "both", "-v"],
  ...[
    "--rule",
    "misspelled-code=error",
    "--max-warnings",
    "--baseline",
    "--update-baseline",
    "base.json",
    "--since",
  ],
  ...[
    "HEAD",
    "--stdin-path",
    "--provider",
    "--service",
    "--kind",
    "throttling",
    "--limit",
    "--columns",
    "-o",
  ],
  ...[
    "code=1,status=2",
    "out.yaml",
    "--section",
    "Errors",
    "--descriptions",
    "--name",
    "--help",
    "--version",
    "--",
  ],
  ...["-", ".", ...Object.keys(files), "missing.ts", "missing/", "*.ts", "**", "/dev/null", "{a,b}.ts"],
  ...[
    "aws",
    "acme",
    "Throttling",
    "Billing.Overdu",
    "@tencent",
    "status:4xx",
    "",
    "-1",
    "0",
    "1e9",
    "__proto__",
    "😀",
  ],
  ...["\x1b[31mX", "x".repeat(5000), "a=b=c", "[", "\\"],
];

/** Command lines: they end with one of the documented codes, with sentences rather than stack traces. */
export const commandLines: Kind = {
  name: "arguments",

  async start() {
    const folder = await mkdtemp(join(tmpdir(), "error-codes-fuzz-"));
    const input = fc.record({
      command: fc.constantFrom(...commands),
      more: fc.array(fc.constantFrom(...words), { maxLength: 6 }),
      input: fc.constantFrom("", ...responses, files["a.ts"], "\0\xff"),
    });
    return {
      property: propertyOf(input, async ({ command, more, input }) => {
        for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
        const args = [cli, command, ...more];
        const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", LC_ALL: "en_US.UTF-8" };
        const options = {
          cwd: folder,
          encoding: "utf8",
          input,
          env,
          timeout: 30_000,
          maxBuffer: 2 ** 26,
        } as const;
        const { status, stdout, stderr } = spawnSync(process.execPath, args, options);
        assert.ok([0, 1, 2].includes(status ?? -1), `exit code ${status}: ${stderr}`);
        assert.doesNotMatch(stderr, /\n {4}at /);
        assertPrintable(stderr, "standard error", 20_000);
        assertPrintable(stdout, "standard output", 2 ** 24);
        const isJson = command !== "scan" && command !== "import" && more.includes("--json") && status !== 2;
        if (isJson && !more.includes("--help") && !more.includes("--")) JSON.parse(stdout);
      }),
      stop: () => rm(folder, { recursive: true }),
    };
  },
};
