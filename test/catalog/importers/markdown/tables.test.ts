import assert from "node:assert/strict";
import { markdownTables } from "../../../../catalog/importers/markdown/tables.ts";

/** Returns the cells of a table of one column and one row, with the given Markdown in it. */
function textOf(markdown: string, below = ""): string | undefined {
  const [table] = markdownTables(`| Text | |\n| --- | --- |\n| ${markdown} | |\n${below}`);
  return table?.rows[0]?.cells[0]?.text;
}

/** Formats each table as its section, its header and its rows, of which a heading stands in brackets. */
function tables(document: string): string[] {
  return markdownTables(document).map(({ section, header, rows }) => {
    const lines = rows.map(({ cells, heading }) =>
      heading === undefined ? cells.map(({ text }) => text).join(" ¦ ") : `[${heading}]`,
    );
    return [`${section}: ${header.join(" ¦ ")}`, ...lines].join("\n");
  });
}

/** Returns what stands in the document where the cells of each row are said to be. */
function written(document: string): string[][] {
  return markdownTables(document).flatMap(({ rows }) =>
    rows.map(({ cells }) => cells.map(({ start, end }) => document.slice(start, end))),
  );
}

const table = "| Code | Text |\n| --- | --- |\n| Gate.Closed | The gate is closed. |";
const read = "Code ¦ Text\nGate.Closed ¦ The gate is closed.";

describe("the cells of a Markdown table", () => {
  for (const [markdown, text] of [
    ["CRANE\\_BROKEN\\_DOWN", "CRANE_BROKEN_DOWN"],
    ["CRANE_BROKEN_DOWN", "CRANE_BROKEN_DOWN"],
    ["*CRANE\\_BUSY*, **busy_crane**, ***both***", "CRANE_BUSY, busy_crane, both"],
    ["a \\| b \\\\ c \\d", "a | b \\ c \\d"],
    ["`a \\| b` and `` ` `` and ` padded `", "a | b and ` and padded"],
    ["see` a `then", "seeathen"],
    ["\\`not code\\` \\``code`", "`not code` `code"],
    ["&lt;Id&gt; &amp; &#65;&#x42; &copy;&nbsp;.", "<Id> & AB © ."],
    ["&unknown; &notes; &amp &#12345678;", "&unknown; &notes; &amp &#12345678;"],
    ["<https://example.com/a_b> <pilot@example.com>", "https://example.com/a_b pilot@example.com"],
    ["<Name>, <Crate_Id:Name> and <crate-id=1>", "<Name>, <Crate_Id:Name> and <crate-id=1>"],
    ["a<br>b<BR/>c <b>d</b> <!-- e --> <Name>", "a\nb\nc d <Name>"],
    ["[the *pilots*](https://example.com/a_b 'Title')", "the pilots"],
    ["![a `crane`](crane.png) ![b][crane]", "a crane ![b][crane]"],
    ["[Required] and [Crates][berth]", "[Required] and [Crates][berth]"],
    ["[see [1] there](https://example.com) [[2]](#2)", "see [1] there [2]"],
    ["[one [two](#2) three](#3)", "[one two three](#3)"],
    ["[a](<b c>) [d](e(f)\\) 'g') [h]() [i]( j )", "a d h i"],
    ["[broken](not a target) [open](a\\) [open](b", "[broken](not a target) [open](a) [open](b"],
  ] as const) {
    it(`are rendered: ${markdown}`, () => assert.equal(textOf(markdown), text));
  }

  it("have replacements for characters that Markdown does not allow", () =>
    assert.equal(textOf("a\0b &#0; &#x85; &#xD800;"), "a\ufffdb \ufffd \ufffd \ufffd"));

  it("show a link whose label the document defines without brackets", () => {
    const definitions = "\n> [Crate Rules]: https://example.com\n";
    assert.equal(
      textOf("[crate  rules], [the rules][CRATE rules], [crate rules][] and [others]", definitions),
      "crate rules, the rules, crate rules and [others]",
    );
    assert.equal(textOf("[a][b][crate rules] ![crate rules]", definitions), "[a]b crate rules");
  });

  it("may be empty, also at the ends of a row", () => {
    const document = "| a | b | c |\n|---|---|---|\n| | x | |\n||y\n|\nz | \\|\n";
    assert.deepEqual(tables(document), [": a ¦ b ¦ c\n ¦ x ¦ \n ¦ y\n\nz ¦ |"]);
    assert.deepEqual(
      markdownTables(document)[0]?.rows.map(({ cells }) => cells.map(({ start, end }) => [start, end])),
      [
        [
          [28, 28],
          [32, 33],
          [34, 34],
        ],
        [
          [38, 38],
          [40, 41],
        ],
        [[42, 42]],
        [
          [44, 45],
          [48, 50],
        ],
      ],
    );
  });

  it("are found in the source despite line endings, front matter, a byte order mark, quotes and lists", () => {
    const quoted = table.replaceAll("\n", "\n   >   ");
    for (const document of [
      table,
      `\ufeff---\ntitle: Gates\n---\n\n${table}`,
      `Gates\r\n\r\n${table.replaceAll("\n", "\r\n")}\r\n`,
      `Gates\r\r${table.replaceAll("\n", "\r")}`,
      `Gates\n\n1. > Gates\n   >\n   > - ${quoted}\n`,
      `>${table.replaceAll("\n", "\n>")}`,
    ])
      assert.deepEqual(written(document), [["Gate.Closed", "The gate is closed."]], document);
  });
});

