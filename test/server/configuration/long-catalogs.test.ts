import assert from "node:assert/strict";
import { documentCatalog } from "../../../catalog/importers/document-catalog.ts";
import { markdown } from "../../../catalog/importers/formats/markdown.ts";
import { Catalog } from "../../../catalog/model/catalog.ts";
import { atOnce } from "../../../catalog/model/slices.ts";
import { inSlices } from "../../../server/configuration/in-slices.ts";

describe("long catalogs", () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, index) => `| Acme.Code${index} | 400 | Number ${index} is wrong. |`,
  );
  const text = `# Errors\n\n| Error code | HTTP status | Message |\n|---|---|---|\n${rows.join("\n")}\n`;
  const read = () =>
    documentCatalog(markdown).read({ text, path: "a.md", uri: "file:///a.md" }, { provider: "acme" });

  it("in Markdown are read in slices, with the same result", async () => {
    let turns = 0;
    const timer = setInterval(() => turns++);
    const inTurns = await inSlices(read());
    clearInterval(timer);
    assert.ok(turns >= 3, `other work got through ${turns} times`);
    assert.equal(inTurns.value?.entries.length, 20_000);
    assert.deepEqual(inTurns, atOnce(read()));
  });

  it("are merged in slices", async () => {
    const { value } = atOnce(read());
    const empty = { providers: [], services: [], concepts: [], entries: [], known: {}, pinyin: {} };
    const work = new Catalog(empty).with(value ? [value] : []);
    let longest = 0;
    for (let isDone = false; !isDone; ) {
      const start = process.cpuUsage();
      isDone = work.next().done === true;
      longest = Math.max(longest, process.cpuUsage(start).user);
    }
    const start = process.cpuUsage();
    const catalog = atOnce(new Catalog(empty).with(value ? [value] : []));
    const whole = process.cpuUsage(start).user;
    assert.ok(longest < whole / 2, `${longest} of ${whole} µs`);
    assert.equal(catalog.size, 20_000);
  });
});
