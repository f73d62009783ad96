import assert from "node:assert/strict";
import { join } from "node:path";
import type { Analyzer } from "../../../server/analysis/analyzer.ts";
import { TrackedDocument } from "../../../server/documents/tracked-document.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";
import { longFile } from "../../bench/long-file.ts";
import { analyzerOf } from "../harness/analyzer.ts";
import { toComparable } from "../harness/comparable-literals.ts";

describe("the analysis after a change", () => {
  let analyzer: Analyzer;
  before(async () => {
    analyzer = await analyzerOf(nodeHost(join(import.meta.dirname, "../../../dist")));
  });

  function replace(document: TrackedDocument, from: string, to: string): void {
    const { textDocument, text, version } = document;
    const start = text.indexOf(from);
    assert.ok(start >= 0);
    const range = {
      start: textDocument.positionAt(start),
      end: textDocument.positionAt(start + from.length),
    };
    document.update([{ range, text: to }], version + 1);
  }

  /** Returns what is found in a document, in a form that can be compared. */
  async function resultOf(document: TrackedDocument) {
    const { literals, providers, inferredProviders } = await analyzer.analyze(document);
    const comparable = toComparable();
    return {
      providers,
      inferredProviders,
      literals: literals.map(({ literal, entries, ...one }) => ({
        ...one,
        literal: comparable(literal),
        entries: entries.map(({ provider, service }) => `${provider} ${service}`),
      })),
    };
  }

  // Far from the change: what is next to it is looked at again in any case.
  const between = "step();\n".repeat(12);
  const statements = `${between}if (e.code === "InvalidParameter") throw e;\nif (e.code === "AuthFailure.SignatureExpire") retry();\n`;
  const cases: [what: string, text: string, from: string, to: string][] = [
    ["an import", `\n${statements}`, "\n", 'import { cvm } from "tencentcloud-sdk-nodejs";\n'],
    ["an import that is removed", `import ECS from "@alicloud/ecs";\n${statements}`, "import ECS from", "//"],
    [
      "a second vendor",
      `import ECS from "@alicloud/ecs";\n${statements}`,
      "\n",
      '\nimport "tencentcloud-sdk-nodejs";\n',
    ],
    [
      "a sibling of constants",
      'const A_B = "AuthFailure.SignatureExpire";\nconst C_D = "AuthFailure.TokenFailure";\nconst E_F = "x";\n',
      "x",
      "AuthFailure.MFAFailure",
    ],
    [
      "an alias",
      `const held = e.name;\n${between}if (held === "NoSuchKey") f();\n${statements}`,
      "e.name",
      "e.code",
    ],
    [
      "a variable that stands for nothing",
      `const held = e.code;\n${between}if (held === "Missing") f();\n${statements}`,
      "held = e.code",
      "other = e.code",
    ],
    ["a code", `${statements}list = ["a", "b"];\n`, "InvalidParameter", "InvalidParameterr"],
    ["a literal", `f("a", "b", "c");\ng("d");\n${statements}`, '"b", ', ""],
  ];
  for (const [what, text, from, to] of cases) {
    it(`is that of a new document for ${what}`, async () => {
      const document = TrackedDocument.of("file:///project/a.ts", "typescript", 1, text);
      await analyzer.analyze(document);
      for (const [old, current] of [
        [from, to],
        [to, from],
      ] as const) {
        if (old === "") break;
        replace(document, old, current);
        const copy = TrackedDocument.of("file:///project/a.ts", "typescript", 1, document.text);
        assert.deepEqual(await resultOf(document), await resultOf(copy));
        analyzer.forget(copy);
      }
      analyzer.forget(document);
    });
  }

  it("takes over what has not changed", async () => {
    const document = TrackedDocument.of("file:///project/b.ts", "typescript", 1, longFile(400));
    const before = (await analyzer.analyze(document)).literals;
    const changed = before.findIndex(({ literal }) => literal.text === "name 201");
    replace(document, "name 201", "name 2011");
    const after = (await analyzer.analyze(document)).literals;
    assert.equal(after.length, before.length);
    const first = before.findIndex((one, index) => after[index] !== one && one.entries.length < 2);
    // The statement before may be the beginning of the changed one.
    assert.ok(first > changed - 4 && first <= changed, `${first} of ${changed}`);
    const isMoved = before.slice(changed + 4).every(({ literal }, index) => {
      const { relations, start } = after[changed + 4 + index]?.literal ?? {};
      return relations === literal.relations && start === literal.start + 1;
    });
    assert.ok(isMoved);
  });

  it("keeps the documents that were asked for last, and reads others again", async () => {
    const text = 'if (err.code === "InvalidParameter") retry();\n';
    const open = (at: number) => TrackedDocument.of(`file:///project/${at}.ts`, "typescript", 1, text);
    const documents = Array.from({ length: 310 }, (_, at) => open(at));
    const [first, second, third] = documents as [TrackedDocument, TrackedDocument, TrackedDocument];
    const before = await resultOf(first);
    for (const document of documents) {
      await analyzer.analyze(document);
      await analyzer.analyze(second);
    }
    const kept = documents.filter((document) => analyzer.rootOf(document));
    assert.equal(kept.length, 300);
    assert.deepEqual(
      [first, second, third].map((one) => kept.includes(one)),
      [false, true, false],
    );
    assert.deepEqual(await resultOf(first), before);
    assert.ok(analyzer.rootOf(first));
    const long = ["a", "b"].map((name) =>
      TrackedDocument.of(`file:///project/${name}.txt`, "plaintext", 1, " ".repeat(2_600_000)),
    );
    for (const document of long) await analyzer.analyze(document);
    assert.ok(!documents.some((document) => analyzer.rootOf(document)));
    for (const document of [...documents, ...long]) analyzer.forget(document);
  });
});
