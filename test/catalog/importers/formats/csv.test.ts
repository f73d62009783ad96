import assert from "node:assert/strict";
import { importDocument, lines } from "../fixture.ts";

const rows = [
  " ¦ 409 ¦ Acme.OrderClosed ¦ Order {OrderId}, of today, is closed. ¦ 订单已关闭",
  " ¦ 404 ¦ Acme.OrderNotFound ¦ There is no such order. ¦ 订单不存在",
];

describe("importing error codes from CSV", () => {
  for (const [name, separator] of Object.entries({ comma: ",", semicolon: ";", tab: "\t", bar: "|" }))
    it(`reads values between a ${name}, in quotes or not`, () => {
      const text = [
        ["Code", "HTTP status", "Message", "说明"],
        ["Acme.OrderClosed", "409", '"Order {OrderId}, of today, is closed."', '"订单已关闭"'],
        ["Acme.OrderNotFound", "404", "There is no such order.", "订单不存在"],
      ];
      const written = text.map((line) => line.join(separator)).join("\r\n");
      assert.deepEqual(lines(importDocument(written, "codes.csv")), rows);
    });

  it("knows where each code stands, also behind line breaks in quotes", () => {
    const text = 'Code,Message\r\nAcme.A,"It is ""late"",\r\nor lost."\r\n"Acme.B",Lost\r\n';
    const { rows } = importDocument(text, "codes.csv");
    assert.deepEqual(
      rows.map(({ code, message, span }) => ({ code, message, span })),
      [
        { code: "Acme.A", message: 'It is "late",\nor lost.', span: { line: 1, start: 0, end: 6 } },
        { code: "Acme.B", message: "Lost", span: { line: 3, start: 1, end: 7 } },
      ],
    );
  });

  it("passes over a title, comments, empty lines, a byte order mark and the statement of a separator", () => {
    const table = "Error code;HTTP\nAcme.A;404\n\n# later ones\nAcme.B;409\n";
    for (const text of [`\ufeffsep=;\n${table}`, `Errors of Acme\n\n${table}`])
      assert.deepEqual(
        importDocument(text, "codes.csv").rows.map(({ code, httpStatus }) => [code, ...httpStatus]),
        [
          ["Acme.A", 404],
          ["Acme.B", 409],
        ],
      );
  });

  it("names the columns that nothing was read from", () => {
    const { unused } = importDocument("Error code,HTTP,Owner,Since\nAcme.A,404,orders,v2\n", "codes.csv");
    assert.deepEqual(
      unused.map(({ line, columns }) => ({ line, columns })),
      [{ line: 0, columns: ["Owner", "Since"] }],
    );
  });

  it("takes a quote that ends no value for one of the text", () => {
    const text = 'Error code,Message\nAcme.A,"It is late\nAcme.B,Lost\nAcme.C,"Gone" at once\n';
    const { rows } = importDocument(text, "codes.csv");
    assert.deepEqual(
      rows.map(({ code, message }) => [code, message]),
      [
        ["Acme.A", '"It is late'],
        ["Acme.B", "Lost"],
        ["Acme.C", '"Gone" at once'],
      ],
    );
  });

  it("reads no more than 200 values of a line", () => {
    const { rows, unused } = importDocument(
      `Error code${",x".repeat(5000)}\nAcme.A${",y".repeat(5000)}\n`,
      "a.csv",
    );
    assert.equal(rows[0]?.code, "Acme.A");
    assert.ok((unused[0]?.columns.length ?? 0) < 200);
  });

  it("reads what a quote that never ends leaves", () => {
    const { rows } = importDocument('Error code,Message\nAcme.A,"It is late\nAcme.B,Lost\n', "codes.csv");
    assert.deepEqual(
      rows.map(({ code }) => code),
      ["Acme.A", "Acme.B"],
    );
  });

  it("takes a first row with a code for one like the others", () => {
    const { rows } = importDocument(
      "0, No error\n1, Initialization error\n7, Invalid syringe\n",
      "errors.csv",
    );
    assert.deepEqual(
      rows.map(({ code, description, line }) => [code, description, line]),
      [
        ["0", "No error", 0],
        ["1", "Initialization error", 1],
        ["7", "Invalid syringe", 2],
      ],
    );
  });

  it("takes a word alone among numbers for a heading, among words for a code", () => {
    const numbers =
      "**COMMON**,,\n1000,It failed,Try again.\n1001,It is lost,Find it.\nUSER,,\n1002,No user,Add one.\n1003,No order,Add one.\n1004,No way,Stop.\n1005,No end,Wait.\n1006,No idea,Think.\n1007,No sign,Sign.\n";
    assert.deepEqual(
      importDocument(numbers, "errors.csv")
        .rows.map(({ code, section }) => [code, section])
        .slice(0, 3),
      [
        ["1000", ""],
        ["1001", ""],
        ["1002", "USER"],
      ],
    );
    const words = "Error code,Message\nNOT_FOUND,None\nFORBIDDEN,\nCONFLICT,Both\n";
    assert.equal(importDocument(words, "errors.csv").rows.length, 3);
  });
});
