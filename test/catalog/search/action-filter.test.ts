import assert from "node:assert/strict";
import { Catalog } from "../../../catalog/model/catalog.ts";
import type { Entry } from "../../../catalog/model/entry.ts";
import { Search } from "../../../catalog/search/search.ts";
import { unknownFilterMessage, unknownFilters } from "../../../catalog/search/unknown-filters.ts";

const providerOf = (id: string) => ({
  id,
  name: { en: id, "zh-CN": id },
  aliases: [],
  imports: [],
  packages: [],
  hosts: [],
  responses: [],
});
const entryOf = (provider: string, service: string, code: string, more: Partial<Entry> = {}): Entry => ({
  provider,
  service,
  code,
  httpStatus: [400],
  messages: [],
  summary: { en: `About ${code}.` },
  source: [],
  ...more,
});

const catalog = new Catalog({
  providers: [providerOf("acme"), providerOf("other")] as never,
  services: [],
  concepts: [],
  entries: [
    entryOf("acme", "common", "Denied", { kind: "permission" }),
    entryOf("acme", "vm", "NameTooLong", { kind: "invalid-request" }),
    entryOf("acme", "vm", "SoldOut", { kind: "quota" }),
    entryOf("acme", "vm", "Unrelated"),
    entryOf("acme", "disk", "SoldOut", { kind: "quota", isRepeated: true }),
    entryOf("other", "ecs", "NoStock", { kind: "quota" }),
  ],
  known: {},
  pinyin: {},
  actions: [
    { provider: "acme", service: "vm", action: "RunInstances", codes: ["Denied", "NameTooLong", "SoldOut"] },
    { provider: "acme", service: "disk", action: "CreateDisks", codes: ["SoldOut"] },
    { provider: "other", service: "ecs", action: "RunInstances", codes: ["NoStock"] },
  ],
});
const search = new Search(catalog);
const found = (query: string) => search.find(query).map(({ entry }) => `${entry.service} ${entry.code}`);
const unknown = (query: string) => unknownFilters(query, catalog).map(unknownFilterMessage);

describe("the filter action:", () => {
  it("finds what an action answers with, the most telling codes first", () => {
    assert.deepEqual(found("@acme action:RunInstances"), ["vm SoldOut", "common Denied", "vm NameTooLong"]);
    assert.deepEqual(found("action:run_instances kind:quota"), ["vm SoldOut", "ecs NoStock"]);
    assert.deepEqual(found("action:createDisks"), ["disk SoldOut"]);
  });

  it("narrows a search for words", () => {
    assert.deepEqual(found("action:RunInstances about NameTooLong")[0], "vm NameTooLong");
    assert.deepEqual(found("action:RunInstances Unrelated"), []);
  });

  it("tells of an action that there is not, with the name that may be meant", () => {
    assert.deepEqual(unknown("action:RunInstances"), []);
    assert.match(
      unknown("action:RunInstance")[0]?.en ?? "",
      /no action 'runinstance'\. Did you mean RunInstances\?/,
    );
    assert.match(
      unknown("@other action:CreateDiks")[0]?.en ?? "",
      /^There is no action 'creatediks'\. Known values: /,
    );
    assert.match(unknown("@acme action:CreateDiks")[0]?.["zh-CN"] ?? "", /是否指 CreateDisks？/);
    assert.match(unknown("@other action:CreateDisks")[0]?.en ?? "", /no action 'createdisks'/);
    assert.match(unknown("action:whatever")[0]?.en ?? "", /Known values: RunInstances, CreateBucket, …\./);
  });
});
