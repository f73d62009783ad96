import assert from "node:assert/strict";
import { parse } from "yaml";
import { removeFromMapping, setInMapping } from "../../../server/fixes/mapping.ts";

describe("setting a value in a mapping", () => {
  const texts: [before: string, after: string][] = [
    ["", "pins:\n  /a.ts: aws\n"],
    ["# why\nrules: {}", "# why\nrules: {}\npins:\n  /a.ts: aws"],
    ["pins: # ours\nrules: {}\n", "pins: # ours\n  /a.ts: aws\nrules: {}\n"],
    ["pins:\n    /b: x # b\n\nrules: {}\n", "pins:\n    /b: x # b\n    /a.ts: aws\n\nrules: {}\n"],
    ["pins:\n  /a.ts: x # a\n  /b: y\n", "pins:\n  /a.ts: aws # a\n  /b: y\n"],
    ["pins:\n  /a.ts: [x, y] # a\n", "pins:\n  /a.ts: aws # a\n"],
    ["pins:\n  /a.ts:\n    - x\n    - y # last\n  /b: z\n", "pins:\n  /a.ts: aws # last\n  /b: z\n"],
    ['pins:\n  "/a.ts":\n', 'pins:\n  "/a.ts": aws\n'],
    ["pins: {}\n", 'pins: {\n  "/a.ts": "aws"\n}\n'],
    ["pins: { /b: x }\n", 'pins: { /b: x, "/a.ts": "aws" }\n'],
    ['{"pins": {"/a.ts": "x"}}', '{"pins": {"/a.ts": "aws"}}'],
    ['{\n\t"rules": {}\n}', '{\n\t"rules": {},\n\t"pins": {\n\t\t"/a.ts": "aws"\n\t}\n}'],
    ["rules: {}\r\npins:\r\n  /b: x\r\n", "rules: {}\r\npins:\r\n  /b: x\n  /a.ts: aws\r\n"],
  ];
  for (const [text, after] of texts) {
    it(`leaves the rest unchanged in ${JSON.stringify(text)}`, () => {
      const edit = setInMapping(text, ["pins", "/a.ts"], "aws");
      assert.ok(edit);
      assert.equal(text.slice(0, edit.start) + edit.text + text.slice(edit.end), after);
      assert.equal(parse(after).pins["/a.ts"], "aws");
    });
  }
  for (const text of ["- a\n", "pins: [", "pins: 3\n", "pins: [a]\n"])
    it(`returns undefined for ${JSON.stringify(text)}`, () => {
      assert.equal(setInMapping(text, ["pins", "/a.ts"], "aws"), undefined);
    });
});

describe("removing a key from a mapping", () => {
  const texts: [before: string, after: string][] = [
    ["pins:\n  /a.ts: x\n", ""],
    ["# why\nrules: {}\npins:\n  /a.ts: x # a\n", "# why\nrules: {}\n"],
    ["pins:\n  /a.ts:\n    - x\n    - y\n  # b\n  /b: z\n", "pins:\n  # b\n  /b: z\n"],
    ["pins:\n  /b: z\n  /a.ts: x\nrules: {}\n", "pins:\n  /b: z\nrules: {}\n"],
    ["pins:\r\n  /b: z\r\n  /a.ts: x\r\n", "pins:\r\n  /b: z\r\n"],
    ["pins: { /a.ts: x, /b: z }\n", "pins: { /b: z }\n"],
    ["pins: { /b: z, /a.ts: x }\n", "pins: { /b: z }\n"],
    ["pins: { /a.ts: x }\nrules: {}\n", "rules: {}\n"],
    ['{"pins": {"/a.ts": "x"}, "rules": {}}', '{"rules": {}}'],
    ['{"pins": {"/a.ts": "x"}}', "{}"],
  ];
  for (const [text, after] of texts) {
    it(`leaves the rest unchanged in ${JSON.stringify(text)}`, () => {
      const edit = removeFromMapping(text, ["pins", "/a.ts"]);
      assert.ok(edit);
      assert.equal(text.slice(0, edit.start) + edit.text + text.slice(edit.end), after);
    });
  }
  for (const text of ["- a\n", "pins: [", "pins: {}\n", "pins:\n  /b: x\n"])
    it(`returns undefined for ${JSON.stringify(text)}`, () => {
      assert.equal(removeFromMapping(text, ["pins", "/a.ts"]), undefined);
    });
});
