import assert from "node:assert/strict";
import { importDocument, lines } from "../fixture.ts";

const source = `syntax = "proto3";
package acme;

// Why an order failed.
enum ErrorReason {
  option (default_code) = 500;
  ERROR_REASON_UNSPECIFIED = 0;
  // The order is closed.
  ORDER_CLOSED = 1 [(errors.code) = 409];
  ORDER_NOT_FOUND = 2; // There is no such order.
  /* The payment
   * was refused. */
  PAYMENT_REFUSED = -3;
}
message Order { enum Color { RED = 0; BLUE = 1; } }
`;

describe("importing error codes from Protocol Buffers", () => {
  it("reads the enums of errors, with the comments above and behind their values", () => {
    assert.deepEqual(lines(importDocument(source, "errors.proto")), [
      "ErrorReason ¦ 409 ¦ ORDER_CLOSED ¦  ¦ The order is closed.",
      "ErrorReason ¦  ¦ ORDER_NOT_FOUND ¦  ¦ There is no such order.",
      "ErrorReason ¦  ¦ PAYMENT_REFUSED ¦  ¦ The payment\nwas refused.",
    ]);
  });

  it("takes no other option, and no other number, for a status", () => {
    const enums =
      "enum ErrorCode { A_LOST = 1 [(acme.code) = 100]; B_LOST = 2 [(acme.level) = 404]; C_LOST = 3; }";
    assert.deepEqual(
      importDocument(enums, "a.proto").rows.map(({ httpStatus }) => httpStatus),
      [[], [], []],
    );
  });

  it("ends at the end of a broken text", () => {
    for (const text of [
      "enum ErrorCode {",
      "enum ErrorCode { A = 1; /*",
      "enum Error { A_FAILED = 1; B_FAILED = 2",
    ])
      assert.deepEqual(importDocument(text, "a.proto").rows, []);
  });
});