describe("a Markdown table", () => {
  it("stands below its heading, however that is written", () => {
    for (const heading of [
      "# Gates",
      "  ### The *crates*\n##\tGates ##",
      "Gates\n=====",
      "> The\n> gates\n> ---\n\n## Gates",
      "Note\\\nGates",
      "The note\nGates:",
      "# Port\n\n__Gates__：\n",
    ])
      assert.deepEqual(tables(`${heading}\n${table}`), [`Gates: ${read}`], heading);
    assert.deepEqual(tables(`# \`a\\|b\` \\#\n\n*Gates*\n\n${table}`), [`a\\|b #: ${read}`]);
    assert.deepEqual(tables(`> The\n> gates\n> ---\n>\n> ${table.replaceAll("\n", "\n> ")}`), [
      `The gates: ${read}`,
    ]);
  });

  it("follows a paragraph, even one with bars", () => {
    for (const paragraph of ["Either | or", "| Either | or", "[gate]: #", "One\n    | two |"])
      assert.deepEqual(
        tables(`# Gates\n${paragraph}.\n${table}`).at(-1)?.split(": ").at(-1),
        read,
        paragraph,
      );
  });

  it("has the columns of its header if the delimiter row has others", () => {
    for (const delimiters of ["|---|", "| --- | --- | --- |", ":--|--:|:-:|-"])
      assert.deepEqual(tables(table.replace("| --- | --- |", delimiters)), [`: ${read}`]);
    for (const delimiters of ["---", ":--", "|--", "| --- | -+- |", "    | --- | --- |"])
      assert.deepEqual(tables(table.replace("| --- | --- |", delimiters)), []);
  });

  it("takes text and a second table right below as rows", () => {
    assert.deepEqual(tables(`${table}\nAll gates\n[gate]: #\n===\n`), [
      `: ${read}\n[All gates]\n[[gate]: #]\n[===]`,
    ]);
    assert.deepEqual(tables(`${table}\nCranes\n${table}`), [`: ${read}`, `Cranes: ${read}`]);
  });

  it("ends before every other block", () => {
    for (const block of [
      "",
      "---",
      "***",
      "# Cranes",
      "- Crane",
      "-",
      "2. Crane",
      "> Crane",
      "```",
      "    code",
      "<div>",
      "<br/>",
      "<!-- Crane -->",
    ])
      assert.deepEqual(tables(`${table}\n${block}`), [`: ${read}`], block);
  });

  it("has no row without the marks of its list or quote", () => {
    const row = "| Gate.Jammed | The gate is jammed. |";
    assert.deepEqual(tables(`> ${table.replaceAll("\n", "\n> ")}\n${row}`), [`: ${read}`]);
    assert.deepEqual(tables(`- ${table.replaceAll("\n", "\n  ")}\n${row}`), [`: ${read}`]);
    assert.deepEqual(tables(`- ${table}`), []);
  });

  it("stands in a list that begins with any number, except in a paragraph of the same list", () => {
    const item = `2. Gates\n\n   ${table.replaceAll("\n", "\n   ")}`;
    for (const above of ["", "    code\n\n", "> A quote\n", "- A list\n"])
      assert.deepEqual(tables(`# Gates\n\n${above}${item}`), [`Gates: ${read}`], above);
    assert.deepEqual(tables(`Text\n${item}`), [`2. Gates: ${read}`]);
  });

  it("is no part of code, comments and HTML", () => {
    for (const open of [
      "```",
      "~~~ md",
      "<!--",
      "<?php",
      "<pre>",
      "<details>",
      "<br/>",
      "</a>",
      "<a id='x:y'>",
    ])
      assert.deepEqual(tables(`${open}\n${table}`), [], open);
    assert.deepEqual(tables(table.replace(/^/gm, "    ")), []);
  });

  it("follows HTML that ends with a blank line, in a quote too", () => {
    assert.deepEqual(tables(`<details>\n\n${table}`), [`: ${read}`]);
    assert.deepEqual(tables(`> <details>\n>\n> ${table.replaceAll("\n", "\n> ")}`), [`: ${read}`]);
  });

  it("may be HTML inside a paragraph, a list or a quote", () => {
    const html =
      "<table><tr><th>Code</th><th>Text</th></tr>\n<tr><td>Gate.Closed</td><td>The gate is closed.</td></tr></table>";
    for (const before of ["", "<a name='x'></a>", "Text <b>", "- ", "> ", "Gates\n\n1. <p>x</p>\n   "])
      assert.deepEqual(
        tables(`# Gates\n\n${before}${html}`).map((one) => one.replace(/^.*?: /, "")),
        [read],
        before,
      );
    const line = html.replace("\n", "");
    assert.deepEqual(tables(`\`${line}\` <!-- ${line} -->`), []);
  });
});
