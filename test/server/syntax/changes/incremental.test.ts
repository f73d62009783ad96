import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { TrackedDocument } from "../../../../server/documents/tracked-document.ts";
import { mayHaveEvidence } from "../../../../server/evidence/evidence.ts";
import { Literals } from "../../../../server/syntax/literals.ts";
import { nodeHost } from "../../../../server/workspace/host.node.ts";
import { longFile } from "../../../bench/long-file.ts";
import { toComparable } from "../../harness/comparable-literals.ts";
import { pseudoRandom } from "../../harness/numbers.ts";

const root = join(import.meta.dirname, "../../../..");

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

/** Edits that once gave other results than a new document: a text, and what is replaced in it by what. */
const cases: [name: string, languageId: string, text: string, ...edits: [from: string, to: string][]][] = [
  [
    "branches that continue a run of statements",
    "python",
    'if e.code == "NoSuchKey":\n  raise e\nif e.code == "NoSuchBucket":\n  raise e\n',
    ["Bucket", "Key"],
  ],
  [
    "branches that come to follow one another",
    "javascript",
    'if (e.code === "NoSuchKey") throw e;\nlog();\nif (e.code === "NoSuchBucket") throw e;\n',
    ["log();", ""],
  ],
  [
    "a variable whose assignment is removed",
    "javascript",
    'const kind = e.code;\nif (kind === "Missing") exit();\n',
    ["kind = ", ""],
  ],
  [
    "a variable that is tested before and after it is assigned",
    "javascript",
    'const slow = ["Disk.Conflict"];\nif (inArray(e.code, slow)) exit();\nlet kept;\nkept = inArray(e.name, slow);\n',
    ["exit", "stop"],
  ],
  [
    "errors that the parser gets over in more than one way",
    "typescriptreact",
    '  if (response.body.includes("InvalidInstance.NotFound") || page.body.includes("InvalidInstance.NotFound") || err.message.includes("MISSING.JPG")) return;\n  try { read(); } catch ({ name }) { if (name === "NoSuchKey") return; }\n  expect(e.code).to.be.oneOf(["Plan.Conflict"]);',
    ["ct(e.code)", "\ufeffct(e.code)"],
    ["\n  try", "@\n  try"],
  ],
  [
    "a text of which the tree has nothing any more",
    "kotlin",
    '        client.describe("PrePaid", "InvalidParameter")',
    ["client", "|client"],
  ],
  [
    "a text that is one error as a whole",
    "ruby",
    "  def place(order, error_code: 'InternalError', region: 'Running')\n    client.place(order, zone: 'cn-north-1', retry_codes: ['OperationConflict'])\n  rescue CloudError => e\n    return 'Failed' if log('登录失败 😀') && e.code == 'AuthFailure.TokenFailure'`",
    ["ternalError", "$(icon)ternalError"],
  ],
  [
    "errors that change how distant statements are read",
    "ruby",
    "    when 'Pending', 'Unknown' then wait\n    end\n    retry if ['Throttling', 'RequestTimeout'].include?(e.code) || %w[SystemBusy].include?(e.error_code)\n    return :invalid if e.message.include?('UnsupportedOperation') || e.message.start_with?(\"Invalid order\")\n\n    body['Code'] = 'OperationDenied'\n    @error_code = \"FailedOperation.#{kind}\"\n    @code ||= 'FailedOperation'\n    respond(:code => 'InvalidArgument', 'Error' => { 'Code' => 'AccessDenied', 'Status' => 'Running' })\n    rai$(icon)CloudServiceError.new('InvalidParameterValue', 'The value is not valid.')\n  end\n\n  def expectations",
    ["   body", ")   body"],
  ],
];

