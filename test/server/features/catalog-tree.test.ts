import assert from "node:assert/strict";
import { groupEntries } from "../../../server/features/catalog-tree.ts";
import {
  type CatalogResult,
  type CodesResult,
  catalogRequest,
  codesRequest,
  type Grouping,
  type SearchResult,
  searchRequest,
} from "../../../server/protocol/index.ts";
import { builtInCatalog } from "../../catalog/built-in.ts";
import { Project } from "../harness/test-project.ts";

const userCatalog = [
  "version: 1",
  "provider: acme",
  "service: shop",
  "name: { en: Shop }",
  "entries:",
  "  - { code: Order.Missing, kind: not-found, httpStatus: [404], summary: { en: No such order } }",
  "  - { code: Order.Closed, kind: conflict, httpStatus: [409, 410], summary: { en: Closed } }",
  "  - { code: Order, kind: invalid-request, summary: { en: Wrong order } }",
  "  - { code: Basket.Missing, kind: not-found, httpStatus: [404], deprecated: true, summary: { en: No such basket } }",
].join("\n");

const groupings = ["family", "kind", "status", "concept"] as const;

describe("the catalog tree", () => {
  let project: Project | undefined;
  afterEach(async () => {
    await project?.end();
    project = undefined;
  });

  const start = async (locale = "en") => {
    project = await Project.of(
      { "own.yaml": userCatalog, ".error-codes.yaml": "catalogs:\n  - path: own.yaml\n" },
      { locale },
    );
  };
  const ask = <T>(method: string, params: object = {}) =>
    (project ?? assert.fail()).client.connection.sendRequest<T>(method, params);
  const grouped = async (grouping: Grouping, provider = "acme", service = "shop") => {
    const { groups, codes } = await ask<CodesResult>(codesRequest, { provider, service, grouping });
    return [
      ...groups.map(({ name, codes }) => `${name}: ${codes.map(({ code }) => code).join(" ")}`),
      ...codes.map(({ code }) => code),
    ];
  };

  it("lists user catalogs first and common codes before other services, with counts", async () => {
    await start();
    const providers = await ask<CatalogResult>(catalogRequest);
    const [first, second] = providers;
    assert.deepEqual(first, {
      id: "acme",
      name: "acme",
      count: 4,
      own: true,
      services: [{ id: "shop", name: "Shop", count: 4, own: true }],
    });
    assert.equal(second?.own, false);
    assert.equal(second?.services[0]?.id, "common");
    assert.equal(
      second?.count,
      second?.services.reduce((sum, { count }) => sum + count, 0),
    );
  });

  it("groups by family, kind and status, and lists codes that would be alone after the groups", async () => {
    await start();
    assert.deepEqual(await grouped("family"), ["Order: Order Order.Closed Order.Missing", "Basket.Missing"]);
    assert.deepEqual(await grouped("kind"), [
      "Not found: Basket.Missing Order.Missing",
      "Order",
      "Order.Closed",
    ]);
    assert.deepEqual(await grouped("status"), [
      "HTTP 404: Basket.Missing Order.Missing",
      "Order",
      "Order.Closed",
    ]);
  });

  it("groups by concept, in the display language", async () => {
    await start("zh-cn");
    const found = await grouped("concept", "alibaba-cloud", "common");
    assert.ok(
      found.some((one) => /^\p{Script=Han}+: \w+/u.test(one)),
      found.join("\n"),
    );
    assert.ok((await grouped("kind")).includes("不存在: Basket.Missing Order.Missing"));
  });

  it("contains each code in a group or on its own, in every grouping", async () => {
    const catalog = await builtInCatalog();
    for (const { provider, service } of catalog.services) {
      const entries = catalog.entriesIn(provider, service);
      const codes = new Set(entries.map(({ code }) => code));
      for (const grouping of groupings) {
        const { groups, ungrouped } = groupEntries(entries, grouping, catalog);
        const all = [...groups.flatMap(([, members]) => members), ...ungrouped];
        const found = new Set(all.map(({ code }) => code));
        assert.deepEqual([...found].sort(), [...codes].sort(), `${provider} ${service} by ${grouping}`);
        assert.ok(groups.every(([, members]) => members.length > 1));
      }
    }
  });

  it("answers so for all services, in one grouping after the other", async function () {
    // It asks for all codes of the catalog.
    this.timeout(120_000);
    await start();
    for (const { id, services } of await ask<CatalogResult>(catalogRequest)) {
      for (const [index, { id: service, count }] of services.entries()) {
        const grouping = groupings[index % groupings.length] ?? "family";
        const { groups, codes } = await ask<CodesResult>(codesRequest, { provider: id, service, grouping });
        const all = [...groups.flatMap((group) => group.codes), ...codes].map(({ code }) => code);
        assert.equal(new Set(all).size, count, `${id} ${service} by ${grouping}`);
        assert.ok(groups.every((group) => group.codes.length > 1));
      }
    }
  });

  it("marks deprecated codes and official misspellings, and links the provider's page", async () => {
    await start();
    const first = async (query: string) => (await ask<SearchResult>(searchRequest, { query, limit: 1 }))[0];
    assert.equal((await first("Basket.Missing"))?.deprecated, true);
    const misspelled = await first("InvalidParamater");
    assert.equal(misspelled?.officialMisspelling, true);
    assert.match(misspelled?.link ?? "", /^https:/);
    assert.equal((await first("Order.Missing"))?.kindName, "Not found");
  });
});
