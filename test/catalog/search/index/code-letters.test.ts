import { deepEqual } from "node:assert/strict";
import { isWordStart } from "../../../../catalog/search/abbreviation.ts";
import { CodeLetters } from "../../../../catalog/search/index/code-letters.ts";

const codes = [
  "InvalidParameter",
  "InvalidVpcId.NotFound",
  "AUTH_FAILURE_V3",
  "IPAddressInUse",
  "Is",
  "i",
  "",
  "Quota2Exceeded",
  "not-found",
  "nOtFound",
];

/** Looks at every place of a code, one after the other. */
function hasWord(code: string, word: string, isWhole: boolean): boolean {
  return Array.from(code).some((_, at) => {
    const end = at + word.length;
    const isEnd = end === code.length || isWordStart(code, end) || !/[a-z0-9]/i.test(code.charAt(end));
    return isWordStart(code, at) && code.toLowerCase().startsWith(word, at) && (isEnd || !isWhole);
  });
}

describe("the letters of codes", () => {
  const bytes = new TextEncoder().encode(codes.join(""));
  const offsets = new Uint32Array(codes.length + 1);
  for (const [number, code] of codes.entries())
    offsets[number + 1] = (offsets[number] as number) + code.length;
  const letters = new CodeLetters({ size: codes.length, bytes, offsets });
  const found = (word: string, isWhole: boolean, of?: number[]) => {
    const numbers: number[] = [];
    letters.forEachWithWord(word, isWhole, (code) => numbers.push(code), of);
    return numbers.map((number) => codes[number]);
  };

  it("find the codes with a word that begins with some letters, or is these", () => {
    const lower = codes.map((code) => code.toLowerCase().replace(/[^a-z0-9]/g, ""));
    const parts = lower.flatMap((code) =>
      Array.from(code).flatMap((_, at) => [1, 2, 3, 8].map((length) => code.slice(at, at + length))),
    );
    for (const word of new Set(parts))
      for (const isWhole of [false, true])
        deepEqual(
          found(word, isWhole),
          codes.filter((code) => hasWord(code, word, isWhole)),
          `${word} ${isWhole}`,
        );
  });

  it("are looked at in some codes only, where these are given", () => {
    deepEqual(found("found", false, [1, 8, 9]), ["InvalidVpcId.NotFound", "not-found", "nOtFound"]);
    deepEqual(found("found", false, [0, 8]), ["not-found"]);
  });
});
