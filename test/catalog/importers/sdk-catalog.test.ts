import assert from "node:assert/strict";
import { sdkAdditions } from "../../../catalog/importers/sdk-catalog.ts";
import type { Catalog } from "../../../catalog/model/catalog.ts";
import type { InstalledSdk, SdkRow } from "../../../catalog/model/installed-sdk.ts";
import { toMarkdown } from "../../../catalog/rendering/hover.ts";
import { pageSections } from "../../../catalog/rendering/page.ts";
import { builtInCatalog } from "../built-in.ts";

const catalog = await builtInCatalog();

const sdkOf = (rows: SdkRow[], provider = "aws"): InstalledSdk => ({
  provider,
  package: "@aws-sdk/client-x",
  version: "3.1.0",
  rows,
});

async function withSdk(...sdks: InstalledSdk[]): Promise<Catalog> {
  return catalog.withSdk(await sdkAdditions(sdks, catalog, async () => {}));
}

const nothing = () => false;

describe("what installed SDKs add to the catalog", () => {
  it("is an entry for a code that only they have, marked as theirs", async () => {
    const row = {
      service: "sqs",
      code: "CloudKettleNotFoundException",
      text: "No such kettle.",
      httpStatus: 404,
    };
    const added = await withSdk(sdkOf([row]));
    const [entry, ...others] = added.entriesOf(row.code);
    assert.deepEqual(others, []);
    assert.equal(entry?.basis, "sdk");
    assert.deepEqual(entry?.summary, { en: "No such kettle." });
    assert.deepEqual(entry?.httpStatus, [404]);
    assert.equal(entry && added.kind(entry), "not-found");
    assert.ok(added.isOfficial(row.code));
    assert.ok(!catalog.isOfficial(row.code));
  });

  it("changes no entry that the catalog has", async () => {
    const row = { service: "sqs", code: "QueueDoesNotExist", text: "Something else.", httpStatus: 599 };
    const added = await withSdk(sdkOf([row]));
    assert.deepEqual(added.entriesOf(row.code), catalog.entriesOf(row.code));
    assert.equal(added.size, catalog.size);
    assert.equal(added.indexed, catalog);
  });

  it("is of the service that the SDK means, whatever separators it writes", async () => {
    const rows = ["api-gateway", "step_functions", "ECS", "made-up"].map((service) => ({
      service,
      code: "CloudKettleException",
      text: "x",
    }));
    const services = (await withSdk(sdkOf(rows)))
      .entriesOf("CloudKettleException")
      .map(({ service }) => service);
    assert.equal(services.at(-1), "made-up");
    for (const service of services.slice(0, -1)) assert.ok(catalog.service("aws", service), service);
  });

  describe("in a hover", () => {
    const text = async (code: string, rows: SdkRow[], language: "en" | "zh-CN" | "both" = "en") => {
      const added = await withSdk(sdkOf(rows));
      const entries = added.entriesOf(code).filter(({ provider }) => provider === "aws");
      return toMarkdown(entries, added, { displayLanguage: language });
    };

    it("is a sentence below the catalog's own, with the package and its version", async () => {
      const found = await text("QueueDoesNotExist", [
        { service: "sqs", code: "QueueDoesNotExist", text: "Check *the* <b>URL</b>." },
      ]);
      assert.match(
        found,
        /\*\*In the SDK's words:\*\* Check \\\*the\\\* &lt;b\\>URL&lt;\/b\\>\. — `@aws-sdk\/client-x` 3\\?\.1\\?\.0/,
      );
    });

    it("has a heading in Chinese", async () => {
      const row = { service: "sqs", code: "QueueDoesNotExist", text: "Check the URL." };
      assert.match(await text(row.code, [row], "zh-CN"), /\*\*SDK 原文：\*\* Check the URL\./);
    });

    it("stands once for a code that only the SDK has", async () => {
      const row = { service: "sqs", code: "CloudKettleNotFoundException", text: "No such kettle." };
      assert.equal((await text(row.code, [row])).match(/No such kettle/g)?.length, 1);
    });
  });

  it("is a section of the page", async () => {
    const row = { service: "sqs", code: "QueueDoesNotExist", text: "Check the URL." };
    const added = await withSdk(sdkOf([row]));
    const [entry] = added.entriesOf(row.code);
    assert.ok(entry);
    const sections = pageSections(entry, added, {
      displayLanguage: "en",
      linkTo: () => "",
      linkToAction: () => "",
      linkToPosition: () => "",
    });
    const section = sections.find(({ id }) => id === "sdkWords");
    assert.deepEqual(
      [section?.heading, section?.markdown],
      ["In the SDK's words", "Check the URL. — `@aws-sdk/client-x` 3\\.1.0"],
    );
  });

  describe("of one code in many services", () => {
    const code = "ThrottlingException";
    const rows = ["a", "b", "c"].map((service) => ({ service, code, text: `Words of ${service}.` }));
    const wordsFor = async (
      given: SdkRow[],
      service: string,
      isImported: (of: { service: string }) => boolean,
    ) =>
      (await withSdk(sdkOf(given))).sdkStatements
        .of({ provider: "aws", service, code }, isImported)
        .map(({ text }) => text);

    it("are the words of the entry's own service", async () => {
      assert.deepEqual(await wordsFor(rows, "b", nothing), ["Words of b."]);
    });

    it("else those of the services that the file imports", async () => {
      assert.deepEqual(await wordsFor(rows, "common", ({ service }) => service === "c"), ["Words of c."]);
    });

    it("else none if they differ too much, as nobody knows which are meant", async () => {
      assert.deepEqual(await wordsFor(rows, "common", nothing), []);
      assert.equal((await wordsFor(rows.slice(1), "common", nothing)).length, 2);
    });

    it("are shown once if they are the same", async () => {
      const same = rows.map((row) => ({ ...row, text: "The same." }));
      assert.deepEqual(await wordsFor(same, "common", nothing), ["The same."]);
    });
  });
});
