import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { TrackedDocument } from "../../../../server/documents/tracked-document.ts";
import { languages } from "../../../../server/syntax/languages/index.ts";
import { Literals } from "../../../../server/syntax/literals.ts";
import { Budget } from "../../../../server/syntax/parsing/budget.ts";
import { Grammars } from "../../../../server/syntax/parsing/grammars.ts";
import { parse } from "../../../../server/syntax/parsing/parse.ts";
import { nodeHost } from "../../../../server/workspace/host.node.ts";

const host = nodeHost(join(import.meta.dirname, "../../../../dist"));
const length = 40_000;
const patient = () => new Budget({ total: Number.POSITIVE_INFINITY, slice: 50 });

/** Texts for which a parser takes up to 1 GB of memory within a second. */
const greedy: [name: string, piece: string][] = [
  ["Java", "a<b<"],
  ["C#", "A<B<"],
  ["C++", "a<b<"],
  ["Rust", "%q(#{%w["],
  ["Shell", "a|%{"],
];

describe("the memory of parsing", () => {
  for (const [name, piece] of greedy)
    it(`is limited, and given back: ${name}`, async () => {
      const language = languages.find((one) => one.name === name);
      assert.ok(language && "grammar" in language);
      const grammars = new Grammars(host);
      const loaded = await grammars.load(language);
      assert.ok(loaded);
      const before = loaded.runtime.memory;
      const budget = patient();
      await assert.rejects(budget.spend(parse(loaded, piece.repeat(length / piece.length), budget)), {
        reason: "too-large",
      });
      assert.ok(loaded.runtime.memory - before < 100_000_000);
      assert.ok(loaded.runtime.isDead);
      const again = await grammars.load(language);
      assert.equal(again?.runtime.memory, before);
    });

  it("does not grow any more where a step of the parser takes too long", async () => {
    const language = languages.find(({ name }) => name === "Go");
    assert.ok(language && "grammar" in language);
    const loaded = await new Grammars(host).load(language);
    assert.ok(loaded);
    const { runtime } = loaded;
    const parser = loaded.newParser();
    const text = `package a\n${"var a = 1\n".repeat(30_000)}`;
    const parseOften = () => Array.from({ length: 6 }, () => parser.parse(text));
    const { result: trees, growth } = runtime.growingBy(2 ** 28, Number.POSITIVE_INFINITY, parseOften);
    assert.ok(growth > 0);
    assert.throws(() => runtime.growingBy(2 ** 28, -1, parseOften), { reason: "too-large" });
    assert.ok(runtime.isDead && trees.length > 0);
  });

  it("suffices for long texts, also beside one another", async () => {
    const language = languages.find(({ name }) => name === "TypeScript");
    assert.ok(language && "grammar" in language);
    const loaded = await new Grammars(host).load(language);
    assert.ok(loaded);
    const text = `x = [${"[1],".repeat(400_000)}];`;
    const budgets = [patient(), patient()];
    const trees = await Promise.all(budgets.map((budget) => budget.spend(parse(loaded, text, budget))));
    for (const { rootNode } of trees) assert.equal(rootNode.hasError, false);
    assert.equal(loaded.runtime.isDead, false);
  });

  it("is not taken again and again for the same text, and others are read meanwhile", async () => {
    const literals = new Literals(host, () => false);
    const other = TrackedDocument.of("file:///b.ts", "typescript", 1, 'f("a");');
    const text = "a<b<".repeat(length / 4);
    const document = TrackedDocument.of("file:///a.java", "java", 1, text);
    for (const reason of ["too-large", "too-large", "too-large", "crash"]) {
      assert.equal(await literals.literalsOf(document), reason);
      assert.equal((await literals.literalsOf(other))?.length, 1);
      assert.equal(literals.hasLostTree(other), false);
    }
  });

  it("does not grow with the optimization of a lexer", () => {
    const program = join(import.meta.dirname, "../../harness/powershell-memory.ts");
    const megabytes = Number(execFileSync(process.execPath, [...process.execArgv, program])) / 1024;
    assert.ok(megabytes > 0 && megabytes < 600, `${megabytes} MB`);
  });
});
