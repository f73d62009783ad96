import assert from "node:assert/strict";
import { Search } from "../../../../catalog/search/search.ts";
import { segmentSimilarity } from "../../../../catalog/search/spelling/segments.ts";
import { builtInCatalog } from "../../built-in.ts";

describe("misspellings by segment", () => {
  it("resemble the code that is misspelled more than one with other segments", () => {
    const closer = (written: string, meant: string, other: string) => {
      const similarity = segmentSimilarity(written, meant);
      assert.ok(similarity !== undefined, written);
      assert.ok(similarity > (segmentSimilarity(written, other) ?? 0), `${written}: ${other}`);
    };
    closer("authfailure.tokenfailre", "AuthFailure.TokenFailure", "AuthFailure.MFAFailure");
    closer("invaliddibnstance.notfound", "InvalidDBInstance.NotFound", "InvalidInstance.NotFound");
    closer("forbiddden.accesskey", "Forbidden.AccessKey", "Forbidden.AccessKeyDisabled");
    closer("tokenfailre", "AuthFailure.TokenFailure", "AuthFailure.MFAFailure");
    assert.equal(segmentSimilarity("a.b", "a"), undefined);
    assert.equal(segmentSimilarity("...", "a.b"), undefined);
  });

  it("are found first", async () => {
    const search = new Search(await builtInCatalog());
    for (const [written, code] of [
      ["authfailure.tokenfailre", "AuthFailure.TokenFailure"],
      ["forbiddden.accesskey", "Forbidden.AccessKey"],
      ["invaliddibnstance.notfound", "InvalidDBInstance.NotFound"],
    ] as const)
      assert.equal(search.find(written, 10)[0]?.entry.code, code);
  });
});
