import assert from "node:assert/strict";
import { parseCatalogFile } from "../../../catalog/schema/catalog-file.ts";
import { parseConfiguration } from "../../../server/configuration/configuration.ts";

const configured = (text: string) => parseConfiguration(text, "c.yaml", { rules: ["misspelled-code"] });
const messagesOf = (text: string) => configured(text).problems.map(({ message }) => message.en);

describe("the problems of a file", () => {
  /** Names that objects of JavaScript have, or that libraries take for an attack on them. */
  for (const name of ["constructor", "__proto__", "prototype", "toString", "hasOwnProperty"]) {
    it(`name the unknown key ${name} at its place, at any depth`, () => {
      for (const [text, path] of [
        [`${name}: 1`, name],
        [`ignore: { ${name}: 1 }`, `ignore.${name}`],
        [`evidence:\n  ${name}: x`, `evidence.${name}`],
        [`catalogs: [{ path: a.yaml, ${name}: 1 }]`, `catalogs.0.${name}`],
      ] as const)
        assert.deepEqual(messagesOf(text), [`${path}: This key is unknown.`], text);
      const [ofRule, ...others] = configured(`rules:\n  ${name}: off`).problems;
      assert.match(ofRule?.message.en ?? "", new RegExp(`${name}.*unknown|no rule '${name}'`));
      assert.deepEqual([ofRule?.line, ofRule?.character, others], [1, 2, []]);
      const { problems } = parseCatalogFile(
        `version: 1\ntables: { ${name}: { document: d } }\nentries:\n  - { code: A, ${name}: 1 }\n`,
        "a.yaml",
      );
      assert.deepEqual(new Set(problems.map(({ line }) => line)), new Set([1, 3]));
    });
  }

  it("stand where editors count lines: a carriage return alone ends one too", () => {
    const [unknown] = configured("# a\rb\nrulez: 1\n").problems;
    assert.deepEqual([unknown?.line, unknown?.character, unknown?.endCharacter], [2, 0, 5]);
    const text = "pins:\r\n  src/a.ts: \r\n providAlibaba Cloud]\r\n";
    const { problems } = configured(text);
    assert.ok(problems.length > 0);
    const lengths = text.split("\r\n").map(({ length }) => length);
    for (const { line, endLine, character, endCharacter } of problems)
      assert.ok(character <= (lengths[line] ?? 0) && endCharacter <= (lengths[endLine] ?? 0));
  });

  it("name keys that could be paths of pins, but cannot be read", () => {
    for (const name of ["constructor", "__proto__", "prototype"])
      assert.deepEqual(messagesOf(`pins: { ${name}: aws }`), [`pins.${name}: This key is unknown.`]);
    assert.deepEqual(configured("pins: { toString: aws }").value?.pins, { toString: ["aws"] });
  });

  for (const [kind, text] of Object.entries({
    "unknown keys": Array.from({ length: 20_000 }, (_, index) => `key${index}: 1`).join("\n"),
    "unknown rules": `rules: {${Array.from({ length: 20_000 }, (_, index) => `rule${index}: off`)}}`,
    faults: `catalogs:\n${"  - path: 1\n".repeat(20_000)}`,
    "syntax errors": "a: ]\n".repeat(20_000),
  })) {
    it(`are told one by one as far as somebody would mend them: ${kind}`, () => {
      const { problems } = configured(text);
      assert.equal(problems.length, 101);
      assert.match(
        problems.at(-1)?.message.en ?? "",
        /^[\d,]+ more problems like those before are not listed\.$/,
      );
      assert.match(problems.at(-1)?.message["zh-CN"] ?? "", /^另有 [\d,]+ 个同类问题未列出。$/);
    });
  }

  it("count those that are not told", () => {
    const { problems } = configured(Array.from({ length: 1234 }, (_, index) => `key${index}: 1`).join("\n"));
    assert.match(problems.at(-1)?.message.en ?? "", /^1,134 more/);
    assert.deepEqual([problems[0]?.line, problems[99]?.line], [0, 99]);
  });

  for (const [text, message, chinese] of [
    ["providers: [aws", /^A list in brackets is not closed: its '\]' is missing/, /^方括号中的列表没有结束/],
    ["providers: [aws\nrules: {}", /^A list in brackets is not closed/, /^方括号中的列表没有结束/],
    ["[aws", /^A list in brackets is not closed/, /缺少“\]”/],
    ["rules: { a: off", /^A mapping in braces is not closed: its '\}' is missing/, /^花括号中的映射没有结束/],
    [
      "providers: 'aws",
      /^A text in quotes is not closed: its ' is missing\.$/,
      /^引号中的文本没有结束：缺少 '。$/,
    ],
    [
      'providers: "aws',
      /^A text in quotes is not closed: its " is missing\.$/,
      /^引号中的文本没有结束：缺少 "。$/,
    ],
    ['["a" "b"]', /^A comma is missing here\.$/, /^此处缺少逗号。$/],
    ["providers: [aws]\nrules", /^A colon is missing behind this key\.$/, /^此键后缺少冒号。$/],
    ["providers:\n\t- aws", /^The indentation is wrong/, /^缩进有误/],
  ] as const) {
    it(`say what is wrong with ${JSON.stringify(text)}`, () => {
      const [first] = configured(text).problems;
      assert.match(first?.message.en ?? "", message);
      assert.match(first?.message["zh-CN"] ?? "", chinese);
    });
  }
});
