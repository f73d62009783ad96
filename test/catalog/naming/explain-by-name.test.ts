import assert from "node:assert/strict";
import { compileCatalog } from "../../../catalog/model/compiled/compile.ts";
import { CompiledCatalog } from "../../../catalog/model/compiled/compiled-catalog.ts";
import { sectionsOf } from "../../../catalog/model/compiled/sections.ts";
import type { CatalogData } from "../../../catalog/model/entry.ts";
import {
  textsFromName,
  withNameRead,
  withoutTextsFromNames,
} from "../../../catalog/naming/explain-by-name.ts";
import { builtIn } from "../built-in.ts";

describe("entries that only the names of their codes explain", () => {
  let data: CatalogData;
  before(async function () {
    // The whole catalog is compiled.
    this.timeout(120_000);
    ({ data } = await builtIn());
    data.entries = data.entries.filter(({ basis }, index) => basis === "name" && index % 40 === 0);
  });

  it("are read from the file without their texts, which are computed when they are asked for", () => {
    const asked: string[] = [];
    const table = new CompiledCatalog(
      sectionsOf(compileCatalog(withoutTextsFromNames(data))),
      (code, concepts) => {
        asked.push(code);
        return textsFromName(code, concepts);
      },
    );
    const entries = data.entries.map((_, index) => table.entry(index));
    for (const { code, concept, kind, httpStatus } of entries) void [code, concept, kind, httpStatus];
    assert.deepEqual(asked, []);
    for (const [index, expected] of data.entries.entries()) {
      const { summary, cause, fix, concept, retry } = entries[index] ?? expected;
      assert.deepEqual(
        [summary, cause, fix, concept, retry],
        [expected.summary, expected.cause, expected.fix, expected.concept, expected.retry],
        expected.code,
      );
    }
    assert.equal(asked.length, entries.length, "each is read once");
  });

  it("can be users' own ones, whose facts stay as they are", () => {
    const own = {
      ...{ provider: "acme", service: "harbour", code: "Crate.NotFound", httpStatus: [409] },
      ...{ messages: [], summary: {}, source: [], retry: "backoff" as const },
    };
    const { basis, summary, concept, httpStatus, retry } = withNameRead(own, data.concepts);
    assert.deepEqual(
      [basis, summary.en, concept, httpStatus, retry],
      ["name", "Crate does not exist.", "resource-not-found", [409], "backoff"],
    );
    for (const one of [
      { ...own, summary: { "zh-CN": "货箱丢失。" } },
      { ...own, concept: "timeout" },
      { ...own, code: "Crate" },
    ])
      assert.equal(withNameRead(one, data.concepts), one);
  });

  it("state no kind and no concept where the name leaves it open", () => {
    const open = data.entries.filter(({ concept }) => concept === undefined);
    assert.ok(open.length > 50);
    for (const { kind, retry } of open) assert.deepEqual([kind, retry], [undefined, undefined]);
  });

  it("say nothing of concepts twice", () => {
    for (const { code, concept, cause, fix } of data.entries) {
      const ofConcept = data.concepts.find(({ id }) => id === concept);
      if (!ofConcept) continue;
      assert.notEqual(cause?.en, ofConcept.cause?.en ?? null, code);
      assert.notEqual(fix?.en, ofConcept.fix?.en ?? null, code);
    }
  });
});
