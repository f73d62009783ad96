import assert from "node:assert/strict";
import { CodePatterns } from "../../../server/configuration/code-patterns.ts";

/** The definition, which takes time for each pattern. */
const asRegExp = (pattern: string) =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^]*")}$`);

describe("patterns of codes", () => {
  it("match whole codes, with any part in place of a star", () => {
    const patterns = [
      "*",
      "",
      "A",
      "A*",
      "*A",
      "*A*",
      "A*B",
      "A**B",
      "A*A",
      "*a.b*c*",
      "Failure.Number1*",
      "*Number12",
    ];
    const codes = [
      "",
      "A",
      "B",
      "AB",
      "ACB",
      "AA",
      "a.b",
      "xa.bc",
      "xaxbc",
      "Failure.Number12",
      "failure.number12",
    ];
    const all = new CodePatterns(patterns);
    for (const code of codes) {
      const expected = patterns.flatMap((one, index) => (asRegExp(one).test(code) ? [index] : []));
      assert.deepEqual(all.matching(code), expected, code);
    }
  });

  it("match as defined, also at random", () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31;
      return Math.floor((seed / 2 ** 31) * below);
    };
    const textOf = (letters: string, length: number) =>
      Array.from({ length: random(length) }, () => letters[random(letters.length)]).join("");
    for (let round = 0; round < 300; round++) {
      const patterns = Array.from({ length: random(12) }, () => textOf("ab*", 14));
      const all = new CodePatterns(patterns);
      for (let count = 0; count < 20; count++) {
        const code = textOf("ab", 16);
        const expected = patterns.flatMap((one, index) => (asRegExp(one).test(code) ? [index] : []));
        assert.deepEqual(all.matching(code), expected, JSON.stringify({ patterns, code }));
      }
    }
  });

  it("are looked for in about the same time, however many there are", () => {
    const forms = [
      (at: number) => `Failure.Number${at}*`,
      (at: number) => `*.Number${at}`,
      (at: number) => `*r${at}I*d`,
    ];
    const timeFor = (count: number) => {
      const patterns = Array.from({ length: count }, (_, at) => forms[at % 3]?.(at) ?? "");
      const all = new CodePatterns(patterns);
      const start = process.cpuUsage();
      for (let at = 0; at < 3000; at++) all.matching(`Failure.Number${at}Invalid`);
      return process.cpuUsage(start).user;
    };
    timeFor(100);
    const [few, many] = [timeFor(300), timeFor(30_000)];
    assert.ok(many < few * 20, `${few} and ${many} µs`);
  });
});
