import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const dist = join(import.meta.dirname, "../../dist");

describe("the notices of third parties", () => {
  let notices: string[];
  before(async () => {
    const text = await readFile(join(dist, "third-party-notices.txt"), "utf8");
    notices = text.split(/^-{80}\n\n/m);
  });
  const has = (name: string) => notices.some((one) => one.startsWith(`${name} `));

  it("name every package that is in a bundle, as the maps of the bundles tell", async () => {
    const bundled = new Set<string>();
    for (const name of await readdir(dist, { recursive: true })) {
      if (!name.endsWith(".js.map")) continue;
      const { sources } = JSON.parse(await readFile(join(dist, name), "utf8")) as { sources: string[] };
      for (const source of sources) {
        const [, found] = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
        if (found) bundled.add(found);
      }
    }
    assert.ok(bundled.size > 20, "the bundles have no maps");
    assert.deepEqual(
      [...bundled].filter((name) => !has(name)),
      [],
    );
  });

  it("name every grammar", async () => {
    const files = await readdir(join(dist, "grammars"));
    const grammars = files.flatMap((file) => /^(tree-sitter-[\w-]+)\.wasm\.br$/.exec(file)?.[1] ?? []);
    assert.ok(grammars.length > 10);
    // A package can have two grammars.
    const packages: Record<string, string> = { "tree-sitter-terraform": "tree-sitter-hcl" };
    const missing = grammars.filter((one) => {
      const name = packages[one] ?? one;
      return !has(name) && !has(`@tree-sitter-grammars/${name}`);
    });
    assert.deepEqual(missing, []);
  });

  it("have the text of a licence each, which names whose it is", () => {
    const [, ...all] = notices;
    const bare = all.filter((one) => one.length < 500 || !/copyright|©|BlueOak|Apache License/i.test(one));
    assert.deepEqual(
      bare.map((one) => one.split("\n")[0]),
      [],
    );
  });
});
