import assert from "node:assert/strict";
import { importMarkdown, lines } from "../fixture.ts";

describe("importing errors that Markdown describes without a table", () => {
  it("reads errors below headings, with fields in lists, paragraphs and further headings", () => {
    const text = `# Error codes

## Order.Closed

- HTTP status: 409
- **Error message**: Order {Id} is closed.
- Solution:
  - Open a new one.

## Order.Unknown (404)

There is no such order.

### How to fix

Look for the ID.
`;
    const { rows } = importMarkdown(text);
    assert.deepEqual(lines({ rows } as never), [
      "Error codes ¦ 409 ¦ Order.Closed ¦ Order {Id} is closed. ¦ ",
      "Error codes ¦ 404 ¦ Order.Unknown ¦  ¦ There is no such order.",
    ]);
    assert.deepEqual(
      rows.map(({ fix, span }) => [fix, span.line]),
      [
        ["Open a new one.", 2],
        ["Look for the ID.", 9],
      ],
    );
  });

  it("reads numbers with their names, and the title in front matter and lines of MDX", () => {
    const text = `---
title: Error codes
---
import Note from '../note';

<Note>
### -1121 BAD_SYMBOL
* The symbol is not valid.

### -1122 BAD_INTERVAL
* The interval is not valid.
`;
    assert.deepEqual(
      importMarkdown(text).rows.map(({ code, name, description }) => [code, name, description]),
      [
        ["-1121", "BAD_SYMBOL", "The symbol is not valid."],
        ["-1122", "BAD_INTERVAL", "The interval is not valid."],
      ],
    );
  });

  it("reads errors in bold with fields behind them, and lists that begin with codes", () => {
    const text = `## Errors

**Throttling**

- HTTP status: 429
- Description: Too many requests.

**AccessDenied**

- HTTP status: 403
- Description: The role has no permission.

## Errors of payments

- \`E1001\`: The card has expired.
- \`E1002\` – The card is unknown.
`;
    assert.deepEqual(lines(importMarkdown(text)), [
      "Errors ¦ 429 ¦ Throttling ¦  ¦ Too many requests.",
      "Errors ¦ 403 ¦ AccessDenied ¦  ¦ The role has no permission.",
      "Errors of payments ¦  ¦ E1001 ¦  ¦ The card has expired.",
      "Errors of payments ¦  ¦ E1002 ¦  ¦ The card is unknown.",
    ]);
  });

  it("reads no settings, notes or contents", () => {
    const text = `# Guide

- [Order.Closed](#order-closed)
- [Order.Unknown](#order-unknown)

**Note** that this is long.

## Settings

- \`order.limit\`: how many orders there are
- \`order.color\`: their colour
`;
    assert.deepEqual(importMarkdown(text).rows, []);
  });
});
