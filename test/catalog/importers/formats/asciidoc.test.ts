import assert from "node:assert/strict";
import { importLoaded, lines } from "../fixture.ts";

const document = `= Error codes

== Orders

[options="header"]
|===
|Code |HTTP |Meaning |Since

|Acme.OrderClosed
|409
|The order is *closed*.
|v1

|\`Acme.OrderNotFound\` |404 |There is no such order. |v2
|===

== Payment errors

Acme.CardExpired:: The card has expired.
Acme.CardUnknown:: The card is not known.

=== Acme.PaymentRefused

HTTP status: 402 +
Solution: Ask the bank.

include::/etc/hostname[]
`;

describe("importing error codes from AsciiDoc", () => {
  it("reads tables, lists of definitions and headings, with their lines", async () => {
    const read = await importLoaded(new TextEncoder().encode(document), "errors.adoc");
    assert.deepEqual(lines(read), [
      "Orders ¦ 409 ¦ Acme.OrderClosed ¦  ¦ The order is closed.",
      "Orders ¦ 404 ¦ Acme.OrderNotFound ¦  ¦ There is no such order.",
      "Payment errors ¦  ¦ Acme.CardExpired ¦  ¦ The card has expired.",
      "Payment errors ¦  ¦ Acme.CardUnknown ¦  ¦ The card is not known.",
      "Payment errors ¦ 402 ¦ Acme.PaymentRefused ¦  ¦ ",
    ]);
    const written = document.split("\n");
    for (const { code, span } of read.rows)
      assert.equal(written[span.line]?.slice(span.start, span.end), code);
    assert.deepEqual(
      read.unused.map(({ columns }) => columns),
      [["Since"]],
    );
  });
});
