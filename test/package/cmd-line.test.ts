import assert from "node:assert/strict";
import { execSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cmdLine } from "../vscode/processes.ts";

describe("a command for cmd.exe", () => {
  it("has its arguments quoted, and what cmd.exe would act on escaped", () => {
    assert.equal(
      cmdLine("code", ["--folder=C:\\My Files\\", "R&D 100%"]),
      'code ^"--folder=C:\\My^ Files\\\\^" ^"R^&D^ 100^%^"',
    );
  });

  it("gives a .cmd file its arguments as they are", async function () {
    if (process.platform !== "win32") this.skip();
    const folder = await mkdtemp(join(tmpdir(), "error-codes-cmd-line-"));
    try {
      const program = "console.log(JSON.stringify(process.argv.slice(1)))";
      await writeFile(join(folder, "code.cmd"), `@"${process.execPath}" -e "${program}" -- %*\r\n`);
      const args = ["C:\\My Files\\", "R&D (1)", "100%", "%PATH%", "a^b!", 'say "hi"', ""];
      const output = execSync(cmdLine("code", args), { cwd: folder, encoding: "utf8" });
      assert.deepEqual(JSON.parse(output), args);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
