import assert from "node:assert/strict";
import { chmod, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { userCache } from "../../../../server/workspace/storage/user-cache.node.ts";
import { userStorage } from "../../../../server/workspace/storage/user-storage.node.ts";
import { newFolder } from "../../harness/folder.ts";

describe("what is kept in the user's cache", () => {
  before(function () {
    if (process.platform === "win32" || process.platform === "darwin") this.skip();
  });
  const folder = newFolder();
  const outer = process.env.XDG_CACHE_HOME;
  beforeEach(() => {
    process.env.XDG_CACHE_HOME = folder.at("cache");
  });
  afterEach(() => {
    if (outer === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = outer;
  });
  const place = () => folder.at("cache/error-code-intellisense/test");
  const onlyFile = async () => join(place(), (await readdir(place()))[0] ?? "");

  it("is found again, in a folder that only the user can read", async () => {
    await userCache("test").write("key", "text\n文本");
    assert.equal(await userCache("test").read("key"), "text\n文本");
    assert.equal(await userCache("test").read("other key"), undefined);
    assert.equal((await stat(place())).mode & 0o777, 0o700);
    assert.equal((await stat(await onlyFile())).mode & 0o077, 0);
  });

  it("is not found if it is damaged", async () => {
    await userCache("test").write("key", "a long text");
    const file = await onlyFile();
    const text = await readFile(file, "utf8");
    for (const damaged of [text.slice(0, -1), text.replace("long", "bad"), "", text.slice(0, 64)]) {
      await writeFile(file, damaged);
      assert.equal(await userCache("test").read("key"), undefined);
    }
  });

  it("is neither written nor read in a folder that others can write to", async () => {
    await userCache("test").write("key", "text");
    await chmod(place(), 0o777);
    assert.equal(await userCache("test").read("key"), undefined);
    await userCache("test").write("second key", "text");
    assert.equal((await readdir(place())).length, 1);
  });

  it("is not below the current folder, which a relative path would name", async () => {
    const home = process.env.HOME;
    process.env.HOME = folder.at("home");
    try {
      for (const relative of ["cache", "./cache", ""]) {
        process.env.XDG_CACHE_HOME = relative;
        assert.equal(userStorage(), folder.at("home/.cache/error-code-intellisense"));
      }
    } finally {
      process.env.HOME = home;
    }
  });

  it("is nothing where no folder can be made", async () => {
    await folder.write("cache", "a file");
    await userCache("test").write("key", "text");
    assert.equal(await userCache("test").read("key"), undefined);
  });

  it("is at most two hundred texts, the last ones", async () => {
    await mkdir(place(), { recursive: true, mode: 0o700 });
    for (let index = 0; index < 210; index++) await writeFile(join(place(), `${index}.txt`), "");
    await userCache("test").write("key", "text");
    assert.equal((await readdir(place())).length, 200);
    assert.equal(await userCache("test").read("key"), "text");
  });
});
