import assert from "node:assert/strict";
import { Catalog } from "../../../catalog/model/catalog.ts";
import { compileCatalog, compiledInMemory } from "../../../catalog/model/compiled/compile.ts";
import { CompiledCatalog } from "../../../catalog/model/compiled/compiled-catalog.ts";
import { sectionsOf } from "../../../catalog/model/compiled/sections.ts";
import type { CatalogData, Entry } from "../../../catalog/model/entry.ts";
import { atOnce } from "../../../catalog/model/slices.ts";
import type { UserCatalog } from "../../../catalog/model/user-catalog.ts";
import { indexSections } from "../../../catalog/search/index/write-index.ts";
import { parseQuery } from "../../../catalog/search/query.ts";
import { matchRanks } from "../../../catalog/search/ranks.ts";
import { Search } from "../../../catalog/search/search.ts";
import { generatedCatalog } from "../../bench/generated-catalog.ts";
import { builtIn, explained } from "../built-in.ts";
import { FullScan, keyOf, queries } from "./full-scan.ts";

/** A query of punctuation alone is the one kind that the index answers less: it finds nothing by meaning. */
const unfiltered = queries.filter(
  (query) => parseQuery(query).filters.size === 0 && /[\p{L}\p{N}]/u.test(query),
);

/** A user's catalog with a new code, one that extends a built-in entry, a concept changed, and a code in Chinese. */
function userCatalog({ concepts }: CatalogData): UserCatalog {
  const own = (code: string, rest: Partial<Entry>): Entry => {
    const lists = { httpStatus: [], messages: [], source: [] };
    return { provider: "acme", service: "shop", code, summary: {}, ...lists, ...rest };
  };
  const expired = concepts.find(({ id }) => id === "signature-expired");
  assert.ok(expired);
  return {
    providers: [],
    services: [],
    complete: false,
    concepts: [{ ...expired, name: { en: "Stale signature", "zh-CN": "签名陈旧" } }],
    entries: [
      own("Paper.Out", {
        summary: { en: "The printer has no paper.", "zh-CN": "打印机限流快照。" },
        httpStatus: [409],
      }),
      own("签名.过期", { messages: ["The signature of printer %s has expired since yesterday."] }),
      own("InvalidParameter", {
        provider: "tencent-cloud",
        service: "common",
        summary: { en: "Own words." },
      }),
    ],
  };
}

describe("the search index", () => {
  let data: CatalogData;
  let compiled: CompiledCatalog;
  before(async () => {
    ({ data } = await builtIn());
    // A look at every entry for every query takes long: a third of them has words and forms of all kinds.
    const entries = explained(data.entries).filter(
      ({ concept }, index) => index % 3 === 0 || concept === "signature-expired",
    );
    data = { ...data, entries };
    compiled = compiledInMemory(data);
  });

  const compare = (catalog: Catalog, limit: number, asked = unfiltered) => {
    const [search, scan] = [new Search(catalog), new FullScan(catalog)];
    const differing = asked.flatMap((query) => {
      const found = search.find(query, limit).filter(({ rank }) => rank !== matchRanks.fuzzy);
      const named = query.split(" ").some((word) => catalog.providerNamed(word));
      const [actual, expected] = [
        found.map(keyOf).join("\n"),
        scan.find(parseQuery(query).text, limit).join("\n"),
      ];
      const at = actual.split("\n").findIndex((line, index) => line !== expected.split("\n")[index]);
      const lineOf = (lines: string) => lines.split("\n").at(at);
      return actual === expected || named
        ? []
        : [{ query, at, actual: lineOf(actual), expected: lineOf(expected) }];
    });
    assert.deepEqual(differing, []);
  };

  it("finds what a look at every entry finds, in the same order", () => compare(new Catalog(compiled), 50));

  it("finds it too when few are wanted, and when all are", () => {
    const some = unfiltered.filter((_, index) => index % 5 === 0);
    compare(new Catalog(compiled), 3, some);
    compare(new Catalog(compiled), 5000, some);
  });

  it("finds users' entries among the others, those that they extend only once, and by the names of their concepts", () => {
    const catalog = atOnce(new Catalog(compiled).with([userCatalog(data)]));
    compare(catalog, 50);
    const search = new Search(catalog);
    const codes = (query: string) => search.find(query).map(({ entry }) => entry.code);
    for (const query of [
      "printer paper",
      "打印机限流",
      "xianliukuaizhao",
      "papout",
      "Paper.Out",
      "Papre.Out",
    ])
      assert.equal(codes(query)[0], "Paper.Out", query);
    assert.ok(codes("stale signature").includes("AuthFailure.SignatureExpire"));
    const same = search.find("InvalidParameter").filter(({ entry }) => entry.code === "InvalidParameter");
    assert.equal(
      same.filter(({ entry }) => entry.provider === "tencent-cloud" && entry.service === "common").length,
      1,
    );
  });

  it("recognises messages as a look at every message does", () => {
    const catalog = new Catalog(compiled);
    const [search, scan] = [new Search(catalog), new FullScan(catalog)];
    const texts = [
      ...queries,
      ...data.entries.flatMap(({ messages }) => messages[0]?.replace(/%s/g, "vpc-1") ?? []),
    ];
    for (const text of texts.filter((_, index) => index % 3 === 0))
      assert.deepEqual(search.findMessage(text).map(keyOf), scan.findMessage(text), text);
  });

  it("answers the same whether the build or the start made it", () => {
    const sections = compileCatalog(data);
    const index = indexSections(compiled);
    const built = new Search(new Catalog(new CompiledCatalog(sectionsOf(new Map([...sections, ...index])))));
    const made = new Search(new Catalog(compiled));
    for (const query of queries)
      assert.deepEqual(built.find(query).map(keyOf), made.find(query).map(keyOf), query);
  });

  it("is not made again for a catalog that has it", () => {
    const sections = new Map([...compileCatalog(data), ...indexSections(compiled)]);
    const table = new CompiledCatalog(sectionsOf(sections));
    table.decode = () => assert.fail("An entry is decoded.");
    assert.equal(new Search(new Catalog(table)).find("xqzvwkj").length, 0);
  });

  it("can be made in slices before anything is searched for", () => {
    const catalog = new Catalog(data);
    const search = new Search(catalog);
    const preparing = search.preparing();
    let slices = 0;
    while (!preparing.next().done) slices++;
    assert.ok(slices > catalog.size / 200);
    const [layer] = catalog.layers;
    assert.ok(layer);
    layer.table.decode = () => assert.fail("An entry is decoded.");
    assert.equal(search.find("xqzvwkj").length, 0);
    assert.equal(search.preparing().next().done, true);
  });

  it("finds misspelled codes among more than 20,000", async function () {
    // Making such a catalog takes seconds.
    this.timeout(60_000);
    const { data } = await builtIn();
    const entries = explained(data.entries);
    const search = new Search(new Catalog(generatedCatalog({ ...data, entries }, 21_000)));
    for (const [written, meant] of [
      ["AuthFailre.SignatureExpird", "AuthFailure.SignatureExpire"],
      ["InsuficientBalnce", "InsufficientBalance"],
      ["NoSuchBuket", "NoSuchBucket"],
    ] as const)
      assert.equal(search.find(written)[0]?.entry.code, meant);
  });
});
