import assert from "node:assert/strict";
import { Search } from "../../../catalog/search/search.ts";
import { small } from "../built-in.ts";

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
