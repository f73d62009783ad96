import assert from "node:assert/strict";
import {
  type CatalogResult,
  type CodesResult,
  catalogRequest,
  codesRequest,
  type DetailsResult,
  detailsRequest,
  type ExplainResult,
  explainRequest,
  type SearchResult,
  searchRequest,
} from "../../../server/protocol/index.ts";
import { Project } from "../harness/test-project.ts";

const names = ["constructor", "toString", "__proto__", "hasOwnProperty", "valueOf"];
const odd = ["A\ud800", "A)b", "A(b", "[x](command:evil)", "$(trash)", "a/b?c#d%", "..", "🙂", "A.b+"];

function catalogOf(codes: readonly string[], provider: string) {
  return JSON.stringify({
    version: 1,
    provider: { id: provider, name: provider, responses: [{ format: "json", code: "constructor.name" }] },
    service: provider,
    name: provider,
    entries: codes.map((code) => ({ code, summary: `Meaning ${code}`, kind: "internal" })),
  });
}

describe("a catalog with odd names", () => {
  let project: Project;
  before(async () => {
    project = await Project.of({
      ".error-codes.json": JSON.stringify({
        providers: ["constructor"],
        catalogs: [{ path: "names.json" }, { path: "odd.json" }],
        rules: { toString: "error" },
      }),
      "names.json": catalogOf(names, "constructor"),
      "odd.json": catalogOf(odd, "acme"),
    });
  });
  after(() => project.end());

  const request = <T>(method: string, params: object) =>
    project.client.connection.sendRequest<T>(method, { uri: project.uri("a.ts"), ...params });

  it("has a page for each of its codes, with links that lead to the others", async () => {
    for (const [provider, codes] of [
      ["constructor", names],
      ["acme", ["A\ufffd", ...odd.slice(1)]],
    ] as const) {
      const { groups, codes: alone } = await request<CodesResult>(codesRequest, {
        provider,
        service: provider,
        grouping: "kind",
      });
      const listed = [...groups.flatMap((group) => group.codes), ...alone];
      assert.deepEqual(new Set(listed.map(({ code }) => code)), new Set(codes));
      for (const { code } of listed) {
        const page = await request<DetailsResult>(detailsRequest, { provider, service: provider, code });
        assert.equal(page?.code, code);
        assert.match(JSON.stringify(page.sections), /Meaning/);
        assert.doesNotMatch(JSON.stringify(page), /native code|\[object/);
      }
    }
  });

  it("is found by a search, and lists its providers", async () => {
    const providers = await request<CatalogResult>(catalogRequest, {});
    assert.deepEqual(
      providers.slice(0, 2).map(({ id }) => id),
      ["constructor", "acme"],
    );
    for (const query of [...names, "@constructor", "kind:constructor", "retry:toString", "status:valueOf"]) {
      const found = await request<SearchResult>(searchRequest, { query });
      if (names.includes(query)) assert.equal(found[0]?.code, query);
    }
  });

  it("explains them, and nothing else that has their names", async () => {
    for (const name of names) {
      const { found } = await request<ExplainResult>(explainRequest, { text: name });
      assert.deepEqual(
        found.map(({ code }) => code),
        [name],
      );
    }
    for (const text of [
      '{"x": 1}',
      '{"__proto__": {"code": "Throttling"}}',
      "<Error><Code>X</Code><__proto__>a</__proto__></Error>",
    ])
      await request<ExplainResult>(explainRequest, { text });
    const { found } = await request<ExplainResult>(explainRequest, { text: '{"message": "x", "status": 1}' });
    assert.deepEqual(found, []);
  });

  it("is hovered, and reported on, in a document", async () => {
    for (const name of names) {
      const text = `if (err.code === "${name[0]}|${name.slice(1)}") {}\n`;
      const open = await project.open(`${name}.ts`, "typescript", text);
      assert.match((await open.hoverTexts())?.text ?? "", new RegExp(`^\`${name}\`[\\s\\S]*Meaning`));
      await open.diagnose();
    }
    const markdown = await project.open("a.md", "markdown", "```constructor\nx\n```\n```toString\nx\n```\n");
    assert.deepEqual(await markdown.diagnose(), []);
    const configuration = await project.open(
      ".error-codes.json",
      "json",
      '{ "rules": { "toString": "error", "valueOf": "toString" } }',
    );
    assert.deepEqual(
      (await configuration.diagnose()).map(({ message }) => message),
      ["There is no rule 'toString'.", "There is no rule 'valueOf'."],
    );
  });
});
