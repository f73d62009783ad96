import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { vendoredNames } from "../../../../server/configuration/vendored.ts";
import { checkFolder, compared, right, wrong } from "./check-folder.ts";

describe("check and scan: folders that hold the code of others", () => {
  const { at, check, literals, read, run, write } = checkFolder();
  const names = (...args: string[]) => literals(args).map((line) => line.split(" ")[0]);
  const writeAll = async (...paths: string[]) => {
    for (const path of paths) await write(path, compared(wrong));
  };

  it("are passed over by name, at any depth, which is said", async () => {
    await writeAll("a.ts", "Vendor/own.ts", "sub/vendors/own.ts", "vendor.ts");
    for (const name of vendoredNames) await writeAll(`${name}/x.ts`, `sub/${name}/deep/x.ts`);
    assert.deepEqual(names("."), ["Vendor/own.ts", "a.ts", "sub/vendors/own.ts", "vendor.ts"]);
    const count = 2 * vendoredNames.length;
    assert.match(check(["."]).stdout, new RegExp(`${count} folders skipped: ${count} vendored; --verbose`));
    const { stdout, stderr } = run(["scan", "--verbose", "."]);
    assert.match(
      stdout,
      new RegExp(`4 error codes in 4 files[^]*${count} folders skipped: ${count} vendored\\.`),
    );
    assert.match(stderr, /^skipped sub\/Pods: vendored \(ignore\.vendored: false in .* includes it\)$/m);
  });

  it("are listed in the documentation", async () => {
    const text = await readFile(join(import.meta.dirname, "../../../../docs/configuration.md"), "utf8");
    for (const name of vendoredNames) assert.ok(text.includes(`\`${name}\``), name);
  });

  it("are checked if they, or what is in them, are named", async () => {
    await writeAll("vendor/acme/a.ts", "sub/third_party/b.ts", "vendor/acme/vendor/c.ts");
    assert.deepEqual(names("vendor"), ["vendor/acme/a.ts"]);
    assert.deepEqual(names("vendor/acme", "sub/third_party/b.ts"), [
      "vendor/acme/a.ts",
      "sub/third_party/b.ts",
    ]);
    assert.deepEqual(names("*/third_party/*.ts"), ["sub/third_party/b.ts"]);
    assert.deepEqual(names("vendor/**/*.ts"), ["vendor/acme/a.ts"]);
    const inside = check([".", "--json"], { below: "vendor/acme" });
    assert.deepEqual(
      inside.json().map(({ path }) => path),
      ["a.ts"],
    );
    assert.match(run(["scan", "vendor"]).stdout, /1 error code in 1 file/);
  });

  it("are checked where the configuration around them says so", async () => {
    await writeAll("vendor/acme/a.ts", "other/vendor/b.ts");
    await write(".error-codes.yaml", "ignore: { vendored: false }\n");
    await write("other/.error-codes.yaml", "ignore: { vendored: true }\n");
    assert.deepEqual(names("."), ["vendor/acme/a.ts"]);
    assert.match(run(["scan", "."]).stdout, /1 error code in 1 of 3 files/);
    // What they say themselves does not count.
    await write(".error-codes.yaml", "ignore: { vendored: true }\n");
    await write("vendor/.error-codes.yaml", "ignore: { vendored: false }\n");
    assert.deepEqual(names("."), []);
  });

  it("are none in a tree of packages, wherever the check begins", async () => {
    const path = "src/main/java/com/acme/vendor/A.java";
    await write(path, `class A { boolean f() { return "${wrong}".equals(e.getErrorCode()); } }\n`);
    assert.deepEqual(names("."), [path]);
    assert.deepEqual(names("src/main/java/com"), [path]);
  });

  it("do not include a baseline, whose codes are no uses", async () => {
    await write("a.ts", compared(wrong) + compared(right));
    check(["a.ts", "--baseline", "base.json", "--update-baseline"]);
    assert.match(await read("base.json"), new RegExp(wrong));
    assert.match(run(["scan", "."]).stdout, /2 error codes in 1 of 2 files, /);
    assert.deepEqual(names(at("base.json")), []);
  });
});
