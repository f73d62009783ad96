import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { assembleCatalog } from "../../../catalog/model/built-in.ts";
import { Catalog } from "../../../catalog/model/catalog.ts";
import { servicesOfCode } from "../../../catalog/model/explained.ts";
import { parseKnownCodes, parseMessageHashes } from "../../../catalog/model/known-codes.ts";
import { builtIn, builtInCatalog } from "../built-in.ts";

const acme = {
  path: "providers/acme/common.yaml",
  text: `
version: 1
provider: { id: acme, name: { en: Acme } }
entries:
  - code: Denied
    summary: { en: No., zh-CN: 不行。 }
    httpStatus: [403]
    cause: { en: Acme says no. }
`,
};

const list = {
  path: "known/acme.txt",
  text: `# Comment
Some.Word

[disk] Disks | 磁盘
link: https://acme.test/en/disk | https://acme.test/zh/disk
Denied 401
Disk.Full 507 500
source: Manual | https://acme.test/manual
Disk.Gone

[net]
Disk.Full
`,
};

describe("lists of known codes", () => {
  const { data, problems } = assembleCatalog([list, acme]);

  it("become entries of services with names, links, statuses and sources", () => {
    assert.deepEqual(problems, []);
    assert.deepEqual(
      data.services.filter(({ service }) => service !== "common"),
      [
        {
          provider: "acme",
          service: "disk",
          name: { en: "Disks", "zh-CN": "磁盘" },
          link: { en: "https://acme.test/en/disk", "zh-CN": "https://acme.test/zh/disk" },
        },
        { provider: "acme", service: "net", name: { en: "net", "zh-CN": "net" } },
      ],
    );
    const [gone] = data.entries.filter(({ code }) => code === "Disk.Gone");
    assert.equal(gone?.basis, "name");
    assert.deepEqual(gone?.source, [{ document: "Manual", url: "https://acme.test/manual" }]);
    const full = data.entries.filter(({ code }) => code === "Disk.Full");
    assert.deepEqual(
      full.map(({ service, httpStatus, isRepeated }) => [service, httpStatus, isRepeated]),
      [
        ["disk", [507, 500], undefined],
        ["net", [], true],
      ],
    );
  });

  it("take over what all services of the provider share", () => {
    const denied = data.entries.filter(({ code }) => code === "Denied");
    assert.deepEqual(
      denied.map(({ service, basis, isRepeated, httpStatus, cause }) => [
        service,
        basis,
        isRepeated,
        httpStatus,
        cause?.en,
      ]),
      [
        ["common", undefined, undefined, [403], "Acme says no."],
        ["disk", undefined, true, [401], "Acme says no."],
      ],
    );
  });

  it("have words above the first service that are official, but no entries", () => {
    const catalog = new Catalog(data);
    assert.equal(catalog.isOfficial("Some.Word"), true);
    assert.equal(catalog.hasEntry("Some.Word"), false);
    assert.deepEqual(catalog.providersOf("Some.Word"), ["acme"]);
  });

  it("give repeated entries to those alone who ask for their service", () => {
    const catalog = new Catalog(data);
    assert.deepEqual(
      catalog.entriesOf("Disk.Full").map(({ service }) => service),
      ["disk"],
    );
    assert.equal(catalog.find("acme", "net", "Disk.Full")?.service, "net");
    assert.deepEqual(servicesOfCode("Disk.Full", "acme", catalog), ["disk", "net"]);
    assert.deepEqual(
      catalog.entriesIn("acme", "net").map(({ code }) => code),
      ["Disk.Full"],
    );
  });

  it("name the line that is wrong", () => {
    assert.throws(() => parseKnownCodes("[a]\nCode 99\n"), /Line 2 .*Code 99/);
    assert.throws(() => parseKnownCodes("Not a code\n"), /Line 1/);
    assert.throws(() => parseMessageHashes("Code 12\n"), /Code 12/);
    const { problems: found } = assembleCatalog([{ path: "known/acme.txt", text: "[a]\nCode x\n" }]);
    assert.deepEqual(
      found.map(({ path }) => path),
      ["known/acme.txt"],
    );
  });
});

describe("the lists of the vendors' official codes", () => {
  const folder = join(import.meta.dirname, "../../../catalog/known");
  const lists = readdirSync(folder)
    .filter((name) => /^[^.]+\.txt$/.test(name))
    .map((name) => ({ name, known: parseKnownCodes(readFileSync(join(folder, name), "utf8")) }));

  it("are sorted, so that changes are easy to see, and have each code of a service once", () => {
    for (const { name, known } of lists) {
      const ids = known.services.map(({ service }) => service);
      assert.deepEqual(ids, ids.toSorted(), name);
      for (const { service, codes } of known.services) {
        const written = codes.map(({ code }) => code);
        assert.equal(new Set(written).size, written.length, `${name} ${service}`);
        const ofTable = codes.flatMap(({ code, source }) => (source ? [] : code));
        assert.deepEqual(ofTable, ofTable.toSorted(), `${name} ${service}`);
      }
    }
  });

  it("have nothing but codes", () => {
    for (const { name, known } of lists)
      for (const { code } of known.services.flatMap(({ codes }) => codes))
        assert.match(code, /^[A-Za-z][\w-]*(?:[.:][\w-]+)*$/, name);
  });

  it("name each service that no file of texts names, in both languages where these differ", async () => {
    const { data } = await builtIn();
    const unnamed = data.services.filter(({ name, service }) => name.en === service && service !== "cim");
    assert.deepEqual(
      unnamed.map(({ provider, service }) => `${provider} ${service}`),
      [],
    );
    const nameOf = (provider: string, service: string) =>
      data.services.find((one) => one.provider === provider && one.service === service)?.name;
    assert.deepEqual(nameOf("tencent-cloud", "hai"), { en: "HAI", "zh-CN": "高性能应用服务" });
    assert.deepEqual(nameOf("alibaba-cloud", "cbn"), { en: "Cloud Enterprise Network", "zh-CN": "云企业网" });
  });

  it("explain what has no text of its own by its name, in both languages", async () => {
    const { data } = await builtIn();
    const catalog = await builtInCatalog();
    const samples: [code: string, en: RegExp, zh: RegExp][] = [
      ["InvalidParameterValue.VpcIdMalformed", /VPC ID has the wrong format/, /VPC ID 格式不正确/],
      ["ForbiddenOperation.SnapshotInUse", /snapshot/, /快照/],
    ];
    const { entries } = data;
    for (const [code, en, zh] of samples) {
      const entry = catalog.entriesOf(code)[0];
      if (!entry) continue;
      assert.equal(entry.basis, "name");
      assert.match(entry.summary.en ?? "", en);
      assert.match(entry.summary["zh-CN"] ?? "", zh);
    }
    const named = entries.filter(({ basis }) => basis === "name");
    const silent = named.filter(({ summary }) => !summary.en || !summary["zh-CN"]);
    assert.ok(named.length > 28_000, String(named.length));
    assert.ok(silent.length < named.length * 0.05, String(silent.length));
  });
});
