import assert from "node:assert/strict";
import { importDocument } from "../fixture.ts";

const read = (text: string, name: string) =>
  importDocument(text, name).rows.map(({ code, name, httpStatus, message, description, span }) => {
    const written = text.split("\n")[span.line]?.slice(span.start, span.end);
    assert.equal(written, code);
    return [code, name, httpStatus[0], message, description].map((one) => one ?? "").join(" ¦ ");
  });

describe("importing error codes from JSON and YAML", () => {
  it("reads lists of records, with the names of numbers", () => {
    const text = `{ "version": "2", "errors": [
  { "errcode": 40001, "name": "INVALID_CREDENTIAL", "message": "The credential is not valid.", "status": 401 },
  { "errcode": 40002, "name": "INVALID_GRANT", "message": "The grant is not valid.", "status": 400 }
] }`;
    assert.deepEqual(read(text, "codes.json"), [
      "40001 ¦ INVALID_CREDENTIAL ¦ 401 ¦ The credential is not valid. ¦ ",
      "40002 ¦ INVALID_GRANT ¦ 400 ¦ The grant is not valid. ¦ ",
    ]);
  });

  it("reads mappings from codes to records, with texts in several languages", () => {
    const text = `ORDER_CLOSED:
  status: 409
  message: { en: The order is closed., zh: 订单已关闭 }
ORDER_NOT_FOUND:
  status: 404
  message: { en: There is no such order., zh: 订单不存在 }
`;
    assert.deepEqual(read(text, "codes.yaml"), [
      "ORDER_CLOSED ¦  ¦ 409 ¦ The order is closed. ¦ 订单已关闭",
      "ORDER_NOT_FOUND ¦  ¦ 404 ¦ There is no such order. ¦ 订单不存在",
    ]);
  });

  it("reads mappings from codes to texts, and records in groups", () => {
    const texts = `errors:\n  Acme.OrderClosed: The order is closed.\n  Acme.OrderNotFound: There is no such order.\n`;
    assert.deepEqual(read(texts, "errors.yml"), [
      "Acme.OrderClosed ¦  ¦  ¦  ¦ The order is closed.",
      "Acme.OrderNotFound ¦  ¦  ¦  ¦ There is no such order.",
    ]);
    const groups = `- service: orders
  errors:
    - { code: Acme.OrderClosed, http: 409 }
    - { code: Acme.OrderNotFound, http: 404 }
`;
    assert.deepEqual(read(groups, "errors.yaml"), [
      "Acme.OrderClosed ¦  ¦ 409 ¦  ¦ ",
      "Acme.OrderNotFound ¦  ¦ 404 ¦  ¦ ",
    ]);
  });

  it("tells where a text is broken, and reads what stands before", () => {
    const { rows, skipped } = importDocument('[\n{ "code": "Acme.A", "status": 404 },\n{ "code": ', "a.json");
    assert.equal(rows[0]?.code, "Acme.A");
    assert.ok(skipped.some(({ kind, line }) => kind === "part" && line === 2));
  });

  it("reads nothing from settings and dependencies", () => {
    const { rows } = importDocument(
      '{ "name": "acme", "dependencies": { "left-pad": "^1.0.0", "right-pad": "^2.0.0" } }',
      "package.json",
    );
    assert.deepEqual(rows, []);
  });

  it("reads nothing behind an error of syntax", () => {
    const text =
      "E100:\n  message: It is closed\nE600: Gone\n  value: x\nE601: { code: E99, message: Not this }\n";
    const { rows, skipped } = importDocument(text, "errors.yaml");
    assert.ok(rows.every(({ code }) => code === "E100"));
    assert.ok(skipped.some(({ line }) => line === 2 || line === 3));
  });

  it("reads lists whose file is named after errors, and lists with causes and remedies", () => {
    const groups = '{ "codes": { "FS": { "1": "Can\'t open it", "2": "Can\'t read it" } } }';
    assert.deepEqual(read(groups, "error_codes.json"), [
      "1 ¦  ¦  ¦  ¦ Can't open it",
      "2 ¦  ¦  ¦  ¦ Can't read it",
    ]);
    const list =
      '[{ "id": "0001", "message": "Who are you?", "cause": "No login", "actions": "Log in" }, { "id": "0002", "message": "We are asleep.", "cause": "Night", "actions": "Wait" }]';
    assert.deepEqual(
      importDocument(list, "data.json").rows.map(({ code, cause, fix }) => [code, cause, fix]),
      [
        ["0001", "No login", "Log in"],
        ["0002", "Night", "Wait"],
      ],
    );
  });

  it("reads records behind their codes in other records, and titles as descriptions", () => {
    const packages = `- Package: orders
  Path: src/orders
  Errors:
    OrderClosed: { Message: It is closed, Title: Closed }
    OrderNotFound: { Message: It is not found, Title: Not there }
- Package: payments
  Path: src/payments
  Errors:
    CardExpired: { Message: It has expired, Title: Expired }
`;
    assert.deepEqual(
      importDocument(packages, "errors.yaml").rows.map(({ code, message }) => [code, message]),
      [
        ["OrderClosed", "It is closed"],
        ["OrderNotFound", "It is not found"],
        ["CardExpired", "It has expired"],
      ],
    );
    const titles =
      "ORDER_CLOSED: { title: Order is closed, status: 409 }\nORDER_LOST: { title: Order is lost, status: 404 }\n";
    const { rows, doubts } = importDocument(titles, "errors.yaml");
    assert.deepEqual(
      [rows.map(({ description }) => description), doubts],
      [["Order is closed", "Order is lost"], []],
    );
  });
});
