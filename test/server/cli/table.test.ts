import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { formatTable } from "../../../server/cli/terminal/table.ts";

const rows = [
  [
    "AuthFailure.SignatureExpire",
    "Tencent Cloud · Common",
    "",
    "The signature has expired because the request is old.",
  ],
  [
    "Throttling",
    "阿里云 · 公共",
    "400",
    "请求过于频繁，超过了接口的频率限制，请稍后重试。请求过于频繁，请稍后重试。",
  ],
];
const shown = (width?: number) =>
  stripVTControlCharacters(formatTable(rows, { strong: 0, width })).split("\n");

describe("tables on the command line", () => {
  it("have a line for each row where the output is no terminal", () => {
    const lines = shown();
    assert.equal(lines.length, 2);
    assert.ok(lines[1]?.endsWith("请稍后重试。请求过于频繁，请稍后重试。"));
  });

  it("follow the width of a terminal, with nothing lost", () => {
    for (const width of [200, 100, 60, 40]) {
      const lines = shown(width);
      for (const line of lines) assert.ok(stringWidth(line) <= Math.max(width, 60), `${width}: ${line}`);
      const squeezed = (text: string) => text.replace(/\s+/g, "");
      for (const row of rows)
        for (const cell of row)
          assert.ok(squeezed(lines.join("")).includes(squeezed(cell)), `${width}: ${cell}`);
    }
  });

  it("align the last column where there is room for it", () => {
    const [first, second] = shown(100);
    const column = first?.indexOf("The signature") ?? 0;
    assert.ok(column > 0);
    assert.equal(second?.slice(0, column).trim(), "");
  });

  it("begin no line with a mark of punctuation", () => {
    for (let width = 60; width < 110; width++)
      assert.ok(
        shown(width).every((line) => !/^\s*[，。]/.test(line)),
        String(width),
      );
  });
});
