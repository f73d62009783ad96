import assert from "node:assert/strict";
import type { Position } from "vscode-languageserver/node";
import { languages } from "../../../server/syntax/languages/index.ts";
import { Client } from "../harness/client.ts";
import { type LanguageFixture, type Mark, readFixture } from "../harness/language-fixture.ts";

/** The minimum share of the marked literals of a language at which codes are offered. */
const minimumShare = 0.98;

describe("completion by language", () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  /** Returns a fixture twice, with a literal emptied and cut to its first letters, and the cursor at the end of it. */
  function typedAt(
    { text }: LanguageFixture,
    { line, start, end }: Mark,
  ): { text: string; position: Position }[] {
    const lines = text.split("\n");
    return ["", lines[line]?.slice(start, Math.min(end, start + 3)) ?? ""].map((typed) => {
      const changed = lines.with(line, lines[line]?.slice(0, start) + typed + lines[line]?.slice(end));
      return { text: changed.join("\n"), position: { line, character: start + typed.length } };
    });
  }

  async function offeredIn(
    languageId: string,
    { text, position }: { text: string; position: Position },
  ): Promise<string[]> {
    const open = await client.open(languageId, "");
    await open.change([{ text }]);
    const items = await open.complete(position);
    await open.close();
    return items.map(({ label }) => label);
  }

  for (const { name, ids } of languages) {
    it(`offers codes wherever one is marked in ${name}`, async () => {
      const fixture = await readFixture(name);
      const missing: string[] = [];
      for (const mark of fixture.marks)
        for (const [at, text] of typedAt(fixture, mark).entries())
          if ((await offeredIn(ids[0] ?? "", text)).length === 0)
            missing.push(
              `${mark.line + 1}:${mark.start} ${mark.kind} ${at === 0 ? "empty" : "three letters"}`,
            );
      const share = 1 - missing.length / (2 * fixture.marks.length);
      if (process.env.SHOW_MISSING) console.log(name, missing);
      assert.ok(share >= minimumShare, missing.join("\n"));
    });

    it(`offers nothing where no code can stand in ${name}`, async () => {
      const fixture = await readFixture(name);
      const offered: string[] = [];
      for (const mark of fixture.never)
        for (const text of typedAt(fixture, mark)) {
          const labels = await offeredIn(ids[0] ?? "", text);
          if (labels.length > 0) offered.push(`${mark.line + 1}:${mark.start} ${labels.slice(0, 3)}`);
        }
      assert.deepEqual(offered, []);
      assert.ok(fixture.never.length >= 3, `${name} marks fewer than three literals with "never".`);
    });
  }
});
