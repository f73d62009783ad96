import assert from "node:assert/strict";
import { readUserCatalog } from "../../../catalog/importers/user-catalog.ts";
import { assembleCatalog } from "../../../catalog/model/built-in.ts";
import { Catalog } from "../../../catalog/model/catalog.ts";
import { atOnce } from "../../../catalog/model/slices.ts";
import { snippetLanguages, snippetsFor } from "../../../catalog/rendering/snippets/index.ts";
import { parseCatalogFile } from "../../../catalog/schema/catalog-file.ts";
import { formatProblem as asLine } from "../../../catalog/schema/checked-file.ts";

const head = "version: 1\nprovider: acme\nservice: common\nname: Common\n";

function problemsOf(text: string): string[] {
  return assembleCatalog([{ path: "acme.yaml", text }]).problems.map(asLine);
}

const invalid: [name: string, text: string, problem: RegExp][] = [
  ["invalid YAML", `${head}entries: [`, /^acme\.yaml:5:\d+: /],
  ["an empty file", "", /^acme\.yaml:1:1: The file: It must be a mapping, not null\.$/],
  ["a later version", `${head.replace("1", "2")}entries: []`, /^acme\.yaml:1:10: version: /],
  [
    "an entry without a code",
    `${head}entries:\n  - summary: What?`,
    /^acme\.yaml:6:5: entries\.0\.code: This key is missing\.$/,
  ],
  [
    "an invalid status",
    `${head}entries:\n  - code: A\n    httpStatus: [4000]`,
    /^acme\.yaml:7:18: entries\.0\.httpStatus\.0: It must be at most 599, not 4000\.$/,
  ],
  [
    "an unknown key",
    `${head}entries:\n  - code: A\n    sumary: B`,
    /^acme\.yaml:7:5: entries\.0\.sumary: This key is unknown\. Did you mean 'summary'\?$/,
  ],
  [
    "a row that refers to a missing table",
    `${head}entries:\n  - code: A\n    rows: [nowhere]`,
    /^acme\.yaml:7:12: entries\.0\.rows\.0: The file has no table 'nowhere'\.$/,
  ],
  [
    "a link that is not an https URL",
    `${head}link: "javascript:alert(1)"\nentries: []`,
    /^acme\.yaml:5:7: link: /,
  ],
];

describe("a catalog file with names of prototypes", () => {
  const names = ["constructor", "toString", "__proto__", "hasOwnProperty", "valueOf"];

  it("refers to tables of its own alone", () => {
    for (const name of names)
      assert.deepEqual(problemsOf(`${head}entries:\n  - code: A\n    rows: [${name}]`), [
        `acme.yaml:7:12: entries.0.rows.0: The file has no table '${name}'.`,
      ]);
  });

  it("has them for codes, services and providers, and knows no others", () => {
    for (const name of names) {
      const id = /^[a-z]+$/.test(name) ? name : "acme";
      const text = `version: 1\nprovider: ${id}\nservice: ${id}\nname: X\nentries:\n  - code: ${name}\n`;
      const { value, problems } = atOnce(readUserCatalog(text, "acme.yaml", "file:///acme.yaml", {}));
      assert.deepEqual(problems, []);
      assert.ok(value);
      const empty = { providers: [], services: [], concepts: [], entries: [], known: {}, pinyin: {} };
      const catalog = atOnce(new Catalog(empty).with([value]));
      assert.deepEqual(
        names.filter((one) => catalog.hasEntry(one) || catalog.isOfficial(one)),
        [name],
      );
      assert.deepEqual(
        names.filter((one) => catalog.providerNamed(one) || catalog.service(id, one)),
        id === name ? [name] : [],
      );
      const snippetsOf = (provider: string) =>
        snippetLanguages.map((language) =>
          snippetsFor({ code: name, others: [], provider, retry: "no" }, language, "en"),
        );
      assert.deepEqual(snippetsOf(name), snippetsOf("nobody"));
    }
  });

  it("has no key of theirs that is known", () => {
    for (const name of names)
      assert.deepEqual(problemsOf(`${head}${name}: x\nentries: []`), [
        `acme.yaml:5:1: ${name}: This key is unknown.`,
      ]);
  });

  it("keeps no half of a character, of which no URI can be made", () => {
    const text = `${head}entries:\n  - code: "A\\ud800"\n    summary: "\\U0000DC00"\n`;
    const { value } = parseCatalogFile(text, "acme.yaml");
    assert.deepEqual(
      [value?.entries?.[0]?.code, value?.entries?.[0]?.summary],
      ["A\ufffd", { en: "\ufffd" }],
    );
  });
});

describe("a catalog file", () => {
  for (const [name, text, problem] of invalid) {
    it(`reports ${name} by file, line and column`, () => {
      const [first, ...others] = problemsOf(text);
      assert.match(first ?? "", problem);
      assert.deepEqual(others, []);
    });
  }

  it("reports the positions of the text, also behind parts of several lines that are no YAML", () => {
    const spansIn = (text: string) =>
      parseCatalogFile(text, "acme.yaml").problems.map(
        ({ line, character, endLine, endCharacter }) => `${line}:${character}-${endLine}:${endCharacter}`,
      );
    // One for what is wrong in a line: the others of it follow from the first.
    assert.deepEqual(spansIn("!  - path: a\n    provider: b\nversion: ["), ["0:0-0:1", "2:0-2:7"]);
    assert.deepEqual(spansIn('version: "1'), ["0:11-0:11"]);
  });

  it("states limits as sentences, in both languages", () => {
    const long = "A".repeat(201);
    const text = `${head}entries:\n  - { code: A, httpStatus: 4 }\n  - { code: B, httpStatus: 400.5 }\n  - { code: ${long} }`;
    const { problems } = parseCatalogFile(text, "acme.yaml");
    assert.deepEqual(
      problems.map(({ message }) => [message.en, message["zh-CN"]]),
      [
        [
          "entries.0.httpStatus: It must be at least 100, not 4.",
          "entries.0.httpStatus：不能小于 100，现为 4。",
        ],
        [
          "entries.1.httpStatus: It must be a whole number, not 400.5.",
          "entries.1.httpStatus：应为整数，而不是 400.5。",
        ],
        [
          "entries.2.code: It must have at most 200 characters, not 201.",
          "entries.2.code：不能超过 200 个字符，现有 201 个。",
        ],
      ],
    );
  });

  it("does not affect other files when it is invalid", () => {
    const { data, problems } = assembleCatalog([
      { path: "broken.yaml", text: "version: [" },
      { path: "acme.yaml", text: `${head}entries:\n  - code: Acme.Broken\n` },
    ]);
    assert.equal(problems.length > 0, true);
    assert.deepEqual(
      data.entries.map(({ code }) => code),
      ["Acme.Broken"],
    );
  });

  it("may be JSON, and requires only codes", () => {
    const text = JSON.stringify({
      version: 1,
      provider: "acme",
      service: "common",
      name: "Common",
      entries: [
        { code: "Acme.Broken", httpStatus: [500], messages: ["It broke."], summary: "It is broken." },
      ],
    });
    const { data, problems } = assembleCatalog([{ path: "acme.json", text }]);
    assert.deepEqual(problems, []);
    assert.deepEqual(data.entries[0]?.summary, { en: "It is broken." });
  });

  it("is rejected if its aliases expand excessively", () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`;
    assert.match(problemsOf(bomb).join(), /alias/i);
  });
});
