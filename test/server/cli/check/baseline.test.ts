import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { checkFolder, compared, right, wrong } from "./check-folder.ts";

describe("check --baseline", () => {
  const { at, check, read, write } = checkFolder();

  const base = ["--baseline", "old.json"];

  it("suppresses old findings even if they moved, and fails for new ones", async () => {
    await write("src/a.ts", compared(wrong));
    assert.equal(check(["src", ...base, "--update-baseline"]).status, 0);
    const moved = `// more\n\n  ${compared(wrong)}`;
    await write("src/a.ts", moved);
    const unchanged = check(["src", ...base]);
    assert.deepEqual(
      [unchanged.status, unchanged.stdout],
      [0, "No findings in 1 file.\n1 finding suppressed by the baseline.\n"],
    );
    await write("src/a.ts", `${moved}${compared(wrong)}`);
    const { status, json } = check(["src", ...base, "--json"]);
    assert.deepEqual([status, json().map(({ range }) => range.start.line)], [1, [3]]);
    await write("src/b.ts", compared(wrong));
    assert.equal(check(["src/b.ts", ...base]).status, 1);
  });

  it("writes sorted entries without line numbers, and the same text if nothing changed", async () => {
    await write("b.ts", compared(wrong) + compared(wrong));
    await write("a.ts", compared(wrong));
    check([".", ...base, "--update-baseline"]);
    const text = await read("old.json");
    const entry = (count: number) => ({ rule: "misspelled-code", code: wrong, count });
    const value = { version: 1, findings: { "a.ts": [entry(1)], "b.ts": [entry(2)] } };
    assert.equal(text, `${JSON.stringify(value, undefined, 2)}\n`);
    check(["b.ts", "a.ts", ...base, "--update-baseline"]);
    assert.equal(await read("old.json"), text);
  });

  it("reports stale entries of files that were checked or deleted", async () => {
    for (const name of ["a.ts", "b.ts", "c.ts"]) await write(name, compared(wrong));
    check([".", ...base, "--update-baseline"]);
    await write("a.ts", compared(right));
    await rm(at("b.ts"));
    await write("c.ts", compared(right));
    const { status, stdout } = check(["a.ts", ...base]);
    assert.equal(status, 0);
    assert.match(
      stdout,
      /Stale baseline entry in a\.ts: '.*' \(misspelled-code\), 1 no longer found\.\nStale .* in b\.ts: /,
    );
    assert.doesNotMatch(stdout, /c\.ts/);
    check(["a.ts", ...base, "--update-baseline"]);
    assert.deepEqual(Object.keys(JSON.parse(await read("old.json")).findings), ["c.ts"]);
  });
});
