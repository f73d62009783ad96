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

  it("reads headers of two rows, and what several terms share", () => {
    const text = `<h2>Errors</h2>
<table><thead><tr><th rowspan=2>Code</th><th colspan=2>Texts</th></tr>
<tr><th>Message</th><th>What to do</th></tr></thead>
<tbody><tr><td>ORDER_CLOSED</td><td>Order closed</td><td>Open it.</td></tr></tbody></table>
<table><tr><th rowspan=2>Code</th><th colspan=2>Texts</th></tr><tr><th>Message</th><th>What to do</th></tr>
<tr><td>ORDER_LOST</td><td>Order lost</td><td>Find it.</td></tr></table>
<dl><dt>E1001</dt><dt>E1002</dt><dd>The order is late.</dd><dt>E1003</dt><dd>It is gone.</dd></dl>`;
    const { rows, unused } = importDocument(text, "errors.html");
    assert.deepEqual(
      rows.map(({ code, message, description, fix }) => [code, message ?? description, fix]),
      [
        ["ORDER_CLOSED", "Order closed", "Open it."],
        ["ORDER_LOST", "Order lost", "Find it."],
        ["E1001", "The order is late.", undefined],
        ["E1002", "The order is late.", undefined],
        ["E1003", "It is gone.", undefined],
      ],
    );
    assert.deepEqual(unused, []);
    const lines = text.split("\n");
    assert.deepEqual(
      rows.map(({ span }) => lines[span.line]?.slice(span.start, span.end)),
      rows.map(({ code }) => code),
    );
  });

  it("reads headings that several errors have as parts of these", () => {
    const error = (code: string, fix: string) => `<h4>${code} - It failed</h4>
<ul><li><strong>HTTP Status</strong>: 401 Unauthorized</li></ul>
<h4>Resolution</h4><ul><li>${fix}</li></ul><h4>Example</h4><pre>{}</pre>`;
    const text = `<h2>Error codes</h2>${error("AUTH001", "Log in.")}${error("AUTH002", "Ask.")}`;
    assert.deepEqual(
      importDocument(text, "errors.html").rows.map(({ code, httpStatus, fix }) => [code, httpStatus, fix]),
      [
        ["AUTH001", [401], "Log in."],
        ["AUTH002", [401], "Ask."],
      ],
    );
  });

  it("tells a vendor's own numbers from those of HTTP", () => {
    const page = (texts: readonly string[], header = "Error code") => {
      const rows = texts.map((text, index) => `<tr><td>${401 + index}</td><td>${text}</td></tr>`);
      return `<h1>Errors</h1><table><tr><th>${header}</th><th>Meaning</th></tr>${rows.join("")}</table>`;
    };
    const own = ["No merchant.", "Too small.", "Expired.", "Bank is down.", "Bad key.", "Paid."];
    const codesOf = (text: string) => importDocument(text, "errors.html").rows.map(({ code }) => code);
    assert.deepEqual(codesOf(page(own)), ["401", "402", "403", "404", "405", "406"]);
    assert.deepEqual(codesOf(page(own.slice(0, 4))), []);
    assert.deepEqual(codesOf(page(own, "HTTP error code")), []);
    assert.deepEqual(codesOf(page(["Unauthorized: log in.", ...own.slice(1)])), []);
  });
});
