import assert from "node:assert/strict";
import { refuseDeepNesting } from "../../../../server/syntax/parsing/nesting.ts";

const yaml = "tree-sitter-yaml.wasm";
const refused = (text: string, grammar: string) => {
  try {
    refuseDeepNesting(text, grammar);
    return false;
  } catch {
    return true;
  }
};
const staircase = (depth: number, line: string, step = 1) =>
  Array.from({ length: depth }, (_, index) => " ".repeat(step * index) + line).join("\n");

describe("the refusal of deeply nested texts", () => {
  for (const indicator of ["- ", "? ", ": "])
    it(`counts each "${indicator}" of a line of YAML`, () => {
      assert.equal(refused(`${indicator.repeat(127)}a`, yaml), false);
      assert.equal(refused(`${indicator.repeat(128)}a`, yaml), true);
      assert.equal(refused(`${indicator.repeat(300)}a`, "tree-sitter-java.wasm"), false);
    });

  it("counts the levels of indentation of YAML", () => {
    assert.equal(refused(staircase(128, "a:"), yaml), false);
    assert.equal(refused(staircase(129, "a:"), yaml), true);
    // Each of these lines is two levels, a list and a mapping in it.
    assert.equal(refused(staircase(64, "- a:", 4), yaml), false);
    assert.equal(refused(staircase(65, "- a:", 4), yaml), true);
  });

  it("knows the line breaks and marks that the grammar knows", () => {
    assert.equal(refused(staircase(129, "a:").replaceAll("\n", "\r"), yaml), true);
    assert.equal(refused(staircase(129, "a:").replaceAll("\n", "\r\n"), yaml), true);
    assert.equal(refused(`\uFEFF${"- ".repeat(129)}`, yaml), true);
  });

  it("does not count levels that have ended", () => {
    assert.equal(refused(`${staircase(100, "a:")}\n`.repeat(20), yaml), false);
    assert.equal(refused("- - - a\n".repeat(1000), yaml), false);
    assert.equal(refused("a:\n  -b: c - d ? e\n".repeat(1000), yaml), false);
  });

  it("counts the brackets that are open", () => {
    const grammar = "tree-sitter-go.wasm";
    assert.equal(refused("([{".repeat(33_000), grammar), false);
    assert.equal(refused("([{".repeat(34_000), grammar), true);
    assert.equal(refused("([{}])".repeat(100_000), grammar), false);
  });

  it("counts the blocks behind labels in JavaScript and TypeScript", () => {
    for (const grammar of ["javascript", "typescript", "tsx"].map((name) => `tree-sitter-${name}.wasm`)) {
      assert.equal(refused("a: {".repeat(4400), grammar), false);
      assert.equal(refused("a:\n{".repeat(4401), grammar), true);
      assert.equal(refused("a: {}".repeat(20_000), grammar), false);
      assert.equal(refused("if (a) {".repeat(10_000), grammar), false);
    }
    assert.equal(refused("a: {".repeat(10_000), "tree-sitter-go.wasm"), false);
  });
});
