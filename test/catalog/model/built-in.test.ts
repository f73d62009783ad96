import assert from "node:assert/strict";
import type { Catalog } from "../../../catalog/model/catalog.ts";
import type { Entry } from "../../../catalog/model/entry.ts";
import { isSameField } from "../../../catalog/model/service-fields.ts";
import { builtIn, builtInCatalog, explained } from "../built-in.ts";

/** Codes and rows of the five documents, by provider and service. */
const expected: Record<string, [codes: number, rows: number]> = {
  "zenlayer-cloud/common": [19, 19],
  "alibaba-cloud/common": [44, 68],
  "baidu-ai-cloud/common": [14, 14],
  "baidu-ai-cloud/dev-machine": [3, 3],
  "tencent-cloud/common": [38, 73],
  "tencent-cloud/ioa": [34, 34],
  "tencent-cloud/dc": [10, 10],
};

const documents = {
  "zenlayer-cloud-common": 19,
  "alibaba-cloud-common": 68,
  "baidu-ai-cloud-common-and-dev-machine": 17,
  "tencent-cloud-ioa": 72,
  "tencent-cloud-dc": 45,
};

describe("the built-in catalog", () => {
  let catalog: Catalog;
  let entries: readonly Entry[];
  before(async () => {
    assert.deepEqual((await builtIn()).problems, []);
    catalog = await builtInCatalog();
    entries = explained(catalog.entries);
  });

  it("contains every code and row of the five documents", () => {
    const first = entries
      .map((entry) => ({ ...entry, source: entry.source.filter(({ document }) => document in documents) }))
      .filter(({ source }) => source.length > 0);
    const services = Map.groupBy(first, ({ provider, service }) => `${provider}/${service}`);
    const counts = [...services].map(([key, all]) => [
      key,
      [all.length, all.flatMap(({ source }) => source).length],
    ]);
    assert.deepEqual(Object.fromEntries(counts), expected);
    const rows = Map.groupBy(
      first.flatMap(({ source }) => source),
      (source) => source.document,
    );
    assert.deepEqual(Object.fromEntries([...rows].map(([key, all]) => [key, all.length])), documents);
    assert.equal(first.length, 162);
    assert.equal(first.flatMap(({ source }) => source).length, 221);
  });

  it("has each code only once in its service", () => {
    const keys = entries.map(({ provider, service, code }) => `${provider}/${service}/${code}`);
    assert.equal(new Set(keys).size, keys.length);
  });

  it("explains each code in both languages, with a unique text", () => {
    for (const { code, provider, summary } of entries) {
      assert.match(summary.en ?? "", /^[A-Z].*\.$/, `${provider} ${code}`);
      assert.match(summary["zh-CN"] ?? "", /\p{Script=Han}.*。$/u, `${provider} ${code}`);
    }
    assert.equal(new Set(entries.map(({ summary }) => summary.en)).size, entries.length);
    assert.equal(new Set(entries.map(({ summary }) => summary["zh-CN"])).size, entries.length);
  });

  it("has a kind, retry advice, a cause and a fix for each code, in both languages", () => {
    for (const entry of entries) {
      const name = `${entry.provider} ${entry.service} ${entry.code}`;
      const concept = catalog.concept(entry);
      assert.ok(concept, `${name} has no concept`);
      for (const text of [entry.cause ?? concept.cause, entry.fix ?? concept.fix, concept.name]) {
        assert.ok(text.en && text["zh-CN"], `${name} lacks a language`);
      }
    }
  });

  it("uses every concept", () => {
    const used = new Set(entries.map(({ concept }) => concept));
    assert.deepEqual(
      catalog.concepts.map(({ id }) => id).filter((id) => !used.has(id)),
      [],
    );
  });

  it("names a source for each code", () => {
    const withoutSource = entries.filter(({ source }) => source.length === 0);
    assert.deepEqual(
      withoutSource.map(({ provider, code }) => `${provider} ${code}`),
      [],
    );
  });

  it("finds the equivalent code of other providers", () => {
    const entry = catalog.find("tencent-cloud", "common", "RequestLimitExceeded") as Entry;
    const same = new Map(catalog.equivalents(entry).map(({ provider, code }) => [provider, code]));
    assert.equal(same.get("alibaba-cloud"), "Throttling");
    assert.ok(!same.has("tencent-cloud"));
  });

  it("does not return a code about another resource as an equivalent", () => {
    const equivalentsOf = (provider: string, service: string, code: string) =>
      new Map(
        catalog
          .equivalents(catalog.find(provider, service, code) as Entry)
          .map((one) => [one.provider, one.code]),
      );
    const none: [provider: string, service: string, code: string][] = [
      ["aws", "ec2", "InvalidCustomerGatewayID.NotFound"],
      ["aws", "sqs", "QueueAlreadyExists"],
      ["aws", "route53", "NoSuchHealthCheck"],
      ["tencent-cloud", "tke", "ResourceNotFound.AsAsgNotExist"],
      // An image of containers is none of virtual machines.
      ["aws", "ecr", "ImageNotFoundException"],
    ];
    for (const key of none) assert.deepEqual([...equivalentsOf(...key)], [], key.join(" "));
    assert.deepEqual(Object.fromEntries(equivalentsOf("aws", "s3", "NoSuchBucket")), {
      "alibaba-cloud": "NoSuchBucket",
      "baidu-ai-cloud": "NoSuchBucket",
      "tencent-cloud": "NoSuchBucket",
    });
    assert.equal(
      equivalentsOf("tencent-cloud", "vpc", "InvalidVpcId.NotFound").get("aws"),
      "InvalidVpcID.NotFound",
    );
    assert.equal(
      equivalentsOf("aws", "lambda", "TooManyRequestsException").get("alibaba-cloud"),
      "Throttling",
    );
  });

  it("gives a general concept no equivalents in other fields", () => {
    const general = entries.filter(
      ({ concept }) => concept === "resource-not-found" || concept === "quota-exceeded",
    );
    assert.ok(general.length > 600);
    for (const entry of general) {
      for (const other of catalog.equivalents(entry)) {
        const name = `${entry.provider} ${entry.service} ${entry.code} = ${other.provider} ${other.code}`;
        assert.ok(isSameField(entry, other) || other.service === "common", name);
      }
    }
  });

  it("finds the more specific codes that a comparison misses", () => {
    const entry = catalog.find("tencent-cloud", "common", "InvalidParameterValue") as Entry;
    assert.ok(catalog.children(entry).includes("InvalidParameterValue.VlanConfLict"));
    const leaf = catalog.find("tencent-cloud", "dc", "InvalidParameterValue.VlanConfLict") as Entry;
    assert.deepEqual(catalog.children(leaf), []);
    const snake = catalog.find("zenlayer-cloud", "common", "INVALID_PARAMETER_VALUE") as Entry;
    assert.ok(catalog.children(snake).every((code) => code.startsWith("INVALID_PARAMETER_VALUE_")));
  });

  it("finds a code by the spelling of its provider's own SDK", () => {
    assert.deepEqual(
      catalog.entriesOf("Request.Timed.Out").map(({ code }) => code),
      ["REQUEST_TIMED_OUT"],
    );
    assert.deepEqual(catalog.entriesOf("throttling"), []);
  });

  it("keeps several messages and statuses of one code", () => {
    const entry = catalog.find("alibaba-cloud", "common", "MissingParameter");
    assert.deepEqual(entry?.httpStatus, [400, 403]);
    assert.equal(entry?.messages.length, 7);
    assert.equal(entry?.source.length, 7);
  });

  it("has the statuses of the vendors' tables beside those of the documents", () => {
    const statuses = (provider: string, service: string, code: string) =>
      catalog.find(provider, service, code)?.httpStatus;
    assert.deepEqual(statuses("alibaba-cloud", "common", "InvalidAccessKeyId.NotFound"), [400, 404]);
    assert.deepEqual(statuses("alibaba-cloud", "common", "InvalidSecurityToken.Expired"), [400, 403]);
    assert.deepEqual(statuses("aws", "common", "ExpiredTokenException"), [403, 400]);
  });

  it("keeps the statuses of providers apart", () => {
    const statuses = catalog
      .entriesOf("IdempotentParameterMismatch")
      .filter(({ provider }) => provider !== "aws")
      .map(({ provider, httpStatus }) => [provider, ...httpStatus]);
    assert.deepEqual(statuses, [
      ["alibaba-cloud", 400],
      ["baidu-ai-cloud", 403],
    ]);
  });

  it("keeps codes that a document escapes or a provider misspells", () => {
    assert.ok(catalog.hasEntry("INVALID_PARAMETER_DATE_FORMAT_ERROR"));
    for (const code of [
      "InvalidParamater",
      "InternalError.ChangeNofityFailed",
      "InvalidParameterValue.VlanConfLict",
    ]) {
      assert.equal(catalog.entriesOf(code)[0]?.officialMisspelling, true, code);
    }
  });

  it("knows official codes without an entry", () => {
    for (const code of ["InvaildParameter", "ResourceNotFound.ClusterNotFound", "ThrottlingException"]) {
      assert.ok(catalog.isOfficial(code), code);
    }
    assert.ok(catalog.isOfficial("Throttling"));
    assert.ok(!catalog.isOfficial("Throtling"));
  });

  it("finds a provider by id, name or alias", () => {
    for (const name of ["tencent-cloud", "腾讯云", "QCloud"]) {
      assert.equal(catalog.providerNamed(name)?.id, "tencent-cloud", name);
    }
  });

  it("has providers and services for all entries", () => {
    for (const { provider, service } of entries) {
      assert.ok(catalog.provider(provider), provider);
      assert.ok(catalog.service(provider, service), service);
    }
  });
});
