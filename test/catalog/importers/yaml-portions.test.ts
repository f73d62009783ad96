import assert from "node:assert/strict";
import { yamlCatalog } from "../../../catalog/importers/yaml-catalog.ts";
import { parsePortions } from "../../../catalog/importers/yaml-portions.ts";
import { atOnce } from "../../../catalog/model/slices.ts";
import { parseCatalogFile } from "../../../catalog/schema/catalog-file.ts";

const count = 500;
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
      assert.ok(slices > 3);
      const [parts, whole] = [step.value, parseCatalogFile(text, "acme.yaml")];
      assert.ok(parts?.value && whole.value);
      assert.deepEqual(parts.value, whole.value);
      assert.equal(whole.value.entries?.length, count);
      for (const number of [0, 1, 250, count - 1])
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

  it("are read at once if there is a problem, or more behind the list", () => {
    const list = listOf("  ");
    for (const text of [
      `${head}entries:\n${list}  - code: Lost\n    sumary: a\n`,
      `${head}entries:\n${list}  - code: Lost\n    rows: [{ table: none }]\n`,
      `${head}entries:\n${list}  - "code: Lost\n`,
      `${head}entries:\n${list}  - &a\n    code: Lost\n${list}  - *a\n`,
      `${head}entries:\n${list}concepts: []\n`,
      `${head}entries:\n${list} - code: Lost\n`,
      `${head}name: { en: ${"x".repeat(5000)} }\nentries:\n${list}`,
      `${head}entries:\n${listOf("  ", 3)}`,
      `${head}entries: []\n`,
      head,
      "",
    ])
      assert.equal(atOnce(parsePortions(text, "acme.yaml")), undefined);
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
