import assert from "node:assert/strict";
import type { Catalog } from "../../../catalog/model/catalog.ts";
import type { Entry } from "../../../catalog/model/entry.ts";
import { familyOf } from "../../../catalog/model/family.ts";
import { pageSections } from "../../../catalog/rendering/page.ts";
import type { PageOptions } from "../../../catalog/rendering/section.ts";
import { sourcesOf } from "../../../catalog/rendering/source-names.ts";
import { builtInCatalog } from "../built-in.ts";
import { hostile } from "../hostile.ts";

const how: PageOptions = {
  displayLanguage: "en",
  linkTo: ({ provider, code }) => `/${provider}/${code}`,
  linkToAction: ({ service, action }) => `/${service}/${action}`,
  linkToPosition: (uri, line) => `?${uri}:${line}`,
};

describe("the page of an entry", () => {
  let catalog: Catalog;
  before(async () => {
    catalog = await builtInCatalog();
  });

  function entryOf(provider: string, code: string): Entry {
    const entry = catalog.find(provider, "common", code);
    assert.ok(entry, code);
    return entry;
  }

  const section = (entry: Entry, id: string, more: Partial<PageOptions> = {}) =>
    pageSections(entry, catalog, { ...how, ...more }).find((one) => one.id === id);

  it("has its sections in order, and none without content", () => {
    const sections = pageSections(entryOf("alibaba-cloud", "MissingParameter"), catalog, how);
    assert.deepEqual(
      sections.map(({ heading }) => heading),
      [
        "",
        "Cause",
        "What to do",
        "Message",
        "On other clouds",
        "In this workspace",
        "Handling in code",
        "Actions that answer with it",
        "Family",
        "Source",
      ],
    );
    assert.match(sections.find(({ id }) => id === "message")?.markdown ?? "", /OwnerId,OwnerAccount/);
  });

  it("links to the equivalent codes of other providers", () => {
    const { markdown = "" } =
      section(entryOf("tencent-cloud", "AuthFailure.SignatureExpire"), "equivalents") ?? {};
    assert.match(markdown, /^- Alibaba Cloud: \[`\w[\w.]+`\]\(\/alibaba-cloud\/\w[\w.]+\)$/m);
    const chinese = section(entryOf("tencent-cloud", "AuthFailure.SignatureExpire"), "equivalents", {
      displayLanguage: "zh-CN",
    });
    assert.match(chinese?.markdown ?? "", /^- 阿里云：\[/m);
  });

  it("lists the family: parent, children and siblings", () => {
    const { parent, children, siblings } = familyOf(
      entryOf("tencent-cloud", "AuthFailure.SignatureExpire"),
      catalog,
    );
    assert.equal(parent?.code, "AuthFailure");
    assert.deepEqual(children, []);
    const codes = siblings.map(({ code }) => code);
    assert.ok(codes.includes("AuthFailure.SecretIdNotFound"));
    assert.ok(!codes.includes("AuthFailure.SignatureExpire"));
    assert.equal(new Set(codes).size, codes.length);
    const familyOfParent = familyOf(entryOf("tencent-cloud", "AuthFailure"), catalog);
    assert.ok(familyOfParent.children.length > 5);
    assert.equal(familyOfParent.parent, undefined);
  });

  it("treats words joined by an underscore as a family only below a code", () => {
    const { parent, siblings } = familyOf(entryOf("zenlayer-cloud", "REQUEST_TIMED_OUT"), catalog);
    assert.equal(parent, undefined);
    assert.deepEqual(siblings, []);
  });

  it("limits the number of relatives", () => {
    const { markdown = "" } = section(entryOf("tencent-cloud", "InvalidParameterValue"), "relatives") ?? {};
    assert.match(markdown, /does not match/);
    assert.equal(markdown.match(/^- \[/gm)?.length, 30);
    assert.match(markdown, /^- … \\\+\d+$/m);
  });

  it("shows the message and request ID of a concrete response", () => {
    const response = { message: "The `time` is *wrong*", requestId: "2c4e-11" };
    const { markdown = "" } =
      section(entryOf("tencent-cloud", "AuthFailure.SignatureExpire"), "response", { response }) ?? {};
    assert.match(markdown, /\*\*Message\*\*\n\n``The `time` is \*wrong\*``/);
    assert.match(markdown, /\*\*Request ID\*\*\n\n`2c4e-11`/);
  });

  it("says in words, in either language, what a source is, where in it, and as of when", () => {
    const own = { ...entryOf("tencent-cloud", "AuthFailure"), basis: "sdk" as const };
    const source = (entry: Partial<Entry>, displayLanguage: "en" | "zh-CN" = "en") =>
      section({ ...own, ...entry }, "source", { displayLanguage })?.markdown.split("\n\n")[0];
    const sdk = {
      document: "tencentcloud-sdk-go abc v1 errors.go",
      date: "2026-01-02",
      url: "https://a.example/b",
    };
    assert.equal(
      source({ source: [sdk] }),
      "- [Tencent Cloud SDK for Go: abc v1 errors.go](https://a.example/b), as of 2026\\-01\\-02",
    );
    assert.equal(
      source({ source: [sdk] }, "zh-CN"),
      "- [腾讯云 Go SDK：abc v1 errors.go](https://a.example/b)，截至 2026\\-01\\-02",
    );
    assert.match(
      source({ source: [{ document: "tencent-cloud-ioa", section: "公共错误码" }] }) ?? "",
      /^- \[Tencent Cloud documentation: iOA API\]\(https:[^)]+\), 公共错误码$/,
    );
    assert.equal(
      source({ source: [{ document: "Our handbook", section: "Errors" }] }),
      "- Our handbook, Errors",
    );
  });

  it("names no source of the built-in catalog by an id", () => {
    for (const layer of catalog.layers)
      for (let index = 0; index < layer.table.size; index += 1) {
        if (!layer.hasOwnText(index)) continue;
        const rows = sourcesOf(layer.entry(index), catalog, "en");
        for (const row of rows)
          assert.doesNotMatch(row, /^\[?(?:tencent|alibaba|baidu|zenlayer)[a-z]*(?:\\-[a-z]+)+[,\]]/);
      }
  });

  it("links to the entry in the user's own catalog", () => {
    const userEntry = {
      ...entryOf("tencent-cloud", "AuthFailure"),
      origin: { uri: "file:///p/codes (1).csv", path: "codes (1).csv", line: 4, character: 0 },
    };
    const { markdown = "" } = section(userEntry, "source") ?? {};
    assert.match(markdown, /^\[codes \\\(1\\\)\.csv:5\]\(\?file:\/\/\/p\/codes%20%281%29\.csv:4\)$/m);
  });

  it("escapes Markdown in data", () => {
    for (const { markdown } of pageSections(hostile, catalog, how)) {
      const outside = markdown.replace(/(`+)[\s\S]*?\1/g, "");
      assert.doesNotMatch(outside, /(?<!\\)[[<](?!\]\()|^(?:- list|# head)/m, markdown);
    }
  });
});
