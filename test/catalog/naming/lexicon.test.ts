import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { nounAt, pluralOf, verbOf } from "../../../catalog/naming/lexicon/lexicon.ts";

const folder = join(import.meta.dirname, "../../../catalog/naming/lexicon");

describe("the lexicon of names", () => {
  it("has only lines of its form, and each spelling once", async () => {
    const seen = new Map<string, string>();
    for (const file of (await readdir(folder)).filter((name) => name !== "lexicon.ts")) {
      const text = /`\n([^`]*)`/.exec(await readFile(join(folder, file), "utf8"))?.[1] ?? "";
      assert.notEqual(text, "", file);
      const kind = ["verbs.ts", "states.ts"].includes(file) ? file : "nouns";
      for (const line of text.trim().split("\n")) {
        assert.match(
          line,
          /^[a-z0-9 ]+(?:, [a-z0-9 ]+)*(?: \([^()]+(?:\([^()]+\))?\))?(?: [-~+!])? = \S.*$/,
          `${file}: ${line}`,
        );
        for (const spelling of line.replace(/ (?:\(.*?\) )?(?:[-~+!] )?= .*| \(.*/, "").split(", ")) {
          const key = `${kind} ${spelling}`;
          assert.equal(seen.get(key), undefined, `${spelling} stands twice: ${line}`);
          seen.set(key, line);
        }
      }
    }
  });

  it("takes the longest term, in the plural too", () => {
    assert.deepEqual(nounAt(["security", "group", "rule"])?.term.zh, "安全组规则");
    assert.equal(nounAt(["security", "policies"])?.length, 1);
    assert.equal(nounAt(["addresses"])?.term.isPlural, true);
    assert.equal(nounAt(["quux"]), undefined);
  });

  it("knows which words only stand before others", () => {
    assert.equal(nounAt(["dedicated"])?.term.isAttribute, true);
    assert.equal(nounAt(["dedicated", "host"])?.term.isAttribute, false);
  });

  it("writes abbreviations in capitals within a term", () => {
    assert.equal(nounAt(["subnet", "id"])?.term.en, "subnet ID");
    assert.equal(nounAt(["cidr", "block"])?.term.en, "CIDR block");
  });

  it("forms plurals and participles", () => {
    assert.deepEqual(["policy", "VPC", "address", "key"].map(pluralOf), [
      "policies",
      "VPCs",
      "addresses",
      "keys",
    ]);
    assert.deepEqual(
      ["create", "stop", "get", "modify", "cancel"].map((verb) => verbOf(verb)?.en),
      ["creating", "stopping", "querying", "modifying", "canceling"],
    );
  });
});
