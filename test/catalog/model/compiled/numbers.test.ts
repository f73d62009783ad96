import assert from "node:assert/strict";
import { packNumbers, unpackNumbers } from "../../../../catalog/model/compiled/numbers.ts";

describe("packed numbers", () => {
  it("are the same after unpacking, whatever their order and size", () => {
    for (const numbers of [
      [],
      [0],
      [0, 0, 0],
      [7, 7, 7],
      [0xffffffff, 0, 0x80000000, 1, 0x7fffffff],
      Array.from({ length: 1000 }, (_, at) => (at * 2654435761) >>> 0),
    ])
      assert.deepEqual([...unpackNumbers(packNumbers(numbers))], numbers);
  });

  it("take one byte each if they grow by little, and one more in all", () => {
    const bytes = packNumbers(Array.from({ length: 1000 }, (_, at) => 5 + at * 30));
    assert.equal(bytes.length, 1001);
    assert.equal(new Set(bytes.slice(2)).size, 1);
  });
});
