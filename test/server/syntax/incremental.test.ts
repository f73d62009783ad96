import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { TrackedDocument } from "../../../server/documents/tracked-document.ts";
import { mayHaveEvidence } from "../../../server/evidence/evidence.ts";
import { Literals } from "../../../server/syntax/literals.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";

const root = join(import.meta.dirname, "../../..");

/** Yields pseudo-random integers from 0 to a limit, exclusive; `next` takes the limit of the following one. */
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

/** Returns the offset, moved back by one if it would split a surrogate pair: no editor does that. */
function characterStart(text: string, offset: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset - 1 : offset;
}

describe("incremental analysis", () => {
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
    it(`returns the same literals as a full analysis in ${languageId}`, async () => {
      const text = await readFile(join(root, `test/fixtures/languages/${fixture}.txt`), "utf8");
      const document = TrackedDocument.of("file:///a", languageId, 1, text);
      const random = numbers(7);
      random.next(1);
      const below = (limit: number) => random.next(limit).value;
      const expected = await literals.literalsOf(TrackedDocument.of("file:///b", languageId, 1, text));
      let version = 1;
      const replace = (start: number, end: number, replacement: string): string => {
        const range = {
          start: document.textDocument.positionAt(start),
          end: document.textDocument.positionAt(end),
        };
        const before = document.text.slice(start, end);
        document.update([{ range, text: replacement }], ++version);
        return before;
      };
      for (let round = 0; round < 60; round++) {
        // Broken code may be parsed in more than one way, so the literals are compared after all changes are undone.
        const undo: (() => string)[] = [];
        for (let count = 1 + below(4); count > 0; count--) {
          const start = characterStart(document.text, below(document.text.length));
          const end = characterStart(
            document.text,
            Math.min(document.text.length, start + (below(3) === 0 ? below(40) : 0)),
          );
          const replacement = snippets[below(snippets.length)] ?? "";
          const before = replace(start, end, replacement);
          undo.unshift(() => replace(start, start + replacement.length, before));
          if (below(2) === 0) await literals.literalsOf(document);
        }
        for (const step of undo) {
          step();
          if (below(2) === 0) await literals.literalsOf(document);
        }
        assert.equal(document.text, text);
        assert.deepEqual(await literals.literalsOf(document), expected, `after round ${round}`);
      }
      literals.forget(document);
    });
  }
});
