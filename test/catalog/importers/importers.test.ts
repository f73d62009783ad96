import assert from "node:assert/strict";
import { documentFormats } from "../../../catalog/importers/formats/index.ts";
import { importerOf } from "../../../catalog/importers/index.ts";
import { readUserCatalog } from "../../../catalog/importers/user-catalog.ts";
import { yamlCatalog } from "../../../catalog/importers/yaml-catalog.ts";
import { atOnce } from "../../../catalog/model/slices.ts";

const markdown =
  "# Gates\n\n| Error code | Status | Description |\n|---|---|---|\n| Gate.Closed | 409 | 门已关闭 |\n";

/** Texts of formats whose files need more than their name. */
const samples: Record<string, string> = {
  HTML: "<!doctype html><p>",
  OpenAPI: "openapi: 3.1.0\n",
  "JSON or YAML": "errors:\n  - code: A\n",
  "Protocol Buffers": 'syntax = "proto3";\n',
};

describe("the importer of a catalog file", () => {
  for (const format of documentFormats)
    it(`is found by the extensions of ${format.name}, in any case`, () => {
      for (const extension of format.extensions) {
        const text = samples[format.name] ?? "";
        assert.equal(importerOf(`docs/codes${extension}`, text).name, format.name);
        assert.equal(importerOf(`DOCS/CODES${extension.toUpperCase()}`, text).name, format.name);
      }
    });

  it("is that of our own format where the text is of it", () => {
    for (const path of ["codes", "codes.yaml", "codes.yml", "codes.json"])
      for (const text of [
        "version: 1\n",
        "provider: acme\nentries:\n  - code: A\n",
        '{ "entries": [] }',
        " ",
      ])
        assert.equal(importerOf(path, text), yamlCatalog);
    assert.notEqual(importerOf("codes.yaml", "errors:\n  - code: A\n"), yamlCatalog);
  });

  it("names the formats that are read if that of a file is not known", () => {
    for (const path of ["codes.rst", "codes.txt", "codes.md.bak"]) {
      const { value, problems } = atOnce(readUserCatalog("Codes\n=====\n", path, `file:///${path}`, {}));
      assert.equal(value, undefined);
      assert.match(problems[0]?.message.en ?? "", /not known.*Markdown, HTML, CSV/);
    }
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
