import assert from "node:assert/strict";
import type { Catalog } from "../../../catalog/model/catalog.ts";
import { filterValues } from "../../../catalog/search/filter-values.ts";
import { Search } from "../../../catalog/search/search.ts";
import { unknownFilters } from "../../../catalog/search/unknown-filters.ts";
import { builtInCatalog } from "../built-in.ts";

describe("the values of filters", () => {
  let catalog: Catalog;
  before(async () => {
    catalog = await builtInCatalog();
  });
  const offered = (query: string, providers: string[] = []) => filterValues(query, catalog, providers, "en");
  const texts = (query: string, providers: string[] = []) =>
    offered(query, providers).values.map(({ text }) => text);

  it("complete what is written at the end of the query, by their ids or their names in either language", () => {
    assert.deepEqual(offered("token @ten"), {
      start: 6,
      values: [{ text: "@tencent-cloud", name: "Tencent Cloud" }],
    });
    assert.deepEqual(texts("@腾"), ["@tencent-cloud"]);
    assert.deepEqual(texts("KIND:Th"), ["KIND:throttling"]);
    assert.deepEqual(texts("kind:身份"), ["kind:authentication"]);
    assert.ok(texts("concept:signature-ex").includes("concept:signature-expired"));
    assert.deepEqual(texts("status:4x"), ["status:4xx"]);
    assert.ok(texts("status:50").includes("status:503"));
    assert.equal(offered("service:cloud virtual").values.length, 0);
    assert.ok(texts("service:direct").includes("service:dc"));
  });

  it("begin with the providers of the file, and with the services of those or of the provider that is named", () => {
    assert.equal(texts("@", ["zenlayer-cloud", "aws"])[0], "@zenlayer-cloud");
    assert.equal(texts("@", ["zenlayer-cloud", "aws"])[1], "@aws");
    const details = (query: string) => offered(query, ["aws"]).values.map(({ detail }) => detail);
    assert.equal(details("service:")[0], "AWS");
    assert.ok(details("service:").includes("Alibaba Cloud"));
    assert.deepEqual(new Set(details("@tencent service:")), new Set(["Tencent Cloud"]));
  });

  it("are not offered for a complete value, within a word, or for other text", () => {
    for (const query of [
      "kind:quota",
      "@tencent-cloud",
      "kind:qu ",
      "mail@ten",
      "xkind:qu",
      "quota",
      "action:Run",
    ])
      assert.deepEqual(texts(query), [], query);
    assert.deepEqual(texts(" "), ["@", "service:", "kind:", "retry:", "status:", "action:"]);
  });

  it("are no part of the text that is searched while none is written", () => {
    const codes = (query: string) => new Search(catalog).find(query, 5).map(({ entry }) => entry.code);
    for (const unfinished of ["@", "kind:", "status:"])
      assert.deepEqual(codes(`signature expired ${unfinished}`), codes("signature expired"), unfinished);
  });

  it("are all known to the search, and each finds something", () => {
    const search = new Search(catalog);
    for (const query of ["@", "kind:", "retry:", "status:", "service:"])
      for (const text of texts(query)) {
        assert.deepEqual(unknownFilters(text, catalog), [], text);
        if (query !== "service:") assert.ok(search.find(text, 1).length > 0, text);
      }
  });
});
