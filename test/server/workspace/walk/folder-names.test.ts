import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { FileFinder } from "../../../../server/cli/files.ts";
import { nodeHost } from "../../../../server/workspace/host.node.ts";
import { KeptNames, namesIn } from "../../../../server/workspace/walk/folder-names.node.ts";

describe("the names in folders", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "error-codes-names-"));
    await writeFile(join(folder, "go.mod"), "");
  });
  after(() => rm(folder, { recursive: true }));

  it("are read once where they are kept, whatever is asked of them", async () => {
    const read: string[] = [];
    const kept = new KeptNames((path) => {
      read.push(path);
      return namesIn(path);
    });
    const host = nodeHost("/nowhere", (path) => kept.in(path));
    const uri = pathToFileURL(folder).href;
    assert.deepEqual(await host.existingNames(uri, ["package.json", "go.mod"]), ["go.mod"]);
    assert.deepEqual(await host.existingNames(uri, [".error-codes.yaml"]), []);
    assert.deepEqual(read, [folder]);
    // Only the last folders are kept.
    for (let index = 0; index < 20; index++) await kept.in(join(folder, `missing-${index}`));
    assert.deepEqual(await host.existingNames(uri, ["go.mod"]), ["go.mod"]);
    assert.equal(read.filter((path) => path === folder).length, 2);
  });

  it("are not read where a walk through the files has listed them", async () => {
    const read: string[] = [];
    const kept = new KeptNames((path) => {
      read.push(path);
      return namesIn(path);
    });
    const host = nodeHost("/nowhere", (path) => kept.in(path));
    const uri = pathToFileURL(folder).href;
    const found: string[][] = [];
    for await (const _ of new FileFinder({ folderNames: kept }).filesIn([folder]))
      found.push(await host.existingNames(uri, ["go.mod"]));
    assert.deepEqual(found, [["go.mod"]]);
    assert.deepEqual(read, []);
  });

  it("are read anew in an editor, where files come and go", async () => {
    const host = nodeHost("/nowhere");
    const uri = pathToFileURL(folder).href;
    assert.deepEqual(await host.existingNames(uri, ["pom.xml"]), []);
    await writeFile(join(folder, "pom.xml"), "");
    assert.deepEqual(await host.existingNames(uri, ["pom.xml"]), ["pom.xml"]);
  });
});
