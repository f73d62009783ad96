import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { nodeHost } from "../../server/host.node.ts";
import { Literals } from "../../server/literals.ts";
import { Source } from "../../server/source.ts";

const root = join(import.meta.dirname, "../..");

/** Repeatable numbers below a limit. */
function* numbers(seed: number): Generator<number, never, number> {
  let state = seed;
  let limit = 1;
  for (;;) {
    state = (state * 1103515245 + 12345) % 2147483648;
    limit = yield Math.floor((state / 2147483648) * limit);
  }
}

const snippets = [
  '"',
  "'",
  "\n",
  "}",
  "{",
  " ",
  "x",
  '"Throttling"',
  "// ",
  'if (e.code === "InvalidAction") {}\n',
  "错",
];

describe("reading after changes", () => {
  let literals: Literals;
  before(() => {
    literals = new Literals(nodeHost(join(root, "dist")));
  });

  const documents: [languageId: string, fixture: string][] = [
    ["typescript", "typescript"],
    ["go", "go"],
    ["python", "python"],
    ["java", "java"],
    ["yaml", "yaml"],
  ];
  for (const [languageId, fixture] of documents) {
    it(`gives what reading anew gives, in ${languageId}`, async () => {
      const text = await readFile(join(root, `test/fixtures/languages/${fixture}.txt`), "utf8");
      const source = Source.of("file:///a", languageId, 1, text);
      const random = numbers(7);
      random.next(1);
      const below = (limit: number) => random.next(limit).value;
      for (let version = 2; version < 200; version++) {
        const changes = Array.from({ length: 1 + below(3) }, () => {
          // Each change counts on the text that the one before it left.
          const start = below(Math.max(1, text.length - 50));
          const end = start + (below(3) === 0 ? below(40) : 0);
          return { start, end, text: snippets[below(snippets.length)] ?? "" };
        });
        for (const { start, end, text } of changes) {
          const range = { start: source.document.positionAt(start), end: source.document.positionAt(end) };
          source.update([{ range, text }], version);
        }
        const again = await literals.in(source);
        const fresh = Source.of("file:///b", languageId, 1, source.text);
        const anew = await literals.in(fresh);
        literals.forget(fresh);
        assert.deepEqual(again, anew, `after change ${version}`);
      }
      literals.forget(source);
    });
  }
});
