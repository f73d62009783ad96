import assert from "node:assert/strict";
import { join } from "node:path";
import { languages } from "../../../../server/syntax/languages/index.ts";
import { allocateQuery } from "../../../../server/syntax/parsing/compiled-query.ts";
import { compiledQueryFile } from "../../../../server/syntax/parsing/grammars.ts";
import { Runtime, runtimeFile } from "../../../../server/syntax/parsing/runtime.ts";
import { nodeHost } from "../../../../server/workspace/host.node.ts";

const host = nodeHost(join(import.meta.dirname, "../../../../dist"));

/** Returns memory that is given out from its beginning to its end. */
function plainMemory() {
  let used = 8;
  const HEAPU8 = new Uint8Array(1_000_000);
  const _malloc = (size: number) => {
    const address = used;
    used += (size + 7) & -8;
    return address;
  };
  return { HEAPU8, _malloc };
}

describe("a compiled query", () => {
  for (const language of languages.filter((one) => "grammar" in one)) {
    it(`is built for ${language.name}, and accepted`, async () => {
      const { length: grammarLength } = await host.readParserFile(language.grammar);
      const file = await host.readParserFile(compiledQueryFile(language));
      const allocate = (source: string, bytes = file) =>
        allocateQuery(plainMemory(), bytes, 4, { source, grammarLength });
      assert.ok(allocate(language.query));
      assert.equal(allocate(`${language.query} `), undefined, "of another query");
      assert.equal(allocate(language.query, file.subarray(0, -4)), undefined, "cut off");
    });
  }

  it("is used in place of the text, and finds the same; if it is damaged, the text is compiled", async () => {
    const runtime = await Runtime.start(host, host.compileWasm(await host.readParserFile(runtimeFile), true));
    const { Language, Parser } = runtime.binding;
    const bytes = await host.readParserFile("tree-sitter-go.wasm");
    const grammar = await Language.load(bytes);
    const source =
      '((call_expression function: (_) @f arguments: (_)) @call (#eq? @f "g")) (int_literal)+ @n';
    const compiled = runtime.queryFor(grammar, { source, grammarLength: bytes.length });
    // A text that is no query cannot have been compiled.
    const origin = { source: "no query", grammarLength: bytes.length };
    const stored = runtime.compiledBytes(compiled, grammar, origin);
    const restored = runtime.queryFor(grammar, origin, stored);
    const tree = new Parser().setLanguage(grammar).parse("package p\nfunc f() { g(1, 2); h(3); g(4) }");
    assert.ok(tree);
    const found = (query: typeof compiled) =>
      query.captures(tree.rootNode).map(({ name, node }) => `${name} ${node.text}`);
    assert.deepEqual(found(restored), found(compiled));
    assert.ok(found(restored).includes("call g(4)"));
    assert.deepEqual(restored.captureQuantifiers, compiled.captureQuantifiers);
    restored.delete();
    stored.set([stored.at(-1) === 0 ? 1 : 0], stored.length - 1);
    assert.throws(() => runtime.queryFor(grammar, origin, stored), /syntax/);
  });
});
