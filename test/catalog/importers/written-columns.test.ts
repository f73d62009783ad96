import assert from "node:assert/strict";
import { readMapping } from "../../../catalog/importers/mapping-text.ts";
import { readUserCatalog } from "../../../catalog/importers/user-catalog.ts";
import { Catalog } from "../../../catalog/model/catalog.ts";
import { compiledInMemory } from "../../../catalog/model/compiled/compile.ts";
import { atOnce } from "../../../catalog/model/slices.ts";
import { importDocument } from "./fixture.ts";

const text = "Key,Kind,Text,HTTP\nAcme.A,Acme.Failure,It failed.,500\nAcme.B,Acme.Failure,It is late.,504\n";

describe("columns that users name", () => {
  it("are found by their headers, in any case, or by their numbers", () => {
    for (const columns of [
      { code: "key", message: "TEXT", httpStatus: "http", cause: "Reason" },
      { code: 0, message: 2, httpStatus: 3 },
    ])
      assert.deepEqual(
        importDocument(text, "a.csv", { columns }).rows.map(({ code, message, httpStatus }) => [
          code,
          message,
          ...httpStatus,
        ]),
        [
          ["Acme.A", "It failed.", 500],
          ["Acme.B", "It is late.", 504],
        ],
      );
  });

  it("are written with = on the command line, for all documents, one of them or one table", () => {
    assert.deepEqual(readMapping("code=Error code,fix=3"), { mapping: { code: "Error code", fix: 3 } });
    assert.deepEqual(readMapping("docs/a.md:code=1"), { at: { path: "docs/a.md" }, mapping: { code: 1 } });
    assert.deepEqual(readMapping("docs/a.md:12:code=1").at, { path: "docs/a.md", line: 12 });
    for (const wrong of ["code=", "fix=3", "owner=2", "code=1,code=2"])
      assert.throws(() => readMapping(wrong), Error);
  });

  it("are stated in configurations, as the name, the packages and the hosts of the provider are", () => {
    const naming = {
      provider: "acme",
      name: "Acme",
      imports: ["@acme/sdk"],
      hosts: ["api.acme.example"],
      columns: { code: "key", message: "text" },
    };
    const { value } = atOnce(readUserCatalog(text, "a.csv", "file:///a.csv", naming));
    const empty = { providers: [], services: [], concepts: [], entries: [], known: {}, pinyin: {} };
    const catalog = atOnce(new Catalog(compiledInMemory(empty)).with(value ? [value] : []));
    assert.deepEqual(catalog.find("acme", "common", "Acme.B")?.messages, ["It is late."]);
    const { name, imports, hosts } = catalog.provider("acme") ?? assert.fail();
    assert.deepEqual([name.en, imports, hosts], ["Acme", ["@acme/sdk"], ["api.acme.example"]]);
  });
});
