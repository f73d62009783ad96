import assert from "node:assert/strict";
import { importDocument, lines } from "../fixture.ts";

const specification = `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        "200": { description: The order., content: { application/json: { example: { code: OK, message: fine } } } }
        "404":
          description: The order does not exist.
          content:
            application/json:
              examples:
                none: { value: { error: { code: ORDER_NOT_FOUND, message: "Order {id} was not found." } } }
  /orders:
    post:
      x-error-codes:
        - { code: ORDER_TOO_LARGE, status: 413, message: The order is too large. }
      responses:
        "404": { $ref: "#/components/responses/NotFound" }
components:
  schemas:
    ErrorCode:
      type: string
      enum: [ORDER_CLOSED, ORDER_EXPIRED]
      x-enum-descriptions: [The order is closed., The order has expired.]
    Color: { type: string, enum: [RED, GREEN] }
`;

describe("importing error codes from OpenAPI", () => {
  it("reads examples of failures, enums of codes, and lists of its own", () => {
    const read = importDocument(specification, "acme.yaml");
    assert.equal(read.format, "OpenAPI");
    assert.deepEqual(lines(read).sort(), [
      " ¦ 413 ¦ ORDER_TOO_LARGE ¦ The order is too large. ¦ ",
      "ErrorCode ¦  ¦ ORDER_CLOSED ¦  ¦ The order is closed.",
      "ErrorCode ¦  ¦ ORDER_EXPIRED ¦  ¦ The order has expired.",
      "responses ¦ 404 ¦ ORDER_NOT_FOUND ¦ Order {id} was not found. ¦ The order does not exist.",
    ]);
    assert.deepEqual(read.doubts, []);
  });

  it("reads the properties of schemas of errors, with the statuses of the responses that refer to them", () => {
    const text = `openapi: 3.0.0
paths:
  /orders:
    get:
      responses:
        "404": { $ref: "#/components/responses/Missing" }
        "409": { content: { application/json: { schema: { $ref: "#/components/schemas/Closed" } } } }
components:
  responses:
    Missing:
      description: There is no such order.
      content: { application/json: { example: { code: ORDER_MISSING, message: No order. } } }
  schemas:
    Closed: { properties: { code: { type: string, example: order_closed }, error: { example: Conflict } } }
    ApiErrorForbidden:
      properties: { status: { example: 403 }, error: { example: Forbidden }, code: { example: not_yours } }
    Plan: { properties: { code: { example: startup_deal }, description: { example: A plan } } }
    Refund: { properties: { reason: { enum: [order_change, fraud] } } }
`;
    const read = importDocument(text, "acme.yaml");
    assert.deepEqual(lines(read).sort(), [
      "responses ¦ 403 ¦ not_yours ¦  ¦ ",
      "responses ¦ 404 ¦ ORDER_MISSING ¦ No order. ¦ There is no such order.",
      "responses ¦ 409 ¦ order_closed ¦  ¦ ",
    ]);
  });

  it("takes no example of something else for an error", () => {
    const text = `openapi: 3.0.0
components:
  examples:
    Invoice: { value: { taxes: [{ code: vat_20, name: VAT, description: Standard rate }] } }
`;
    assert.deepEqual(importDocument(text, "acme.yaml").rows, []);
  });

  it("reads the types of errors, where they speak of failure", () => {
    const text = (schema: string, types: string) =>
      `openapi: 3.0.0\ncomponents:\n  schemas:\n    ${schema}: { properties: { type: { enum: [${types}] } } }\n`;
    const read = (schema: string, types: string) => importDocument(text(schema, types), "acme.yaml");
    assert.deepEqual(
      read("GenericError", "KeyNotFound, TokenExpired, Teapot").rows.map(({ code }) => code),
      ["KeyNotFound", "TokenExpired", "Teapot"],
    );
    assert.deepEqual(read("Order", "KeyNotFound, TokenExpired").rows, []);
    const { rows, doubts } = read("FieldError", "Query, Body, Header, Path");
    assert.deepEqual([rows.length, doubts.length], [0, 1]);
  });

  it("reads schemas without the rest of a specification, and no codes of something else", () => {
    const text = `ErrorResponse:
  type: object
  required: [error_code, message]
  properties:
    error_code: { type: string, example: POLICY_VIOLATION }
    bank_code: { type: string, example: first_bank }
    message: { type: string }
`;
    assert.deepEqual(
      importDocument(text, "errors.yaml").rows.map(({ code }) => code),
      ["POLICY_VIOLATION"],
    );
  });
});
