import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { TrackedDocument } from "../../../server/documents/tracked-document.ts";
import { mayHaveEvidence } from "../../../server/evidence/evidence.ts";
import { Literals } from "../../../server/syntax/literals.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";

const root = join(import.meta.dirname, "../../..");

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

/** An offset, or that of the character whose second half it would part: no editor does. */
function wholeAt(text: string, offset: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset - 1 : offset;
}

describe("reading after changes", () => {
  let literals: Literals;
  before(() => {
    literals = new Literals(nodeHost(join(root, "dist")), mayHaveEvidence);
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
      const document = TrackedDocument.of("file:///a", languageId, 1, text);
      const random = numbers(7);
      random.next(1);
      const below = (limit: number) => random.next(limit).value;
      const anew = await literals.in(TrackedDocument.of("file:///b", languageId, 1, text));
      let version = 1;
      const replace = (start: number, end: number, by: string): string => {
        const range = {
          start: document.textDocument.positionAt(start),
          end: document.textDocument.positionAt(end),
        };
        const before = document.text.slice(start, end);
        document.update([{ range, text: by }], ++version);
        return before;
      };
      for (let round = 0; round < 60; round++) {
        // Broken code may be read in more than one way, so what counts is the text that is whole again.
        const undo: (() => string)[] = [];
        for (let count = 1 + below(4); count > 0; count--) {
          const start = wholeAt(document.text, below(document.text.length));
          const end = wholeAt(
            document.text,
            Math.min(document.text.length, start + (below(3) === 0 ? below(40) : 0)),
          );
          const by = snippets[below(snippets.length)] ?? "";
          const before = replace(start, end, by);
          undo.unshift(() => replace(start, start + by.length, before));
          if (below(2) === 0) await literals.in(document);
        }
        for (const step of undo) {
          step();
          if (below(2) === 0) await literals.in(document);
        }
        assert.equal(document.text, text);
        assert.deepEqual(await literals.in(document), anew, `after round ${round}`);
      }
      literals.forget(document);
    });
  }
});
