import assert from "node:assert/strict";
import { Catalog } from "../../../../catalog/model/catalog.ts";
import type { CatalogData, Entry } from "../../../../catalog/model/entry.ts";
import { codesOfMessage } from "../../../../catalog/search/meaning/known-messages.ts";
import { messageHash } from "../../../../catalog/search/meaning/message-hash.ts";
import { builtIn } from "../../built-in.ts";

const entry = (provider: string, code: string): Entry => ({
  provider,
  service: "disk",
  code,
  httpStatus: [],
  messages: [],
  summary: {},
  source: [],
  basis: "name",
});

/** The messages with which codes of two made-up providers are returned. */
const messages: [provider: string, code: string, message: string][] = [
  ["acme", "Disk.Gone", "No disk has the identifier %s in this depot."],
  ["acme", "Disk.Full", "Disk {DiskId} of depot <depot> is full; remove at least %d files."],
  ["acme", "Depot.Closed", "The depot doesn't open before noon."],
  ["zenith", "DepotClosed", "The depot doesn't open before noon."],
];

function catalogOf(): Catalog {
  const messageHashes: CatalogData["messageHashes"] = Object.fromEntries(
    [...Map.groupBy(messages, ([provider]) => provider)].map(([provider, own]) => [
      provider,
      own.map(([, code, message]) => ({ code, hashes: [messageHash(message) ?? 0] })),
    ]),
  );
  const entries = messages.map(([provider, code]) => entry(provider, code));
  return new Catalog({
    providers: [],
    services: [],
    concepts: [],
    entries,
    known: {},
    pinyin: {},
    messageHashes,
  });
}

describe("messages of which only the hash is known", () => {
  const catalog = catalogOf();
  const codes = (message: string, provider?: string) =>
    codesOfMessage(message, catalog, provider).map((one) => `${one.provider} ${one.code}`);

  it("are recognised with values in the place of placeholders, in any case and punctuation", () => {
    for (const message of [
      "No disk has the identifier %s in this depot.",
      "No disk has the identifier d-bp1a2b3c in this depot.",
      "no disk has the identifier 'my third disk' in this depot",
      "NO DISK HAS THE IDENTIFIER [d-17] IN THIS DEPOT!",
    ])
      assert.deepEqual(codes(message), ["acme Disk.Gone"], message);
    assert.deepEqual(codes("Disk d-7 of depot 12 is full; remove at least 30 files."), ["acme Disk.Full"]);
  });

  it("are those of the provider in question", () => {
    const message = "The depot doesn’t open before noon";
    assert.deepEqual(codes(message), ["acme Depot.Closed", "zenith DepotClosed"]);
    assert.deepEqual(codes(message, "zenith"), ["zenith DepotClosed"]);
    assert.deepEqual(codes(message, "aws"), []);
  });

  it("are not recognised in other texts", () => {
    for (const message of [
      "",
      "No disk",
      "The depot opens before noon.",
      "This has nothing to do with it at all.",
      "noon ".repeat(2000),
    ])
      assert.deepEqual(codes(message), [], message.slice(0, 40));
  });

  it("have hashes of 40 bits, which one word more, or another order, changes", () => {
    const hash = messageHash("The depot is closed") ?? -1;
    assert.ok(hash >= 0 && hash < 2 ** 40 && Number.isInteger(hash));
    for (const other of ["The depot is not closed", "closed is The depot", "The depot was closed"])
      assert.notEqual(messageHash(other), hash);
    assert.equal(messageHash("Too short"), undefined);
  });

  it("belong to one code, nearly all of them, in the built-in catalog", async () => {
    const { data } = await builtIn();
    const codesOfHash = new Map<number, Set<string>>();
    for (const [provider, list] of Object.entries(data.messageHashes ?? {}))
      for (const { code, hashes } of list)
        for (const hash of hashes)
          codesOfHash.set(hash, (codesOfHash.get(hash) ?? new Set()).add(`${provider} ${code}`));
    const sizes = [...codesOfHash.values()].map(({ size }) => size);
    const share = (most: number) => sizes.filter((size) => size <= most).length / sizes.length;
    assert.ok(sizes.length > 10_000);
    assert.ok(share(1) > 0.94 && share(3) > 0.99, `${share(1)} ${share(3)}`);
  });
});
