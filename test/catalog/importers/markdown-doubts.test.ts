import assert from "node:assert/strict";
import { importFixture, importMarkdown, lines } from "./fixture.ts";

describe("doubts about a Markdown document", () => {
  it("are reported with the mappings that resolve them", () => {
    const { doubts } = importFixture("ambiguous");
    assert.deepEqual(
      doubts.map(({ line, imported, reason, mappings }) => ({ line, imported, reason, mappings })),
      [
        {
          line: 2,
          imported: true,
          reason: "columns 0 and 1 both look like error codes",
          mappings: [
            { code: 0, description: 2 },
            { code: 1, name: 0, description: 2 },
          ],
        },
        {
          line: 2,
          imported: true,
          reason: "column 2 is read as the description, although its header does not say so",
          mappings: [
            { code: 0, description: 2 },
            { code: 0, message: 2 },
          ],
        },
        {
          line: 9,
          imported: true,
          reason: "columns 1 and 2 are both text: which one the API returns is not stated",
          mappings: [
            { code: 0, message: 1, description: 2 },
            { code: 0, message: 2, description: 1 },
          ],
        },
        {
          line: 16,
          imported: true,
          reason: "column 1 is headed “错误信息”, but is Chinese: read as the description",
          mappings: [
            { code: 0, description: 1 },
            { code: 0, message: 1 },
          ],
        },
        {
          line: 23,
          imported: false,
          reason: "too little evidence that these are error codes",
          mappings: [{ code: 0, description: 1 }],
        },
      ],
    );
  });

  it("are resolved by a mapping for one table", () => {
    const tables = { 0: { code: 1, message: 2 }, 1: "skip", 2: "skip", 3: { code: 0 } } as const;
    const result = importFixture("ambiguous", { tables });
    assert.deepEqual(lines(result), [
      "Error list ¦  ¦ -1301 ¦ The crate was lost. ¦ ",
      "Error list ¦  ¦ -1302 ¦ The crate got wet. ¦ ",
      "Notes ¦  ¦ CrateNotFound ¦  ¦ ",
      "Notes ¦  ¦ CrateMissing ¦  ¦ ",
    ]);
    assert.deepEqual(result.doubts, []);
  });

  it("are resolved by a mapping for all tables, which still leaves out tables without error codes", () => {
    const result = importFixture("other-tables", { columns: { code: 0, description: 1 } });
    assert.deepEqual(lines(result), [
      "Error statuses ¦  ¦ 400 ¦  ¦ Bad Request",
      "Error statuses ¦  ¦ 404 ¦  ¦ Not Found",
    ]);
  });

  it("skip a table whose mapping names a missing column, with the reason", () => {
    const { rows, skipped } = importFixture("crlf-bom", { tables: { 0: { code: 7 } } });
    assert.deepEqual(rows, []);
    assert.deepEqual(
      skipped.map(({ reason }) => reason),
      ["there is no column 7"],
    );
  });

  it("do not keep the only table from being read that can be meant", () => {
    const table = (code: string) => `| Code | Meaning |\n|---|---|\n| ${code} | Closed at night. |\n`;
    const { rows, skipped, doubts } = importMarkdown(`# Old gateway\n\n${table("Gateway.Closed")}`);
    assert.deepEqual(
      [rows.map(({ code }) => code), skipped, doubts.map(({ imported }) => imported)],
      [["Gateway.Closed"], [], [true]],
    );
    // Words can be codes of anything; and beside a table of errors another one is something else.
    assert.deepEqual(importMarkdown(`# Old gateway\n\n${table("night")}`).rows, []);
    const errors = "## Errors\n\n| Error code | Description |\n|---|---|\n| Order.Lost | It is lost. |\n";
    assert.deepEqual(
      importMarkdown(`# Old gateway\n\n${table("order.created")}\n${errors}`).rows.map(({ code }) => code),
      ["Order.Lost"],
    );
  });
});
