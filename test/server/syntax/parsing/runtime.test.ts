import assert from "node:assert/strict";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { languages } from "../../../../server/syntax/languages/index.ts";
import { Budget, ReadingStopped } from "../../../../server/syntax/parsing/budget.ts";
import { Grammars } from "../../../../server/syntax/parsing/grammars.ts";
import { parse } from "../../../../server/syntax/parsing/parse.ts";
import { RuntimeLost } from "../../../../server/syntax/parsing/runtime.ts";
import { nodeHost } from "../../../../server/workspace/host.node.ts";

const yaml = languages.find(({ name }) => name === "YAML");
const endless = { total: Number.POSITIVE_INFINITY, slice: 50 };
const patient = () => new Budget(endless);

describe("a runtime that failed", () => {
  it("is replaced, and its objects harm nobody", async () => {
    assert.ok(yaml && "grammar" in yaml);
    const grammars = new Grammars(nodeHost(join(import.meta.dirname, "../../../../dist")));
    const first = await grammars.load(yaml);
    assert.ok(first);
    const tree = await patient().spend(parse(first, "a: b", patient()));
    await assert.rejects(patient().spend(parse(first, "- ".repeat(300), patient())), ReadingStopped);
    assert.ok(first.runtime.isDead);
    assert.throws(() => tree.rootNode, RuntimeLost);

    const second = await grammars.load(yaml);
    assert.ok(second);
    assert.notEqual(second.runtime, first.runtime);
    const again = await patient().spend(parse(second, "a: b", patient()));
    assert.equal(again.rootNode.text, "a: b");
    tree.delete();
    again.delete();
  });

  it("does not end the process when its objects are collected", async () => {
    assert.ok(yaml && "grammar" in yaml);
    const grammars = new Grammars(nodeHost(join(import.meta.dirname, "../../../../dist")));
    await (async () => {
      const loaded = await grammars.load(yaml);
      assert.ok(loaded);
      for (let index = 0; index < 50; index++) await patient().spend(parse(loaded, "a: b", patient()));
      await assert.rejects(patient().spend(parse(loaded, "- ".repeat(300), patient())), ReadingStopped);
    })();
    await grammars.load(yaml);
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    for (let round = 0; round < 5; round++) {
      collect();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  });
});
