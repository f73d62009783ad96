import assert from "node:assert/strict";
import { join } from "node:path";
import { isHoverable } from "../../../server/analysis/analysis.ts";
import type { Analyzer } from "../../../server/analysis/analyzer.ts";
import { TrackedDocument } from "../../../server/documents/tracked-document.ts";
import { Excerpt, responseCodesIn, toLiteral } from "../../../server/syntax/embedded.ts";
import { languageByName } from "../../../server/syntax/languages/index.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";
import { brokenStrings } from "../../bench/broken-texts.ts";
import { analyzerOf } from "../harness/analyzer.ts";

describe("embedded texts", () => {
  let analyzer: Analyzer;
  before(async () => {
    const host = nodeHost(join(import.meta.dirname, "../../../dist"));
    analyzer = await analyzerOf(host);
  });

  /** Returns the literals that have evidence or are known codes, after a check that their offsets fit their texts. */
  async function codesIn(document: TrackedDocument): Promise<string[]> {
    const analysis = await analyzer.analyze(document);
    return analysis.literals
      .filter(
        (analyzedLiteral) =>
          analyzedLiteral.literal.text !== "" && (analyzedLiteral.evidence || isHoverable(analyzedLiteral)),
      )
      .map(({ literal, evidence }) => {
        assert.equal(document.text.slice(literal.start, literal.end), literal.text);
        return `${literal.text} ${evidence?.kind ?? "none"}`;
      });
  }

  const responses: [string, string][] = [
    [
      "go",
      'body := "错误😀" + `<Error>\n  <Code>NoSuchBucket</Code>\n  <Message>InvalidParameter</Message>\n</Error>`',
    ],
    ["go", 'body := "{\\"Code\\": \\"NoSuchBucket\\", \\"Message\\": \\"😀\\"}"'],
    ["python", 'body = """错误\n{"Error": {"Code": "NoSuchBucket"}}\n"""'],
    ["python", 'body = f"<Code>NoSuchBucket</Code><RequestId>{request}</RequestId>"'],
    ["java", 'String body = "{\\n" +\n  "  \\"Code\\": \\"NoSuchBucket\\",\\n" +\n  "}";'],
    ["typescript", `const body = \`<Error><Code>NoSuchBucket</Code><HostId>\${host}</HostId></Error>\`;`],
    ["json", '{ "body": "{\\"a\\":\\"{\\\\\\"errorCode\\\\\\": \\\\\\"NoSuchBucket\\\\\\"}\\"}" }'],
    ["yaml", 'string: "{\\"Response\\":{\\"Error\\":{\\"Code\\":\\"NoSuchBucket\\"}}}"'],
  ];
  for (const [language, text] of responses) {
    it(`finds the code of a response in a string: ${language} ${text.slice(0, 40)}`, async () => {
      assert.deepEqual(await codesIn(TrackedDocument.of("file:///a", language, 1, text)), [
        "NoSuchBucket value",
      ]);
    });
  }

  it("does not take another code in a string for the code of a response", () => {
    const strings = [
      '{"code": "US", "name": "United States"}',
      '{"Code": "Success", "LastUpdated": "2020"}',
      "Set <code>InstanceType</code> to a value.",
      "<Code>the code of the error</Code>",
      '{"error": "code", "message": "Code"}',
    ];
    for (const string of strings) assert.deepEqual(responseCodesIn(string, 0), []);
  });

  it("finishes on long broken strings", () => {
    for (const part of brokenStrings)
      assert.deepEqual(responseCodesIn(`code${part.repeat(1_000_000 / part.length)}`, 0), []);
  });

  it("finds known codes in prose, and codes in a region that an edit adds", async () => {
    const document = TrackedDocument.of(
      "file:///a.md",
      "markdown",
      1,
      "错误😀 FailedOperation.X and InvalidParameter.NotFound.\n",
    );
    const before = await codesIn(document);
    document.update(
      [
        {
          range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
          text: "```go\nif e.Code == `NoSuchBucket` {}\n```",
        },
      ],
      2,
    );
    assert.deepEqual(await codesIn(document), [...before, "NoSuchBucket compared"]);
    analyzer.forget(document);
  });

  it("analyzes a document that consists of codes only", async () => {
    for (const prefix of ["", "key=", "| | |\n|-|-|\n", "```\n"]) {
      const document = TrackedDocument.of(
        "file:///a",
        prefix === "key=" ? "properties" : "markdown",
        1,
        prefix + "InvalidParameter ".repeat(110_000),
      );
      assert.equal((await analyzer.analyze(document)).literals.length, 110_000);
    }
  });

  it("recognises languages by the names that documents use", () => {
    const names = [
      "golang",
      "py",
      "TS",
      "text/javascript",
      "application/ld+json",
      "module",
      "yml",
      "c#x",
      "text",
    ];
    assert.deepEqual(
      names.map((name) => languageByName(name)?.name),
      ["Go", "Python", "TypeScript", "JavaScript", "JSON", "JavaScript", "YAML", undefined, undefined],
    );
  });

  it("maps a literal to the original text if it is contiguous there, and drops it otherwise", () => {
    const excerpt = new Excerpt().add('a "', 10).add("é", 20).add('b" cd', 26);
    const mapped = excerpt.toOriginal([
      toLiteral(0, "a"),
      toLiteral(3, "éb"),
      toLiteral(4, "b"),
      toLiteral(7, "cd"),
    ]);
    assert.deepEqual(
      mapped.map(({ start, end }) => [start, end]),
      [
        [10, 11],
        [26, 27],
        [29, 31],
      ],
    );
  });

  it("finds nothing in a notebook that is no valid JSON, such as one with a wrong escape", async () => {
    const text = '{"cells": [{"cell_type": "code", "source": ["if e.code == \\x"]}]}';
    assert.deepEqual(await codesIn(TrackedDocument.of("file:///a.ipynb", "jupyter", 1, text)), []);
  });
});