describe("incremental analysis", () => {
  let literals: Literals;
  before(() => {
    // Where the parser is interrupted, it may get over an error in another way.
    const time = { total: 60_000, slice: Number.POSITIVE_INFINITY };
    literals = new Literals(nodeHost(join(root, "dist")), mayHaveEvidence, time);
  });

  /** Fails if the literals of a document differ from those of a new one with its text. */
  async function compare(document: TrackedDocument): Promise<void> {
    const { uri, languageId, version, text } = document;
    const copy = TrackedDocument.of(uri, languageId, version, text);
    const [found, expected] = [await literals.literalsOf(document), await literals.literalsOf(copy)];
    assert.ok(Array.isArray(found) && Array.isArray(expected));
    assert.deepEqual(found.map(toComparable()), expected.map(toComparable()), text);
    literals.forget(copy);
  }

  function replace(document: TrackedDocument, start: number, end: number, text: string): void {
    const { textDocument, version } = document;
    const range = { start: textDocument.positionAt(start), end: textDocument.positionAt(end) };
    document.update([{ range, text }], version + 1);
  }

  for (const [name, languageId, text, ...edits] of cases) {
    it(`returns the same literals as a full analysis for ${name}`, async () => {
      const document = TrackedDocument.of("file:///a", languageId, 1, text);
      await literals.literalsOf(document);
      const replaceText = ([from, to]: [string, string]) => {
        const start = document.text.indexOf(from);
        // An editor inserts and removes what differs only.
        const isInserted = to.endsWith(from);
        const isRemoved = from.endsWith(to);
        const same = isInserted ? from.length : isRemoved ? to.length : 0;
        replace(document, start, start + from.length - same, to.slice(0, to.length - same));
      };
      for (const edit of edits) replaceText(edit);
      await compare(document);
      if (edits.some(([, to]) => to === "")) return;
      for (const [from, to] of edits.toReversed()) replaceText([to, from]);
      await compare(document);
      literals.forget(document);
    });
  }

  const documents: [languageId: string, fixture: string][] = [
    ["typescript", "typescript"],
    ["go", "go"],
    ["python", "python"],
    ["java", "java"],
    ["yaml", "yaml"],
  ];
  for (const [languageId, fixture] of documents) {
    it(`returns the same literals as a full analysis after random edits in ${languageId}`, async () => {
      const text = await readFile(join(root, `test/fixtures/languages/${fixture}.txt`), "utf8");
      const below = pseudoRandom(7);
      for (let round = 0; round < 30; round++) {
        const document = TrackedDocument.of("file:///a", languageId, 1, text);
        await literals.literalsOf(document);
        for (let count = 1 + below(4); count > 0; count--) {
          const start = below(document.text.length);
          const end = Math.min(document.text.length, start + (below(3) === 0 ? below(40) : 0));
          replace(document, start, end, snippets[below(snippets.length)] ?? "");
          if (below(2) === 0) await compare(document);
        }
        literals.forget(document);
      }
    });
  }

  /** A text that is too long to be parsed as a whole after each change. */
  const repeated = (part: string) => part.repeat(Math.ceil(60_000 / part.length));

  for (const [languageId, fixture] of documents) {
    it(`returns the same literals as a full analysis after edits in a long text in ${languageId}`, async () => {
      const text = repeated(await readFile(join(root, `test/fixtures/languages/${fixture}.txt`), "utf8"));
      const below = pseudoRandom(11);
      const document = TrackedDocument.of("file:///a", languageId, 1, text);
      await literals.literalsOf(document);
      let at = below(text.length);
      for (let count = 0; count < 8; count++) {
        const snippet = snippets[below(snippets.length)] ?? "";
        replace(document, at, at + (below(3) === 0 ? below(9) : 0), snippet);
        at += snippet.length;
        await compare(document);
      }
      literals.forget(document);
    });
  }

  it("parses once for a letter in an unfinished string of a long text, and compares no whole trees", async () => {
    const counts = { parsed: 0, compared: 0 };
    const host = nodeHost(join(root, "dist"));
    const counting: typeof host = {
      ...host,
      async loadTreeSitter() {
        const binding = await host.loadTreeSitter();
        const { Parser, Tree } = binding;
        const { parse } = Parser.prototype;
        Parser.prototype.parse = function (...args) {
          counts.parsed++;
          return parse.apply(this, args);
        };
        const { getChangedRanges } = Tree.prototype;
        Tree.prototype.getChangedRanges = function (other) {
          counts.compared++;
          return getChangedRanges.call(this, other);
        };
        return binding;
      },
    };
    const time = { total: 60_000, slice: Number.POSITIVE_INFINITY };
    const counted = new Literals(counting, mayHaveEvidence, time);
    const document = TrackedDocument.of("file:///a", "typescript", 1, longFile(2000));
    await counted.literalsOf(document);
    const at = document.text.indexOf("compute(", document.text.length / 2);
    const type = async (offset: number, text: string) => {
      Object.assign(counts, { parsed: 0, compared: 0 });
      replace(document, offset, offset, text);
      await counted.literalsOf(document);
      return { ...counts };
    };
    assert.deepEqual(await type(at, "x"), { parsed: 1, compared: 0 });
    // The first quote makes the statement a broken one.
    assert.deepEqual(await type(at, '"'), { parsed: 2, compared: 0 });
    for (const [index, letter] of [..."Throt"].entries())
      assert.deepEqual(await type(at + 1 + index, letter), { parsed: 1, compared: 0 }, letter);
  });
});
