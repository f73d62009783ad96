import assert from "node:assert/strict";
import { importDocument, lines } from "../fixture.ts";

const page = `<!doctype html>
<html><head><title>Errors</title></head><body>
<h1>Error codes</h1>
<dl>
  <dt><code>Acme.OrderClosed</code></dt><dd>The order is closed.</dd>
  <dt><code>Acme.OrderLocked</code></dt><dd>Another request changes the order.</dd>
</dl>
<h2>Payment errors</h2>
<table>
  <tr><th>Error code</th><th>HTTP</th><th>Meaning</th></tr>
  <tr><td>Acme.PaymentRefused</td><td>402</td><td>The bank refused.</td></tr>
</table>
<ul><li><b>E100</b> – the card has expired</li><li><b>E101</b> – the card is unknown</li></ul>
<nav><ul><li><a href="#a">Acme.OrderClosed</a></li></ul></nav>
</body></html>
`;

describe("importing error codes from HTML pages", () => {
  it("reads tables, lists of definitions, and lists, below their headings", () => {
    assert.deepEqual(lines(importDocument(page, "errors.html")), [
      "Error codes ¦  ¦ Acme.OrderClosed ¦  ¦ The order is closed.",
      "Error codes ¦  ¦ Acme.OrderLocked ¦  ¦ Another request changes the order.",
      "Payment errors ¦ 402 ¦ Acme.PaymentRefused ¦  ¦ The bank refused.",
      "Payment errors ¦  ¦ E100 ¦  ¦ the card has expired",
      "Payment errors ¦  ¦ E101 ¦  ¦ the card is unknown",
    ]);
  });

  it("is told by its text where its name does not say", () => {
    assert.equal(importDocument(page, "errors").format, "HTML");
  });
});
