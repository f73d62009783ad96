import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Node } from "web-tree-sitter";
import { TreePaths } from "../../../server/syntax/context/tree-paths.ts";
import { languages } from "../../../server/syntax/languages/index.ts";
import { Grammars } from "../../../server/syntax/parsing/grammars.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";
import { fixtureOf } from "../harness/language-fixture.ts";
import { pseudoRandom } from "../harness/numbers.ts";

const dist = join(import.meta.dirname, "../../../dist");
const fixtures = join(import.meta.dirname, "../../fixtures/languages");

function* nodesIn(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) if (child) yield* nodesIn(child);
}

describe("the paths of a syntax tree", () => {
  const grammars = new Grammars(nodeHost(dist));
  for (const language of languages) {
    if (!("grammar" in language)) continue;
    it(`lead to the same parents and siblings as the parser: ${language.name}`, async () => {
      const parser = (await grammars.load(language))?.newParser();
      assert.ok(parser);
      // The end is cut off, so that the parser adds nodes that are missing.
      const text = (await readFile(join(fixtures, fixtureOf(language.name)), "utf8")).slice(0, -40);
      const tree = parser.parse(text);
      assert.ok(tree);
      const nodes = [...nodesIn(tree.rootNode)];
      const random = pseudoRandom(1);
      const inAnyOrder = Array.from({ length: 500 }, () => nodes[random(nodes.length)] as Node);
      for (const asked of [nodes, inAnyOrder]) {
        const paths = new TreePaths();
        for (const node of asked) {
          assert.equal(paths.parentOf(node)?.id, node.parent?.id, `parent of ${node.type}: ${node.text}`);
          const { previous, next } = paths.adjacentTo(node);
          const siblings = node.parent?.children ?? [];
          const at = siblings.findIndex((one) => one?.id === node.id);
          assert.equal(previous?.id, at < 0 ? undefined : siblings[at - 1]?.id, `before ${node.type}`);
          assert.equal(next?.id, at < 0 ? undefined : siblings[at + 1]?.id, `behind ${node.type}`);
          const before = siblings.slice(0, Math.max(0, at)).findLast((one) => one?.isNamed);
          assert.equal(paths.namedSibling(node, "before")?.id, before?.id);
          const { startIndex, endIndex } = node;
          assert.equal(
            paths.nodeAround(tree.rootNode, startIndex, endIndex)?.id,
            tree.rootNode.descendantForIndex(startIndex, endIndex)?.id,
          );
        }
      }
      tree.delete();
    });
  }
});
