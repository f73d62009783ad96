import assert from "node:assert/strict";
import { languageById } from "../../../server/syntax/languages/index.ts";
import type { Literal } from "../../../server/syntax/literal.ts";
import { Budget } from "../../../server/syntax/parsing/budget.ts";
import { readFixture } from "../harness/language-fixture.ts";

const [longText, table] = [200_000, "| Error code | Meaning |\n|---|---|\n"];

/** A budget whose slices are over at once; it counts them. */
class Impatient extends Budget {
  slices = 0;

  constructor() {
    super({ total: Number.POSITIVE_INFINITY, slice: 50 });
  }

  override get isSliceOver(): boolean {
    this.slices++;
    return true;
  }
}

describe("long Markdown documents", () => {
  /** Returns the literals, as texts with their offsets and relations, and the regions as texts with their origins. */
  async function foundIn(text: string, budget: Budget = new Impatient()) {
    const language = languageById("markdown");
    assert.ok(language && "read" in language);
    const read = language.read(text, budget);
    assert.ok(!("literals" in read));
    const { literals, regions } = await budget.spend(read);
    for (const literal of literals)
      assert.equal(text.slice(literal.start, literal.end), literal.text, "an offset is wrong");
    const atStart = ({ excerpt }: (typeof regions)[number]) =>
      excerpt.toOriginal([{ text: "", start: 0, end: 0, relations: [] }])[0]?.start;
    return {
      literals,
      regions: regions.map((region) => `${region.language} ${atStart(region)} ${region.excerpt.text}`),
    };
  }

  const keyOf = ({ text, relations }: Literal) => `${text} ${JSON.stringify(relations)}`;

  it("are read in slices, and hold what their parts hold", async () => {
    const { text: fixture } = await readFixture("Markdown");
    const part = `${fixture}\n\n`;
    const times = Math.ceil(longText / part.length);
    const one = await foundIn(part);
    const budget = new Impatient();
    const all = await foundIn(part.repeat(times), budget);
    assert.ok(budget.slices > 4);
    const expected = Array.from({ length: times }, () => one.literals.map(keyOf)).flat();
    assert.deepEqual(all.literals.map(keyOf), expected);
    assert.equal(all.regions.length, times * one.regions.length);
  });

  it("keep the columns of long tables", async () => {
    const rows = Array.from(
      { length: longText / 40 },
      (_, row) => `| \`Failed.Row${row}\` | It has failed. |\n`,
    );
    const { literals } = await foundIn(`# Codes\n\n${table}${rows.join("")}\n\`After\`\n`);
    const ofRows = literals.filter(({ text }) => text.startsWith("Failed."));
    assert.deepEqual(
      ofRows.map(({ text }) => text),
      rows.map((_, row) => `Failed.Row${row}`),
    );
    for (const { relations } of ofRows)
      assert.deepEqual(relations, [{ kind: "listed", subject: "Error-code" }]);
    assert.equal(literals.at(-1)?.text, "After");
  });

  it("keep long blocks of code whole, also in lists", async () => {
    const code = `${"```go"}\n${'f("Failed.Row")\n'.repeat(longText / 16)}${"```"}\n`;
    const inList = `- a\n\n${code.replace(/^/gm, "  ")}`;
    for (const text of [code, inList]) {
      const { literals, regions } = await foundIn(`${text}\n\`After\`\n`);
      assert.equal(regions.length, 1);
      assert.ok(regions[0]?.endsWith('f("Failed.Row")'));
      assert.deepEqual(
        literals.map(({ text: found }) => found),
        ["After"],
      );
    }
  });

  it("have the items of long lists, and the words of long paragraphs and lines", async () => {
    for (const line of [
      "- the code `Failed.Row` is\n",
      "the code `Failed.Row` is\n",
      "the code `Failed.Row` is ",
    ]) {
      const count = Math.ceil(longText / line.length);
      const { literals } = await foundIn(line.repeat(count));
      assert.equal(literals.filter(({ text }) => text === "Failed.Row").length, count);
    }
  });

  it("are divided where the parser would need the square of their length", async () => {
    for (const piece of ["1. ", "[a](", "> [a](", "- a\n  [a]("]) {
      const text = piece.repeat(60_000 / piece.length);
      const budget = new Impatient();
      const { literals } = await foundIn(`${text}\n\n\`After\`\n`, budget);
      assert.equal(literals.at(-1)?.text, "After", piece);
      assert.ok(budget.slices >= 4, `${piece} is read in ${budget.slices} slices`);
    }
  });
});
