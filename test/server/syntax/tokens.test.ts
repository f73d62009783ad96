import assert from "node:assert/strict";
import { atOnce } from "../../../catalog/model/slices.ts";
import type { Language } from "../../../server/syntax/language.ts";
import { dart } from "../../../server/syntax/languages/dart.ts";
import { groovy } from "../../../server/syntax/languages/groovy.ts";
import { hasBareLiterals, languageByName } from "../../../server/syntax/languages/index.ts";
import { lua } from "../../../server/syntax/languages/lua.ts";
import { sql } from "../../../server/syntax/languages/sql.ts";
import { swift } from "../../../server/syntax/languages/swift.ts";
import { brokenStretches } from "../../bench/broken-texts.ts";

/** Returns the literals of a text that have a relation, each as the relation's kind, the text and the subject. */
function relationsIn(language: Language, text: string): string[] {
  assert.ok("read" in language);
  const read = language.read(text);
  const { literals } = "literals" in read ? read : atOnce(read);
  return literals.flatMap((literal) => {
    assert.equal(text.slice(literal.start, literal.end), literal.text);
    return literal.relations.slice(0, 1).map(({ kind, subject }) => `${kind} ${literal.text} ${subject}`);
  });
}

const cases: [what: string, language: Language, text: string, expected: string[]][] = [
  ["a receiver with calls", swift, 'if try! e.at(0)?.code() == "A" {}', ["compared A e.at(0)?.code()"]],
  ["a ternary", swift, 'let x = a ? code : "A"', ["constant A x"]],
  ["an unclosed string", swift, 'code == "A\nx.code == "B"', ["compared B x.code"]],
  ["an unclosed value in a string", swift, 'code == "\\(A"\nx.code == "B"', ["compared B x.code"]],
  ["an unclosed long string", dart, "f(''' x.code == \"B\"", ["compared B x.code"]],
  ["strings in values in strings", groovy, `"\${a == "\${code == 'A'}"}"`, ["compared A code"]],
  ["a division", groovy, "a = b / c == 'A' / 2", ["compared A c"]],
  ["long brackets", lua, "if code == [==[A]==] then end", ["compared A code"]],
  ["a doubled quote", sql, "WHERE note = 'it''s' AND code = 'A'", ["compared it''s note", "compared A code"]],
  ["a body between dollars", sql, "DO $$ IF code = 'A' $$", ["compared A code"]],
  [
    "the table of a plain column",
    sql,
    "SELECT 1 FROM errors e WHERE e.code = 'A'",
    ["compared A error-code"],
  ],
  ["stray brackets", sql, "))) IN ('A', 'B') ((( code IN ('A')", ["element A code"]],
];

describe("languages analyzed by their tokens", () => {
  for (const [what, language, text, expected] of cases) {
    it(`support ${what} in ${language.name}`, () => {
      assert.deepEqual(relationsIn(language, text), expected);
    });
  }

  it("have no literals without quotes", () => {
    assert.equal(hasBareLiterals(swift), false);
  });

  it("are recognised by their names in documents", () => {
    for (const language of [dart, groovy, lua, sql, swift])
      assert.equal(languageByName(language.name), language);
  });

  it("finish on long broken texts", () => {
    for (const language of [dart, groovy, lua, sql, swift])
      for (const part of brokenStretches) relationsIn(language, part.repeat(3000));
  });
});
