import assert from "node:assert/strict";
import { join } from "node:path";
import type { QueryMatch, Tree } from "web-tree-sitter";
import { TrackedDocument } from "../../../../server/documents/tracked-document.ts";
import { languages } from "../../../../server/syntax/languages/index.ts";
import { Literals } from "../../../../server/syntax/literals.ts";
import { Budget, ReadingStopped } from "../../../../server/syntax/parsing/budget.ts";
import { Grammars, type LoadedGrammar } from "../../../../server/syntax/parsing/grammars.ts";
import { parse } from "../../../../server/syntax/parsing/parse.ts";
import { TreeQuery } from "../../../../server/syntax/query-matches.ts";
import { nodeHost } from "../../../../server/workspace/host.node.ts";
import { readFixture } from "../../harness/language-fixture.ts";

const root = join(import.meta.dirname, "../../../..");
const grammars = new Grammars(nodeHost(join(root, "dist")));

const endless = { total: Number.POSITIVE_INFINITY, slice: 50 };

/** A budget that never ends, but whose slices are over at once. */
class Impatient extends Budget {
  slices = 0;

  constructor() {
    super(endless);
  }

  override get isSliceOver(): boolean {
    this.slices++;
    return true;
  }
}

/** Returns what a match captured, to compare it with that of another query. */
function keyOf({ patternIndex, captures }: QueryMatch): string {
  return `${patternIndex} ${captures.map(({ name, node }) => `${name} ${node.id} ${node.startIndex}`)}`;
}

/** Returns what the query of a language captures in a tree, in the order of the text, and each capture once. */
function foundIn(tree: Tree, { query }: LoadedGrammar): string[] {
  const captures = query.matches(tree.rootNode, { matchLimit: 1024 }).flatMap((match) => match.captures);
  const found = captures.map(({ name, node }) => ({ at: node.startIndex, text: `${name} ${node.text}` }));
  return [
    ...new Set(
      found.sort((a, b) => a.at - b.at || (a.text < b.text ? -1 : 1)).map(({ at, text }) => `${at} ${text}`),
    ),
  ];
}

describe("reading in slices", () => {
  for (const language of languages) {
    if (!("grammar" in language)) continue;
    it(`finds in ${language.name} what reading at once finds`, async () => {
      const loaded = await grammars.load(language);
      assert.ok(loaded);
      const { text: fixture } = await readFixture(language.name);
      const text = fixture.repeat(Math.ceil(70_000 / fixture.length));
      const whole = loaded.newParser().parse(text);
      const budget = new Impatient();
      const tree = await budget.spend(parse(loaded, text, budget));
      assert.ok(whole && budget.slices > 10);
      // How the parser recovers from an error may depend on where it was interrupted.
      if (whole.rootNode.hasError) assert.equal(tree.rootNode.endIndex, whole.rootNode.endIndex);
      // It may choose another reading of an ambiguous text, in which the query must find the same.
      else assert.deepEqual(foundIn(tree, loaded), foundIn(whole, loaded));
      const parts = [...new TreeQuery(tree, loaded.query, budget).matchesIn()];
      assert.ok(parts.length > 1);
      const expected = loaded.query.matches(tree.rootNode, { matchLimit: 1024 }).map(keyOf);
      assert.deepEqual(parts.flat().map(keyOf).sort(), expected.sort());
      whole.delete();
      tree.delete();
    });
  }

  for (const language of languages) {
    if (!("read" in language) || !["Dart", "Groovy", "Lua", "SQL", "Swift"].includes(language.name)) continue;
    it(`reads the tokens of ${language.name} in slices`, async () => {
      const text = 'x.code == "a" '.repeat(2000);
      const budget = new Impatient();
      const read = language.read(text, budget);
      assert.ok(!("literals" in read));
      const { literals } = await budget.spend(read);
      assert.equal(literals.length, 2000);
      assert.ok(budget.slices > 4000);
    });
  }

  it("gives up when the time is spent, and leaves a parser that can be used", async () => {
    const language = languages.find(({ name }) => name === "Go");
    assert.ok(language && "grammar" in language);
    const loaded = await grammars.load(language);
    assert.ok(loaded);
    const budget = new Budget({ total: 20, slice: 10 });
    const hopeless = "/* ".repeat(100_000);
    await assert.rejects(budget.spend(parse(loaded, hopeless, budget)), ReadingStopped);
    const other = new Budget(endless);
    const tree = await other.spend(parse(loaded, "package a\n", other));
    assert.equal(tree.rootNode.hasError, false);
    assert.equal(tree.rootNode.text, "package a\n");
    tree.delete();
  });

  it("ends when the document is closed", async () => {
    const time = { total: Number.POSITIVE_INFINITY, slice: 10 };
    const literals = new Literals(nodeHost(join(root, "dist")), () => false, time);
    const document = TrackedDocument.of("file:///a.go", "go", 1, "/* ".repeat(100_000));
    const reading = literals.literalsOf(document);
    await new Promise((resolve) => setTimeout(resolve, 100));
    literals.forget(document);
    assert.equal(await reading, "too-slow");
  });

  it("does not count the time in which a busy machine does other things", async () => {
    const asleep = new Int32Array(new SharedArrayBuffer(4));
    const budget = new Budget({ total: 100, slice: 50 });
    const work = function* () {
      for (let slices = 0; slices < 5; slices++) {
        Atomics.wait(asleep, 0, 0, 60);
        yield;
      }
      return "done";
    };
    assert.equal(await budget.spend(work()), "done");
    assert.ok(budget.spent < 100, String(budget.spent));
  });

  it("lets messages be answered between any two slices, of whichever text, however short the pieces of work", async () => {
    const busy = function* (milliseconds: number) {
      for (const end = performance.now() + milliseconds; performance.now() < end; );
      yield* [];
    };
    let turns = 0;
    let isDone = false;
    const count = () => {
      turns++;
      if (!isDone) setImmediate(count);
    };
    count();
    const one = async () => {
      const budget = new Budget({ total: Number.POSITIVE_INFINITY, slice: 10 });
      for (let piece = 0; piece < 10; piece++) await budget.spend(busy(6));
    };
    await Promise.all([one(), one()]);
    isDone = true;
    // Each text has five slices at least; a message takes several turns.
    assert.ok(turns >= 40, `${turns} turns`);
  });
});
