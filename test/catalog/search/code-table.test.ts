import { deepEqual, equal, ok } from "node:assert/strict";
import { sortedInSlices } from "../../../catalog/model/sorting.ts";
import { CodeTable } from "../../../catalog/search/code-table.ts";
import { builtInCatalog } from "../built-in.ts";

describe("the table of codes", () => {
  it("has the official codes in alphabetical order, ignoring case", async () => {
    const { codes } = CodeTable.of(await builtInCatalog());
    ok(codes.length > 10_000);
    const wrong = codes.findIndex((code, index) => {
      const before = codes[index - 1] ?? "";
      const [a, b] = [before.toLowerCase(), code.toLowerCase()];
      return a === b ? before >= code : a > b;
    });
    equal(codes[wrong], undefined);
  });

  it("is the same whether it is made in slices, at once, or first in slices and then at once", async () => {
    const [inSlices, begun] = [await builtInCatalog(), await builtInCatalog()];
    const slices = [...CodeTable.preparing(inSlices)];
    ok(slices.length > 100, "no slice is long");
    const work = CodeTable.preparing(begun);
    for (let slice = 0; slice < slices.length / 2; slice++) work.next();
    deepEqual(CodeTable.of(begun).codes, CodeTable.of(inSlices).codes);
    equal(CodeTable.of(begun), CodeTable.of(begun));
    equal(work.next().done, true);
  });
});

describe("sorting in slices", () => {
  it("gives what sorting at once gives, and keeps equal items in their order", () => {
    for (const length of [0, 1, 1023, 1024, 1025, 5000]) {
      const items = Array.from({ length }, (_, at) => ({ key: (at * 7919) % 1000, at }));
      const work = sortedInSlices(items, (a, b) => a.key - b.key);
      let next = work.next();
      while (!next.done) next = work.next();
      deepEqual(
        next.value,
        items.toSorted((a, b) => a.key - b.key),
      );
    }
  });
});
