import assert from "node:assert/strict";
import { parse } from "yaml";
import { addToList } from "../../../server/fixes/listing.ts";

describe("adding to a list", () => {
  const texts: [text: string, after: string][] = [
    ["", "ignore:\n  codes:\n    - A.B\n"],
    ["# only a comment", "# only a comment\nignore:\n  codes:\n    - A.B\n"],
    ["ignore: # why\n", "ignore: # why\n  codes:\n    - A.B\n"],
    ["ignore:\n  codes: []\nx: 1\n", `ignore:\n  codes: ["A.B"]\nx: 1\n`],
    ["ignore:\n  codes: A # one\n", `ignore:\n  codes: [A, "A.B"] # one\n`],
    [
      "ignore:\n  codes: [\n    A, # x\n    B,\n  ]\n",
      `ignore:\n  codes: [\n    A, # x\n    B,\n    "A.B",\n  ]\n`,
    ],
    [
      "ignore:\n  codes:\n    - |\n      A\n    - B  # two\n# after\nrules: {}\n",
      "ignore:\n  codes:\n    - |\n      A\n    - B  # two\n    - A.B\n# after\nrules: {}\n",
    ],
    ["---\na: off\n...\n", "---\na: off\nignore:\n  codes:\n    - A.B\n...\n"],
    ['{"a": 1}', '{"a": 1, "ignore": {"codes":["A.B"]}}'],
    ['{\n\t"ignore": {}\n}', '{\n\t"ignore": {\n\t\t"codes": [\n\t\t\t"A.B"\n\t\t]\n\t}\n}'],
  ];
  for (const [text, after] of texts) {
    it(`leaves the rest unchanged in ${JSON.stringify(text)}`, () => {
      const edit = addToList(text, ["ignore", "codes"], "A.B");
      assert.ok(edit);
      assert.equal(text.slice(0, edit.start) + edit.text + text.slice(edit.end), after);
      assert.ok(JSON.stringify(parse(after).ignore.codes).includes("A.B"));
    });
  }
  for (const text of ["- a\n", "a: [", "ignore: 3\n", "ignore:\n  codes: ~\n"])
    it(`returns undefined for ${JSON.stringify(text)}`, () => {
      assert.equal(addToList(text, ["ignore", "codes"], "A.B"), undefined);
    });
});
