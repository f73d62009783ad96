import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compileCatalog, compiledInMemory } from "../../../../catalog/model/compiled/compile.ts";
import { CompiledCatalog } from "../../../../catalog/model/compiled/compiled-catalog.ts";
import { openSections, toFile } from "../../../../catalog/model/compiled/sections.ts";
import type { CatalogData, Entry } from "../../../../catalog/model/entry.ts";
import { withoutTextsFromNames } from "../../../../catalog/naming/explain-by-name.ts";
import { builtIn } from "../../built-in.ts";

/** Opens the bytes of a file, and counts how many of them are read. */
function open(file: Uint8Array): { table: CompiledCatalog; bytesRead(): number } {
  let bytesRead = 0;
  const read = (offset: number, length: number) => {
    bytesRead += length;
    return file.slice(offset, offset + length);
  };
  const table = new CompiledCatalog(openSections({ size: file.length, read }));
  return { table, bytesRead: () => bytesRead };
}

describe("the compiled catalog", () => {
  let data: CatalogData;
  let file: Uint8Array;
  before(async function () {
    // The whole catalog is compiled with all that the build stores.
    this.timeout(120_000);
    ({ data } = await builtIn());
    file = toFile(compileCatalog(data));
  });

  it("has all that the files of the catalog say", () => {
    const { table } = open(file);
    assert.equal(table.size, data.entries.length);
    for (const [index, entry] of data.entries.entries()) assert.deepEqual(table.entry(index), entry);
    assert.deepEqual(table.providers, data.providers);
    assert.deepEqual(table.services, data.services);
    assert.deepEqual(table.concepts, data.concepts);
    assert.deepEqual(table.pinyin, data.pinyin);
  });

  it("is what the build has stored", async () => {
    const bytes = await readFile(join(import.meta.dirname, "../../../../dist/catalog.bin"));
    const read = (offset: number, length: number) => Uint8Array.from(bytes.subarray(offset, offset + length));
    const stored = openSections({ size: bytes.length, read });
    for (const [name, section] of compileCatalog(withoutTextsFromNames(data))) {
      const same = Buffer.compare(stored.read(name) ?? new Uint8Array(), section) === 0;
      assert.ok(
        same,
        `dist/catalog.bin has another section '${name}' than its sources: run 'npm run build'.`,
      );
    }
  });

  it("finds each official code, and no other", () => {
    const { table } = open(file);
    for (const [provider, codes] of Object.entries(data.known))
      for (const code of codes) {
        const number = table.codeNumber(code);
        assert.equal(table.codes.at(number), code);
        assert.ok(table.knownProvidersOf(number).includes(provider));
      }
    for (const code of ["", "invalidparameter", "InvalidParameterX", "InvalidParamete", "参数"])
      assert.equal(table.codeNumber(code), -1);
  });

  it("finds the entries of each concept without looking at the others", () => {
    const { table } = open(file);
    for (const { id } of data.concepts) {
      const expected = data.entries.flatMap(({ concept }, index) => (concept === id ? index : []));
      assert.deepEqual([...table.entriesOfConcept(id)], expected, id);
    }
    assert.deepEqual([...table.entriesOfConcept("no concept")], []);
  });

  it("reads a fraction of the file at the start, and little for a code", () => {
    const { table, bytesRead } = open(file);
    assert.ok(table.providers.length > 0);
    assert.ok(bytesRead() < file.length / 50, `${bytesRead()} of ${file.length}`);
    const [entry] = table.entriesOfCode(table.codeNumber("InvalidParameter"));
    assert.equal(table.entry(entry ?? -1).code, "InvalidParameter");
    assert.ok(bytesRead() < file.length * 0.7, `${bytesRead()} of ${file.length}`);
  });

  it("keeps codes of any characters, what an SDK or a name says, and where a user's entry stands", () => {
    const entry: Entry = {
      provider: "acme",
      service: "shop",
      code: "余额不足.É😀",
      httpStatus: [402],
      messages: ["", "Zu wenig Guthaben: %s"],
      summary: { "zh-CN": "余额不足。" },
      kind: "billing",
      retry: "no",
      basis: "sdk",
      deprecated: {},
      source: [],
      origin: { uri: "file:///shop.yaml", path: "shop.yaml", line: 200, character: 3 },
    };
    const other: Entry = {
      ...entry,
      code: "Named",
      basis: "name",
      deprecated: { use: "X" },
      officialMisspelling: true,
    };
    const table = compiledInMemory({ ...data, entries: [entry, other], known: {} });
    assert.deepEqual(table.entry(table.entriesOfCode(table.codeNumber(entry.code))[0] ?? -1), entry);
    assert.deepEqual(table.entry(1), other);
    assert.deepEqual(table.codesWithPrefix("余额"), [0]);
  });
});

describe("a compiled catalog that is damaged", () => {
  let file: Uint8Array;
  let sections: string[];
  before(async () => {
    const { data } = await builtIn();
    const { actions = [], codesOfEveryAction = [] } = data;
    const compiled = compileCatalog({
      ...data,
      entries: data.entries.slice(0, 30),
      known: { aws: ["Known.Only"] },
      actions: actions.slice(0, 30),
      codesOfEveryAction: codesOfEveryAction.slice(0, 2),
      messageHashes: { aws: [{ code: "Known.Only", hashes: [1, 2, 3] }] },
    });
    sections = [...compiled.keys()];
    file = toFile(compiled);
  });

  const remedy = /catalog\.bin, cannot be read: .*\. Reinstall .* 'npm run build'/;
  const readAll = (bytes: Uint8Array) => {
    const { table } = open(bytes);
    for (let index = 0; index < table.size; index++) table.entry(index);
    for (const part of [table.providers, table.services, table.concepts, table.pinyin]) assert.ok(part);
    for (const code of ["InvalidParameter", "Nowhere"]) table.codesSpelledLike(code);
    table.codesWithPrefix("Invalid");
    for (const id of table.conceptIds) table.entriesOfConcept(id);
    table.knownProvidersOf(table.codeNumber("Known.Only"));
    assert.ok(table.complete);
    for (const name of sections) table.sections.get(name);
  };

  it("is read when it is whole", () => readAll(file));

  it("is told when it is cut off, empty, another file, or of another version", () => {
    const changed = (at: number, byte: number) => {
      const copy = file.slice();
      copy[at] = byte;
      return copy;
    };
    assert.throws(() => readAll(file.slice(0, file.length - 1)), remedy);
    assert.throws(() => readAll(new Uint8Array()), remedy);
    assert.throws(() => readAll(new TextEncoder().encode('{"providers":[],"entries":[]}')), remedy);
    assert.throws(() => readAll(changed(4, 99)), /it has version 99 in place of \d+.*npm run build/);
  });

  it("is told wherever a byte is another", () => {
    let undetected = 0;
    for (let at = 4; at < file.length; at += 101) {
      const copy = file.slice();
      copy[at] = (copy[at] ?? 0) ^ 0x10;
      try {
        readAll(copy);
        undetected++;
      } catch (error) {
        assert.match((error as Error).message, remedy);
      }
    }
    // Bytes that only fill up a section to a multiple of four say nothing.
    assert.ok(undetected <= file.length / 101 / 20, `${undetected} of ${file.length / 101}`);
  });
});
