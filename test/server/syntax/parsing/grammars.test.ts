import assert from "node:assert/strict";
import { join } from "node:path";
import { TrackedDocument } from "../../../../server/documents/tracked-document.ts";
import { nodeHost } from "../../../../server/workspace/host.node.ts";
import { analyzerOf } from "../../harness/analyzer.ts";

describe("a grammar that cannot be loaded", () => {
  it("is loaded again on the next request", async () => {
    const host = nodeHost(join(import.meta.dirname, "../../../../dist"));
    const failing = new Set(["web-tree-sitter.wasm", "tree-sitter-typescript.wasm"]);
    const damaged: string[] = [];
    const analyzer = await analyzerOf({
      ...host,
      onDamaged: (name) => damaged.push(name),
      readParserFile: (name) =>
        failing.delete(name) ? Promise.reject(new Error(`no ${name}`)) : host.readParserFile(name),
    });
    const text = `if (err.code === "AuthFailure.SignatureExpire") {}`;
    const analyze = () => analyzer.analyze(TrackedDocument.of("file:///a.ts", "typescript", 1, text));
    for (const name of ["web-tree-sitter.wasm", "tree-sitter-typescript.wasm"]) {
      assert.equal((await analyze()).isParsed, false);
      assert.equal(damaged.pop(), name);
    }
    assert.equal(
      (await analyze()).literals.find(({ evidence }) => evidence)?.literal.text,
      "AuthFailure.SignatureExpire",
    );
  });
});
