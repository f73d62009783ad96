import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { openCatalog } from "../../../../server/workspace/storage/catalog-file.node.ts";

const dist = join(import.meta.dirname, "../../../../dist");

describe("a catalog that is replaced while it is in use", () => {
  it("is read no further, and says so", () => {
    const folder = mkdtempSync(join(tmpdir(), "error-codes-replaced-"));
    try {
      const path = join(folder, "catalog.bin");
      cpSync(join(dist, "catalog.bin"), path);
      const table = openCatalog(path);
      assert.ok(table.providers.length > 0);
      writeFileSync(path, "another");
      assert.ok(table.providers.length > 0);
      assert.throws(() => table.entry(0), /the file has been replaced\. Restart/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("a program with a damaged catalog beside it", () => {
  let folder: string;
  let file: Uint8Array;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "error-codes-damaged-"));
    for (const name of ["cli.js", "command-line.js", "libraries"])
      cpSync(join(dist, name), join(folder, name), { recursive: true });
    file = readFileSync(join(dist, "catalog.bin"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const lookUp = () =>
    spawnSync(process.execPath, [join(folder, "cli.js"), "lookup", "InvalidParameter"], { encoding: "utf8" });

  it("works with the whole one", () => {
    writeFileSync(join(folder, "catalog.bin"), file);
    const { status, stdout } = lookUp();
    assert.equal(status, 0);
    assert.match(stdout, /^InvalidParameter /);
  });

  it("names the file, the cause and the remedy in one line, and ends with 2", () => {
    const damages: [expected: RegExp, content: Uint8Array | undefined][] = [
      [/the file is missing/, undefined],
      [/it has 5000 bytes in place of \d+/, file.subarray(0, 5000)],
      [
        /its section '[\w.]+' is damaged/,
        file.map((byte, at) => (at % 100_000 === 99_999 ? byte ^ 1 : byte)),
      ],
    ];
    for (const [expected, content] of damages) {
      rmSync(join(folder, "catalog.bin"), { force: true });
      if (content) writeFileSync(join(folder, "catalog.bin"), content);
      const { status, stderr } = lookUp();
      assert.equal(status, 2);
      assert.match(stderr, expected);
      assert.match(stderr, /^error-codes: The compiled catalog, catalog\.bin, .*npm run build'\.\n$/);
    }
  });
});
