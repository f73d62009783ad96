import assert from "node:assert/strict";
import { chmod, mkdir, readdir, stat, symlink } from "node:fs/promises";
import { join } from "node:path";
import manifest from "../../../../package.json" with { type: "json" };
import { Client } from "../../harness/client.ts";
import { newFolder } from "../../harness/folder.ts";

const name = `compiled-${manifest.version}`;

/** The folders of Windows have no modes, and links to them need a right that users do not have. */
const onPosix = process.platform === "win32" ? it.skip : it;

describe("what Node.js has compiled of the programs", () => {
  const { at, run } = newFolder();
  const storage = "caches/error-code-intellisense";
  const start = () => run(["--version"], { env: { XDG_CACHE_HOME: at("caches") } });
  const kept = async (folder: string) => (await readdir(at(folder), { recursive: true })).length;

  onPosix(
    "is kept by the command line in the user's folder for caches, for the user alone, and used again",
    async () => {
      assert.equal(start().status, 0);
      const folder = `${storage}/${name}`;
      assert.equal((await stat(at(folder))).mode & 0o777, 0o700);
      const files = await readdir(at(folder), { recursive: true, withFileTypes: true });
      const [file] = files.filter((one) => one.isFile());
      assert.ok(file);
      const path = join(file.parentPath, file.name);
      const { mtimeMs } = await stat(path);
      assert.equal(start().status, 0);
      assert.equal((await stat(path)).mtimeMs, mtimeMs);
    },
  );

  onPosix("is not kept where others may write", async () => {
    await mkdir(at(`${storage}/${name}`), { recursive: true });
    await chmod(at(`${storage}/${name}`), 0o777);
    assert.equal(start().status, 0);
    assert.equal(await kept(storage), 1);
  });

  onPosix("is not kept behind a link", async () => {
    await mkdir(at("elsewhere"), { mode: 0o700 });
    await mkdir(at(storage), { recursive: true });
    await symlink(at("elsewhere"), at(`${storage}/${name}`));
    assert.equal(start().status, 0);
    assert.equal(await kept("elsewhere"), 0);
  });

  onPosix("takes the place of what other versions kept", async () => {
    await mkdir(at(`${storage}/compiled-0.0.1/x`), { recursive: true });
    for (const other of ["other", "compiled-assets"]) await mkdir(at(`${storage}/${other}`));
    start();
    assert.deepEqual((await readdir(at(storage))).toSorted(), [name, "compiled-assets", "other"]);
  });

  it("is kept by the language server where the client says", async () => {
    const client = await Client.start({ serverArguments: [`--storage=${at("of the editor")}`] });
    await client.stop();
    assert.ok((await kept(`of the editor/${name}`)) > 1);
  });
});
