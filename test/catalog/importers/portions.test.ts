import assert from "node:assert/strict";
import { parsePortions } from "../../../catalog/importers/portions.ts";
import { yamlCatalog } from "../../../catalog/importers/yaml-catalog.ts";
import { atOnce } from "../../../catalog/model/slices.ts";
import { parseCatalogFile } from "../../../catalog/schema/catalog-file.ts";

const count = 150;
const head =
  "# The codes of Acme\nversion: 1\nprovider: acme\ntables:\n  t: { document: Errors, url: https://example.com/t }\n";
const entry = (number: number, indent = "  ") =>
  [
    `- code: Failed.Thing${number}`,
    `  # the text of ${number}`,
    "  summary:",
    `    en: Thing ${number} failed.`,
    "    zh-CN: |",
    "      - 失败",
    "",
    "      # 其二",
    "  messages:",
    "  - The thing failed.",
    "  rows:",
    `  - { table: t, httpStatus: ${400 + (number % 100)} }`,
  ]
    .map((line) => `${indent}${line}\n`)
    .join("");
const listOf = (indent: string, length = count) =>
  Array.from({ length }, (_, number) => entry(number, indent)).join("");

describe("long catalog files", () => {
  for (const [name, indent, lineBreak] of [
    ["indented", "  ", "\n"],
    ["not indented", "", "\n"],
    ["with Windows line breaks", "  ", "\r\n"],
  ] as const)
    it(`are read in slices as they are read at once: ${name}`, () => {
      const text = `${head}entries: # all of them\n\n${listOf(indent)}`.replaceAll("\n", lineBreak);
      const parsing = parsePortions(text, "acme.yaml");
      let slices = 0;
      let step = parsing.next();
      for (; !step.done; step = parsing.next()) slices++;
      assert.ok(slices > 1);
      const [parts, whole] = [step.value, parseCatalogFile(text, "acme.yaml")];
      assert.ok(parts?.value && whole.value);
      assert.deepEqual(parts.value, whole.value);
      assert.equal(whole.value.entries?.length, count);
      for (const number of [0, 1, 75, count - 1])
        for (const keys of [["code"], ["rows", 0, "httpStatus"], ["summary", "zh-CN"], []]) {
          const at = ["entries", number, ...keys];
          const isKey = keys.length === 1;
          assert.deepEqual(parts.problem(at, "warning", {}, isKey), whole.problem(at, "warning", {}, isKey));
        }
      assert.deepEqual(
        parts.problem(["provider"], "warning", {}),
        whole.problem(["provider"], "warning", {}),
      );
    });

  const json = (number: number) => ({
    code: `Failed.Thing${number}`,
    summary: { en: `Thing ${number} failed, "[{}]," it says.` },
    rows: [{ table: "t", httpStatus: 400 }],
  });
  const around = { version: 1, provider: "acme", tables: { t: { document: "Errors" } } };
  const objects = Array.from({ length: count }, (_, number) => json(number));
  const withObject = (one: object) => ({ ...around, entries: [...objects, one, ...objects.slice(0, 150)] });

  /** Asserts that a text is read in portions, with the same value and problems as at once. */
  function assertSame(text: string, path: string) {
    const [parts, whole] = [atOnce(parsePortions(text, path)), parseCatalogFile(text, path)];
    assert.ok(parts);
    assert.deepEqual(parts.value, whole.value);
    assert.deepEqual(parts.problems, whole.problems);
    for (const keys of [["entries", 0, "code"], ["entries", count - 7, "code"], ["provider"]])
      assert.deepEqual(parts.problem(keys, "warning", {}), whole.problem(keys, "warning", {}));
    return whole;
  }

  for (const [name, text] of [
    ["on one line", JSON.stringify(withObject(json(-1)))],
    ["on many lines", JSON.stringify(withObject(json(-1)), null, 2)],
    ["with keys behind the list", JSON.stringify({ ...withObject(json(-1)), concepts: [] }, null, "\t")],
  ] as const)
    it(`are read in slices in JSON: ${name}`, () => {
      assert.equal(assertSame(text, "acme.json").value?.entries?.length, count + 151);
    });

  it("are read in slices if there is a problem, or more behind the list", () => {
    const list = listOf("  ");
    for (const [end, problems] of [
      ["  - code: Lost\n    sumary: a\n", 1],
      ["  - code: Lost\n    rows: [{ table: none }]\n", 1],
      [`  - code: [Lost]\n    unknown: 1\n${list}`, 2],
      ["  - cod: Lost\n", 2],
      [`  - "code": "Lost"x\n${list}`, 1],
      ["concepts: []\n", 0],
      ["# what follows\nservice: s\nconcepts:\n  []\n", 0],
    ] as const)
      assert.equal(assertSame(`${head}entries:\n${list}${end}`, "acme.yaml").problems.length, problems, end);
    for (const one of [{ ...json(-1), sumary: "a" }, { code: [1] }, { rows: [] }])
      for (const indentation of [0, 2])
        assert.ok(
          assertSame(JSON.stringify(withObject(one), null, indentation), "acme.json").problems.length,
        );
    const odd = (at: number) => `  - { code: A${at}, sumary: ${"x".repeat(200)} }\n`;
    const many = `${head}entries:\n${Array.from({ length: count }, (_, at) => odd(at)).join("")}`;
    assert.equal(assertSame(many, "acme.yaml").problems.length, 101);
  });

  it("are read at once if they cannot be divided, or a problem is not in the list", () => {
    const list = listOf("  ");
    for (const text of [
      `${head}entries:\n${list}  - &a\n    code: Lost\n${list}  - *a\n`,
      `${head}entries:\n${list}concepts: [1]\n`,
      `${head}entries:\n${list}entries: []\n`,
      `${head}entries:\n${list} - code: Lost\n`,
      `${head}name: { en: ${"x".repeat(5000)} }\nentries:\n${list}`,
      `${head}unknown: 1\nentries:\n${list}`,
      `${head}entries:\n${listOf("  ", 3)}`,
      `${head}entries: []\n`,
      head,
      "",
      `${JSON.stringify(withObject(json(-1))).slice(0, -20)}`,
      JSON.stringify({ ...withObject(json(-1)), unknown: 1 }),
      JSON.stringify({ name: "x".repeat(5000), ...withObject(json(-1)) }),
    ])
      assert.equal(atOnce(parsePortions(text, "acme.yaml")), undefined, text.slice(-100));
  });

  it("know where each entry is", () => {
    const text = `${head}entries:\n${listOf("  ")}`;
    const reading = atOnce(yamlCatalog.read({ text, path: "acme.yaml", uri: "file:///acme.yaml" }, {}));
    const lines = text.split("\n");
    assert.equal(reading.value?.entries.length, count);
    for (const { code, origin } of reading.value?.entries ?? [])
      assert.equal(lines[origin?.line ?? 0]?.slice(origin?.character), code);
  });
});
