import assert from "node:assert/strict";
import { Worker } from "node:worker_threads";
import { languages } from "../../../../server/syntax/languages/index.ts";
import { readFixture } from "../../harness/language-fixture.ts";
import { pseudoRandom } from "../../harness/numbers.ts";

/** In milliseconds: a thread that takes longer does not end. */
const deadline = 60_000;

/** Reads texts in a thread, and returns the values of their literals, or why they were not read. */
async function readApart(name: string, texts: readonly string[], changes = {}): Promise<string[]> {
  const thread = new Worker(new URL("../../harness/parsing-thread.ts", import.meta.url), {
    workerData: { name, texts, changes },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      thread.once("message", resolve).once("error", reject);
      timer = setTimeout(() => reject(new Error(`${name}: no end`)), deadline);
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}

const getter = 'class A {\n  val code = "Throttling"\n  val length: Int\n    get() = 1\n  ';

describe("the scanner of a grammar", function () {
  this.timeout(90_000);

  for (const annotation of ["@Test", "@Test(", "@Test(1)", "@", "@A @B", "@Test\r", "/* a"])
    it(`ends behind "${JSON.stringify(annotation).slice(1, -1)}" at the end of a Kotlin text`, async () => {
      assert.deepEqual(await readApart("Kotlin", [getter + annotation]), ["Throttling"]);
    });

  it("is stopped where it never ends, and the next text is read", async () => {
    const texts = [`${getter}@Test`, `${getter}\n}`];
    const results = await readApart("Kotlin", texts, { needsLastLineBreak: false });
    assert.deepEqual(results, ["crash", "Throttling"]);
  });

  it("is not stopped at many characters NUL", async () => {
    const nul = "\0".repeat(2_000_000);
    assert.deepEqual(await readApart("JavaScript", [`const code = "Throttling"; // ${nul}`]), ["Throttling"]);
    assert.deepEqual(await readApart("Kotlin", [`val code = "Throttling" // ${nul}`]), ["Throttling"]);
  });

  const ends = [
    "",
    "'",
    '"',
    "`",
    "(",
    "@",
    "@A(",
    "<<EOF\n",
    "<<~A",
    "/*",
    "${",
    "\\",
    "%w(",
    'r#"',
    'R"x(',
    "<!--",
  ];
  for (const language of languages.filter((language) => "grammar" in language))
    it(`ends in ${language.name} wherever a text is cut off`, async () => {
      const { text } = await readFixture(language.name);
      const random = pseudoRandom(7);
      const texts = Array.from({ length: 40 }, (_, index) => {
        const from = text.indexOf("\n", random(text.length)) + 1;
        return text.slice(from, from + 1 + random(1000)) + ends[index % ends.length];
      });
      const results = await readApart(language.name, texts);
      assert.deepEqual(
        results.filter((result) => result === "crash" || result === "too-slow"),
        [],
      );
    });
});
