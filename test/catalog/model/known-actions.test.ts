import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { codesOfAction, codesOfEveryAction } from "../../../catalog/model/actions.ts";
import { assembleCatalog } from "../../../catalog/model/built-in.ts";
import { Catalog } from "../../../catalog/model/catalog.ts";
import { actionsOf, parseKnownActions } from "../../../catalog/model/known-actions.ts";
import { builtInCatalog } from "../built-in.ts";
import { actionListsOf, actionRowsOf } from "../known/action-lists.ts";

const list = `# Comment
every: Denied

[disk]
*: Busy
CreateDisk
  ResizeDisk: Disk.Full .TooSmall
  Quota
DeleteDisk:
source: Manual of disks | https://acme.test/disks
CreateDisk: Disk.NoZone

[net]
every: Net.Denied
ListNets: Net.Gone
`;

describe("a list of actions", () => {
  const { data, problems } = assembleCatalog([{ path: "known/acme.actions.txt", text: list }]);
  const catalog = new Catalog(data);
  const codesOf = (service: string, action: string) =>
    codesOfAction(catalog, { provider: "acme", service, action }).sort();

  it("says which codes each action answers with", () => {
    assert.deepEqual(problems, []);
    assert.deepEqual(codesOf("disk", "ResizeDisk"), ["Busy", "Disk.Full", "Disk.TooSmall", "Quota"]);
    assert.deepEqual(codesOf("disk", "CreateDisk"), [
      "Busy",
      "Disk.Full",
      "Disk.NoZone",
      "Disk.TooSmall",
      "Quota",
    ]);
    assert.deepEqual(codesOf("disk", "DeleteDisk"), ["Busy"]);
    assert.deepEqual(codesOf("net", "DeleteDisk"), []);
  });

  it("says which codes any action can answer with: those of the service, or else of the provider", () => {
    assert.deepEqual(codesOfEveryAction(catalog, "acme", "disk"), ["Denied"]);
    assert.deepEqual(codesOfEveryAction(catalog, "acme", "net"), ["Net.Denied"]);
    assert.deepEqual(codesOfEveryAction(catalog, "other", "disk"), []);
  });

  it("names what is wrong in it", () => {
    for (const wrong of ["RunInstances: A", "[disk]\nRun-Instances: A", "[disk]\nRunInstances A"])
      assert.throws(() => parseKnownActions(wrong), /no list of an action's codes: .*Run/);
  });

  it("is written anew from a vendor's table, without what is no code, and keeps what other documents state", () => {
    const table = [
      "service\taction\tcodes",
      "disk\tDropDisk\tDisk.InUse Busy Disk.Gone false",
      "disk\tMoveDisk\tDisk.InUse Busy Disk.Gone api.acme.com",
      "disk\tShowDisk\tBusy MissingParameter.",
      "zone\tListZones\tsuccess notexist 10001",
    ].join("\n");
    const written = actionListsOf(parseKnownActions(list), actionRowsOf(table));
    const lines = [
      "every: Denied",
      "",
      "[disk]",
      "*: Busy",
      "DropDisk MoveDisk: Disk.Gone .InUse",
      "ShowDisk:",
      "source: Manual of disks | https://acme.test/disks",
      "CreateDisk: Disk.NoZone",
      "",
      "[net]",
      "every: Net.Denied",
      "",
    ];
    assert.equal(written.split("\n").slice(2).join("\n"), lines.join("\n"));
  });

  it("has lines that a person can read, and means the same when it is read again", () => {
    const codes = Array.from(
      { length: 90 },
      (_, index) => `InvalidParameter.TheValueOfNumber${index}`,
    ).sort();
    const rows = [{ service: "disk", action: "CreateDisk", codes }];
    const written = actionListsOf({ every: [], services: [] }, rows);
    assert.ok(written.split("\n").every(({ length }) => length <= 120));
    assert.deepEqual(actionsOf("acme", parseKnownActions(written)), [{ provider: "acme", ...rows[0] }]);
  });
});

describe("the lists of the vendors' actions", () => {
  const folder = join(import.meta.dirname, "../../../catalog/known");
  const files = readdirSync(folder).filter((name) => name.endsWith(".actions.txt"));

  it("name services and codes of the catalog", async () => {
    const catalog = await builtInCatalog();
    for (const name of files) {
      const provider = name.split(".")[0] as string;
      const known = parseKnownActions(readFileSync(join(folder, name), "utf8"));
      for (const { service } of known.services)
        assert.ok(catalog.service(provider, service), `${name} ${service}`);
      const codes = new Set([...known.every, ...actionsOf(provider, known).flatMap(({ codes }) => codes)]);
      const strange = [...codes].filter((code) => !catalog.providersOf(code).includes(provider));
      assert.deepEqual(strange, [], name);
    }
  });

  it("state what their vendors do", async () => {
    const catalog = await builtInCatalog();
    const codesOf = (provider: string, service: string, action: string) =>
      codesOfAction(catalog, { provider, service, action });
    assert.equal(codesOf("tencent-cloud", "cvm", "RunInstances").length, 170);
    assert.ok(
      codesOf("tencent-cloud", "dc", "create_direct_connect").includes(
        "LimitExceeded.DirectConnectLimitExceeded",
      ),
    );
    assert.ok(codesOf("alibaba-cloud", "ecs", "RunInstances").includes("Zone.NotOnSale"));
    assert.ok(codesOf("aws", "dynamodb", "PutItem").includes("ConditionalCheckFailedException"));
    assert.ok(codesOfEveryAction(catalog, "tencent-cloud", "cvm").includes("AuthFailure.SignatureExpire"));
  });

  it("state by hand what no table of a vendor has, with all services of storage and instances", async () => {
    const catalog = await builtInCatalog();
    const codesOf = (provider: string, service: string, action: string) =>
      codesOfAction(catalog, { provider, service, action });
    assert.ok(codesOf("aws", "s3", "GetObject").includes("NoSuchKey"));
    assert.ok(codesOf("aws", "s3", "CompleteMultipartUpload").includes("EntityTooSmall"));
    assert.ok(codesOf("aws", "ec2", "RunInstances").includes("InsufficientInstanceCapacity"));
    assert.ok(codesOf("alibaba-cloud", "oss", "AppendObject").includes("PositionNotEqualToLength"));
    assert.ok(codesOf("tencent-cloud", "cos", "UploadPart").includes("NoSuchUpload"));
    assert.ok(codesOfEveryAction(catalog, "aws", "s3").includes("SlowDown"));
    assert.ok(codesOfEveryAction(catalog, "aws", "ec2").includes("RequestLimitExceeded"));
    assert.ok(!codesOfEveryAction(catalog, "aws", "s3").includes("ThrottlingException"));
  });
});
