import assert from "node:assert/strict";
import { SmallestSpans } from "../../../server/inference/smallest-spans.ts";
import { pseudoRandom } from "../harness/numbers.ts";

describe("the smallest of some spans", () => {
  it("is the first that contains an offset, whether or not the spans are nested", () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = pseudoRandom(seed);
      const spans = Array.from({ length: random(12) }, () => {
        const start = random(40);
        return { start, end: start + 1 + random(30) };
      }).sort((a, b) => a.end - a.start - (b.end - b.start));
      const smallest = new SmallestSpans(spans);
      for (let offset = 0; offset < 80; offset++) {
        const expected = spans.findIndex(({ start, end }) => start <= offset && offset < end);
        assert.equal(smallest.indexAt(offset), expected, `seed ${seed}, offset ${offset}`);
      }
    }
  });
});
