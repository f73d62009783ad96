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

  it("reads errors in fences of JSON, several codes in one heading, and labels that end with a full stop", () => {
    const text = `# Errors

\`\`\`json
{ "error": { "code": "MissingParameter", "message": "Give a name." } }
\`\`\`
\`\`\`json
{ "code": 0, "message": "ok" }
\`\`\`

## 10002 / 10003 — wrong parameters

**Cause.** A parameter is not valid.
`;
    const { rows } = importMarkdown(text);
    assert.deepEqual(
      rows.map(({ code, message, cause, line }) => [code, message ?? cause, line]),
      [
        ["MissingParameter", "Give a name.", 3],
        ["10002", "A parameter is not valid.", 9],
        ["10003", "A parameter is not valid.", 9],
      ],
    );
  });

  it("reads no numbers with units, categories, numbers of tests, or names in a sentence", () => {
    const text = `# エラーコード

- 1000番台
- 2000番台

\`Order.ErrorCode\`には上記の値を保存する。

| Category | HTTP status | Description |
|---|---|---|
| validation | 400 | Wrong input |
| system | 500 | Internal error |

## テスト

| ID | 観点 |
|---|---|
| ERR-001 | 入力不正 |
| ERR-002 | 権限不正 |

| HTTP status | Error code | Description |
|---|---|---|
| 500 | RO-201 | Not registered |
| 502 | RO-202 | Not available |
`;
    // What ends with a status is a code all the same.
    assert.deepEqual(
      importMarkdown(text).rows.map(({ code }) => code),
      ["RO-201", "RO-202"],
    );
  });

  it("reads items that say which code they are of, each in a list of its own", () => {
    const text = `# Error Message Reference

<a id="7"></a>

- Error Code：**\`7\`**  
  **Description**：The request may not be made.  
  **Suggested Action**：Ask for the right to.

<a id="8"></a>

- Error Code：**\`8\`**  
  **Description**：It took too long.  
  **Suggested Action**：Try again.
`;
    const { rows } = importMarkdown(text);
    assert.deepEqual(
      rows.map(({ code, description, fix }) => [code, description, fix]),
      [
        ["7", "The request may not be made.", "Ask for the right to."],
        ["8", "It took too long.", "Try again."],
      ],
    );
  });

  it("reads words in code as headings, sentences that begin with code, and labels before numbers", () => {
    const text = `# Error codes

## \`internal\`

\`Meilisearch\` has experienced an error.

## \`index_not_found\`

There is no such index.

### Replication errors

**Usage notes:**

- Code 213: Write to the primary.
- Code 214: Wait.
`;
    assert.deepEqual(
      importMarkdown(text).rows.map(({ code, description }) => [code, description]),
      [
        ["internal", "Meilisearch has experienced an error."],
        ["index_not_found", "There is no such index."],
        ["213", "Write to the primary."],
        ["214", "Wait."],
      ],
    );
  });

  it("tells that numbers above texts are HTTP's, and sees no doubt where a code is written twice", () => {
    const statuses = "# Error codes\n\n### 400 Bad Request\n\nWrong.\n\n### 404 Not Found\n\nNothing.\n";
    assert.deepEqual(
      importMarkdown(statuses).skipped.map(({ reason }) => reason),
      ["the only codes are HTTP statuses"],
    );
    const twice =
      "# Errors\n\n### ORDER_CLOSED\n\n**Code**: `ORDER_CLOSED`\n**HTTP Status**: 409\n\n### ORDER_LOST\n\n**Code**: `ORDER_LOST`\n**HTTP Status**: 404\n";
    const { rows, doubts } = importMarkdown(twice);
    assert.deepEqual([rows.map(({ code }) => code), doubts], [["ORDER_CLOSED", "ORDER_LOST"], []]);
  });
});
