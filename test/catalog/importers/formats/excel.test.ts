import assert from "node:assert/strict";
import { strToU8, zipSync } from "fflate";
import { importLoaded, lines } from "../fixture.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

/** Returns a workbook with a sheet, as spreadsheet programs write it. */
function workbook(
  name: string,
  rows: readonly (readonly (string | number)[])[],
  firstColumn = "A",
): Uint8Array {
  const cell = (value: string | number, row: number, column: number) => {
    const at = `${column === 0 ? firstColumn : String.fromCharCode(65 + column)}${row + 1}`;
    return typeof value === "number"
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  };
  const data = rows.map((row, index) => {
    const cells = row.map((value, column) => cell(value, index, column));
    return `<row r="${index + 1}">${cells.join("")}</row>`;
  });
  const parts = {
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${data.join("")}</sheetData></worksheet>`,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, text]) => [path, strToU8(`<?xml version="1.0"?>${text}`)]),
    ),
  );
}

const rows = [
  ["Errors of orders"],
  ["Code", "HTTP", "Message", "Owner"],
  ["Acme.OrderClosed", 409, "The order is closed.", "orders"],
  ["Acme.OrderNotFound", 404, "There is no such order.", "orders"],
];

describe("importing error codes from Excel", () => {
  it("reads sheets, below a title, with the numbers of their rows", async () => {
    const read = await importLoaded(workbook("Error codes", rows), "errors.xlsx");
    assert.deepEqual(lines(read), [
      "Error codes ¦ 409 ¦ Acme.OrderClosed ¦ The order is closed. ¦ ",
      "Error codes ¦ 404 ¦ Acme.OrderNotFound ¦ There is no such order. ¦ ",
    ]);
    assert.deepEqual(
      read.rows.map(({ line }) => line),
      [2, 3],
    );
  });

  it("says so if a workbook is damaged, or unpacks to too much", async () => {
    const bytes = workbook("Error codes", rows);
    const directory = bytes.findLastIndex(
      (_, at) => bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1,
    );
    const large = bytes.slice();
    new DataView(large.buffer).setUint32(directory + 24, 4_000_000_000, true);
    for (const [broken, reason] of [
      [bytes.slice(0, 300), /damaged/],
      [new TextEncoder().encode("Code,HTTP\n"), /damaged/],
      [large, /too large/],
      [workbook("Wide", [["Code"], ["Acme.A"]], "XFD"), /too large/],
    ] as const) {
      const { rows, skipped } = await importLoaded(broken, "errors.xlsx");
      assert.deepEqual(rows, []);
      assert.match(skipped[0]?.reason ?? "", reason);
    }
  });

  it("reads a workbook that is part of a larger buffer", async () => {
    const bytes = workbook("Error codes", rows);
    const larger = Buffer.alloc(bytes.length + 200, 1);
    larger.set(bytes, 100);
    const { rows: read } = await importLoaded(larger.subarray(100, 100 + bytes.length), "errors.xlsx");
    assert.equal(read.length, 2);
  });
});
