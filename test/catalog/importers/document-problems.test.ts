import assert from "node:assert/strict";
import type { WrittenColumns } from "../../../catalog/importers/imported.ts";
import { readUserCatalog } from "../../../catalog/importers/user-catalog.ts";
import { atOnce } from "../../../catalog/model/slices.ts";
import { localize } from "../../../catalog/text/localized-text.ts";

const table = (...rows: string[]) =>
  `# Error codes\n\n| Error code | HTTP status | Description |\n|---|---|---|\n${rows.join("\n")}\n`;
const closed = "| Acme.OrderClosed | 409 | The order is closed. |";
const gone = "| Acme.OrderGone | 404 | There is no such order. |";
const locked = "| Acme.OrderLocked | 423 | Another request changes the order. |";

/** Returns the problems of a document: severity, line and columns, and message. */
function problemsOf(text: string, language: "en" | "zh-CN" = "en"): string[] {
  const reading = atOnce(readUserCatalog(text, "errors.md", "file:///errors.md", { provider: "acme" }));
  return reading.problems.map(
    ({ severity, line, character, endCharacter, message }) =>
      `${severity} ${line}:${character}-${endCharacter} ${localize(message, language)}`,
  );
}

describe("the problems of a document that is a catalog", () => {
  it("are none where all of it was understood", () => {
    assert.deepEqual(problemsOf(table(closed, gone, locked)), []);
  });

  it("include an HTTP status that is none, where it stands", () => {
    const text = table(closed, gone, locked, "| Acme.OrderLate | 4008 | It is too late. |");
    assert.deepEqual(problemsOf(text), [
      "warning 7:19-23 4008 is no HTTP status: these are from 100 to 599.",
    ]);
    assert.deepEqual(problemsOf(text, "zh-CN"), [
      "warning 7:19-23 4008 不是 HTTP 状态码：状态码在 100 到 599 之间。",
    ]);
  });

  it("include a code that the same table lists with another status or text", () => {
    const text = table(
      closed,
      gone,
      "| Acme.OrderClosed | 410 | The order is closed. |",
      "| Acme.OrderGone | 404 | It was deleted. |",
      gone,
    );
    assert.deepEqual(problemsOf(text), [
      "warning 6:2-18 Line 5 lists this code with another HTTP status. Both are kept.",
      "information 7:2-16 Line 6 explains this code in other words. Those of the first row are shown.",
      "information 8:2-16 Line 6 lists this code already.",
    ]);
  });

  it("do not include a code of another table", () => {
    const other = table("| Acme.OrderClosed | 400 | Otherwise. |", locked).replace(
      "# Error",
      "# Other error",
    );
    assert.deepEqual(problemsOf(table(closed, gone) + other), []);
  });

  it("include a row without a code", () => {
    assert.deepEqual(problemsOf(table(closed, gone, "|  | 500 | What is this? |")), [
      "information 6:0-26 This row has no error code in the column of codes, so it is passed over.",
    ]);
  });

  it("include a table of errors that has no column of codes, but no table of anything else", () => {
    const errors =
      "## Error handling\n\n| Status | What to do |\n|---|---|\n| 404 | Try another. |\n| 500 | Wait. |\n";
    const fields = "## Fields\n\n| Field | Type |\n|---|---|\n| name | string |\n";
    const [first, ...others] = problemsOf(`${table(closed, gone)}\n${errors}\n${fields}`);
    assert.match(first ?? "", /^warning 9:0-23 The only codes in this table are HTTP statuses/);
    assert.deepEqual(others, []);
  });

  it("say in one sentence that nothing was found", () => {
    assert.match(problemsOf("# Notes\n\nNothing.\n").join(), /^warning 0:0-0 No error codes were found/);
  });

  it("include columns that the mapping names and no table has", () => {
    const read = (columns: WrittenColumns) => {
      const text = table(closed, gone);
      const naming = { provider: "acme", columns };
      return atOnce(readUserCatalog(text, "errors.md", "file:///errors.md", naming)).problems;
    };
    assert.deepEqual(read({ code: "error code", description: "Description" }), []);
    const [problem, ...others] = read({ code: "Error code", fix: "Remedy" });
    assert.deepEqual(others, []);
    assert.match(
      localize(problem?.message, "en"),
      /^No table .* “Remedy” .* 'fix', so nothing is read for it\.$/,
    );
    assert.match(localize(problem?.message, "zh-CN"), /“fix”所指明的列“Remedy”，因此不会读取该项。$/);
    assert.match(localize(read({ code: 7 })[0]?.message, "en"), /“7” .* decided without it\.$/);
  });

  it("begin with another encoding than UTF-8, and what to do about it", () => {
    const asUtf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    const gbk = asUtf8(
      Uint8Array.of(0x23, 0x20, 0xb4, 0xed, 0xce, 0xf3, 0xc2, 0xeb, 0xcb, 0xb5, 0xc3, 0xf7, 0x0a),
    );
    assert.match(problemsOf(gbk)[0] ?? "", /^warning 0:0-0 This file is not in UTF-8, .*GBK/);
    assert.match(problemsOf(gbk, "zh-CN")[0] ?? "", /GBK。$/);
    const utf16 = asUtf8(new Uint8Array(Buffer.from(`\ufeff${table(closed)}`, "utf16le")));
    assert.match(problemsOf(utf16)[0] ?? "", /^error 0:0-0 This file is in UTF-16/);
    assert.deepEqual(problemsOf(table(closed, "| Acme.Odd | 500 | An odd \ufffd sign. |")), []);
  });
});
