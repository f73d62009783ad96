import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "../harness/client.ts";

const cli = join(import.meta.dirname, "../../../dist/cli.js");

describe("a baseline file", () => {
  let folder: string;
  const check = (...args: string[]) =>
    spawnSync(process.execPath, [cli, "check", ".", "--baseline", "old.json", ...args], {
      cwd: folder,
      encoding: "utf8",
    });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "error-codes-baseline-"));
    await writeFile(join(folder, "a.ts"), 'if (err.code === "AuthFailure.SignatureExpired") {}\n');
    assert.equal(check("--update-baseline").status, 0);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("is not checked even if it is in the checked folder", () => {
    const { status, stdout } = check();
    assert.deepEqual([status, stdout.split("\n")[0]], [0, "No findings in 2 files."]);
  });

  it("is not changed by --fix", async () => {
    check("--fix");
    assert.match(await readFile(join(folder, "a.ts"), "utf8"), /AuthFailure\.SignatureExpire"/);
    assert.match(await readFile(join(folder, "old.json"), "utf8"), /AuthFailure\.SignatureExpired"/);
  });

  it("has no diagnostics in an editor", async () => {
    const client = await Client.start();
    const open = await client.open("json", await readFile(join(folder, "old.json"), "utf8"));
    assert.deepEqual(await open.diagnose(), []);
    await client.stop();
  });
});
