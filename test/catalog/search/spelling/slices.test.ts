import assert from "node:assert/strict";
import { Catalog } from "../../../../catalog/model/catalog.ts";
import type { CatalogData } from "../../../../catalog/model/entry.ts";
import { whenMade } from "../../../../catalog/model/lazy.ts";
import { atOnce } from "../../../../catalog/model/slices.ts";
import { Speller } from "../../../../catalog/search/spelling/speller.ts";

const empty: CatalogData = { providers: [], services: [], concepts: [], entries: [], known: {}, pinyin: {} };

function catalogOf(count: number): Catalog {
  const entries = Array.from({ length: count }, (_, index) => ({
    provider: "acme",
    service: "common",
    code: `Paper${index}.TrayMissing`,
    httpStatus: [],
    messages: [],
    summary: { en: "a text" },
    source: [],
  }));
  const own = { providers: [], services: [], entries, concepts: [], complete: false };
  return atOnce(new Catalog(empty).with([own]));
}

describe("what a speller takes of a user's codes", () => {
  const asked: [what: string, ask: (speller: Speller) => unknown][] = [
    ["the nearest codes", (speller) => speller.nearest("Paper7.TrayMising")],
    ["the words", (speller) => speller.vocabulary.has("tray", ["acme"])],
    ["pairs of words", (speller) => speller.usage.countPair("tray", "missing", "acme")],
    ["words in a row", (speller) => speller.usage.count("tray miss", "acme")],
    ["codes in other words", (speller) => speller.similar.inOtherWords("Paper7.TrayLack")],
  ];
  for (const [what, ask] of asked) {
    it(`is made in slices for ${what}, with the same answer as at once`, () => {
      const speller = new Speller(catalogOf(1000));
      const work = whenMade(() => ask(speller));
      let slices = 0;
      let step = work.next();
      for (; !step.done; step = work.next()) slices++;
      assert.ok(slices > 5, `${slices} slices`);
      assert.deepEqual(step.value, ask(new Speller(catalogOf(1000))));
      assert.ok(Array.isArray(step.value) ? step.value.length > 0 : step.value);
      // Once it is made, nobody waits for it.
      assert.ok(whenMade(() => ask(speller)).next().done);
    });
  }
});
