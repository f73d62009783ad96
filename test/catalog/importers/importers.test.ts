import assert from "node:assert/strict";
import { importerOf, importers } from "../../../catalog/importers/index.ts";
import { readUserCatalog } from "../../../catalog/importers/user-catalog.ts";
import { yamlCatalog } from "../../../catalog/importers/yaml-catalog.ts";
import { atOnce } from "../../../catalog/model/slices.ts";

const markdown =
  "# Gates\n\n| Error code | Status | Description |\n|---|---|---|\n| Gate.Closed | 409 | 门已关闭 |\n";

describe("the importer of a catalog file", () => {
  for (const importer of importers)
    it(`is found by the extensions of ${importer.name}, in any case`, () => {
      for (const extension of importer.extensions) {
        assert.equal(importerOf(`docs/codes${extension}`), importer);
        assert.equal(importerOf(`DOCS/CODES${extension.toUpperCase()}`), importer);
      }
    });

  it("is that of our own format for files with any other extension", () => {
    for (const path of ["codes", "codes.txt", "codes.md.bak", "markdown"])
      assert.equal(importerOf(path), yamlCatalog);
  });

  it("reads the file and names its entries as the configuration states", () => {
    const uri = "file:///docs/codes.md";
    const { value, problems } = atOnce(
      readUserCatalog(markdown, "docs/codes.md", uri, { provider: "harbour" }),
    );
    assert.deepEqual(problems, []);
    assert.equal(value?.complete, false);
    assert.deepEqual(value.entries, [
      {
        provider: "harbour",
        service: "common",
        code: "Gate.Closed",
        httpStatus: [409],
        messages: [],
        summary: { "zh-CN": "门已关闭" },
        source: [{ document: "docs/codes.md", section: "Gates" }],
        origin: { uri, path: "docs/codes.md", line: 4, character: 2 },
      },
    ]);
    const yaml = "version: 1\nentries:\n  - code: Gate.Closed\n";
    const naming = { provider: "harbour", service: "gates", complete: true };
    const read = atOnce(readUserCatalog(yaml, "codes.yaml", "file:///codes.yaml", naming));
    assert.equal(read.value?.complete, true);
    assert.deepEqual(
      read.value.entries.map(({ provider, service, code, origin }) => ({ provider, service, code, origin })),
      [
        {
          provider: "harbour",
          service: "gates",
          code: "Gate.Closed",
          origin: { uri: "file:///codes.yaml", path: "codes.yaml", line: 2, character: 10 },
        },
      ],
    );
  });

  it("reports entries whose provider nobody names", () => {
    for (const [path, text] of [
      ["codes.md", markdown],
      ["codes.json", '{ "version": 1, "entries": [{ "code": "Gate.Closed" }] }'],
    ] as const) {
      const { value, problems } = atOnce(readUserCatalog(text, path, `file:///${path}`, {}));
      assert.equal(value, undefined);
      assert.deepEqual(
        problems.map(({ severity }) => severity),
        ["error"],
      );
    }
  });
});
