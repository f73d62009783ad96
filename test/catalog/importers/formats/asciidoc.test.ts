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

  for (const [what, text] of Object.entries({
    columns: '[cols="999999999*"]\n|===\n|Code\n|Acme.A\n|===\n',
    cells: "|===\n1000000*|Acme.A\n|===\n",
    spans: "|===\n|Code\n1000000.1000000+|Acme.A\n|===\n",
  }))
    it(`refuses a table with a number of ${what} that nobody would write`, async () => {
      const { rows, skipped } = await importLoaded(new TextEncoder().encode(text), "errors.adoc");
      assert.deepEqual(rows, []);
      assert.match(skipped[0]?.reason ?? "", /too many cells/);
    });

  it("reads numbers in sentences, and prints no messages of the library", async () => {
    const text =
      "= Error codes\n\nSince 2024. Limits are 1000 * 2.\n\n|===\n|Code |HTTP\n\n|Acme.A |404 |one more\n|===\n\nAcme.B:: Lost.\n";
    const errors: unknown[] = [];
    const { error } = console;
    console.error = (...told) => errors.push(told);
    const read = await importLoaded(new TextEncoder().encode(text), "errors.adoc").finally(() => {
      console.error = error;
    });
    assert.ok(read.rows.some(({ code }) => code === "Acme.B"));
    assert.deepEqual(errors, []);
  });

  it("reads messages as they are written", async () => {
    const text =
      "= Error codes\n\n|===\n|Code |Message\n\n|Acme.A |You've asked... too often -> wait\n|===\n";
    const { rows } = await importLoaded(new TextEncoder().encode(text), "errors.adoc");
    assert.equal(rows[0]?.message, "You've asked... too often -> wait");
  });
});
