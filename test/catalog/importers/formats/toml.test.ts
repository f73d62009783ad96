import assert from "node:assert/strict";
import { importDocument, lines } from "../fixture.ts";

describe("importing error codes from TOML", () => {
  it("reads lists of tables, and tables that are named after codes", () => {
    const list = `[[errors]]
code = "Acme.OrderClosed"
status = 409
message = "The order is closed."

[[errors]]
code = "Acme.OrderNotFound"
status = 404
message = "There is no such order."
`;
    const named = `[errors."Acme.OrderClosed"]
status = 409
message = "The order is closed."
[errors."Acme.OrderNotFound"]
status = 404
message = "There is no such order."
`;
    for (const text of [list, named])
      assert.deepEqual(lines(importDocument(text, "errors.toml")), [
        "errors ¦ 409 ¦ Acme.OrderClosed ¦ The order is closed. ¦ ",
        "errors ¦ 404 ¦ Acme.OrderNotFound ¦ There is no such order. ¦ ",
      ]);
  });

  it("tells where a text is broken", () => {
    const { rows, skipped } = importDocument('[errors]\n"Acme.A" = \n', "errors.toml");
    assert.deepEqual(rows, []);
    assert.deepEqual(
      skipped.map(({ kind, line }) => ({ kind, line })),
      [{ kind: "part", line: 1 }],
    );
  });
});
