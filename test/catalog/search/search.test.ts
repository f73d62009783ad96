import assert from "node:assert/strict";
import type { Catalog } from "../../../catalog/model/catalog.ts";
import { Search } from "../../../catalog/search/search.ts";
import { builtInCatalog, small } from "../built-in.ts";

describe("search", () => {
  let search: Search;
  before(async () => {
    search = new Search(await small());
  });
  const codes = (query: string, limit?: number) => search.find(query, limit).map(({ entry }) => entry.code);

  const first: [query: string, code: string][] = [
    ["AuthFailure.SignatureExpire", "AuthFailure.SignatureExpire"],
    ["signatureexpire", "AuthFailure.SignatureExpire"],
    ["SignatureExpyre", "AuthFailure.SignatureExpire"],
    ["Throttling", "Throttling"],
    ["invalidparameter", "InvalidParameter"],
    ["请求时间戳与服务器时间", "AuthFailure.SignatureExpire"],
    ["multipart", "InvalidRequest"],
    ["The request signature nonce has been used", "SignatureNonceUsed"],
  ];
  for (const [query, code] of first) {
    it(`finds ${code} for '${query}'`, () => assert.equal(codes(query)[0], code));
  }

  it("finds codes by their HTTP status", () => {
    const found = search.find("409");
    assert.ok(found.length > 0);
    assert.ok(found.slice(0, 1).every(({ entry }) => entry.httpStatus.includes(409)));
  });

  it("returns the matched ranges of the code", () => {
    const [hit] = search.find("Expire");
    const marked = hit?.ranges.map(([start, end]) => hit.entry.code.slice(start, end));
    assert.deepEqual(marked, ["Expire"]);
  });

  it("returns all entries for an empty query, and none for nonsense", () => {
    assert.equal(codes("", 10).length, 10);
    assert.deepEqual(codes("xqzvwkj"), []);
  });

  it("handles very long input", () => {
    assert.ok(Array.isArray(codes("The request ".repeat(10_000))));
  });
});

describe("searching codes that only their names explain", () => {
  let search: Search;
  let catalog: Catalog;
  before(async () => {
    catalog = await builtInCatalog();
    search = new Search(catalog);
  });
  const find = (query: string, limit = 50) => search.find(query, limit).map(({ entry }) => entry);

  it("finds them by code, by a word of it, and by what is read from it in either language", () => {
    const named = catalog.entries.find(
      ({ basis, summary }) => basis === "name" && /快照/.test(summary["zh-CN"] ?? ""),
    );
    assert.ok(named);
    for (const query of [named.code, named.code.toLowerCase()])
      assert.equal(find(query, 5)[0]?.code, named.code, query);
    for (const query of ["快照 不存在", "snapshot malformed"]) {
      const found = find(query, 200);
      assert.ok(
        found.some(({ basis }) => basis === "name"),
        query,
      );
    }
  });

  it("puts what the catalog explains before them where both match alike", () => {
    for (const query of ["InvalidParameter", "AuthFailure", "InternalErr"]) {
      const bases = find(query, 200).map(({ basis, code }) => [basis ?? "own", code] as const);
      const ofPrefix = bases.filter(([, code]) => code.startsWith(query) && code !== query);
      const firstNamed = ofPrefix.findIndex(([basis]) => basis === "name");
      const lastOwn = ofPrefix.findLastIndex(([basis]) => basis === "own");
      assert.ok(firstNamed < 0 || lastOwn < firstNamed, query);
    }
  });

  it("finds a code of many services once, and in each service that the query names", () => {
    const code = "ResourceNotFoundException";
    assert.equal(find(code, 100).filter((entry) => entry.code === code && entry.basis === "name").length, 0);
    const services = new Set(
      catalog.entriesIn("aws").flatMap((entry) => (entry.code === code ? entry.service : [])),
    );
    assert.ok(services.size > 100);
    assert.equal(find(`service:accessanalyzer ${code}`, 100)[0]?.service, "accessanalyzer");
  });

  it("finds words only where they begin in a code", () => {
    const found = find("peering", 300).filter(({ basis }) => basis === "name");
    assert.ok(found.length > 0);
    assert.ok(found.some(({ code }) => /peering/i.test(code)));
  });
});
