import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { extname } from "node:path";
import fc from "fast-check";
import { merge } from "../../../catalog/importers/merge.ts";
import { reportOf, reportText } from "../../../catalog/importers/report.ts";
import { parseCatalogFile } from "../../../catalog/schema/catalog-file.ts";
import { importLoaded } from "../../catalog/importers/fixture.ts";
import { assertPrintable, inTime } from "../invariants.ts";
import { type Kind, propertyOf } from "../kind.ts";
import { mutated } from "../mutation.ts";

const folder = new URL("../../fixtures/documents/", import.meta.url);

/** What makes a table of a document, or ends one. */
const pieces = [
  "|---|:-:|\n",
  "| `A.B` | 400 |\n",
  "<table>",
  "</td>",
  "<td rowspan=2>",
  "\n## Errors\n",
  "&lt;",
  "\\|",
  ',"',
  "\n## A.B\n- Cause: ",
  "\n- `A.B`: ",
  "enum Errors {",
  "|===\n",
  "[[errors]]\n",
  '{ "code": "A.B", ',
  "export enum E { A = 1, ",
  'const ( A = "A.B" // ',
  "switch (x) { case A: return ",
  '#[error("',
  "class A(Error):\n    code = ",
];

/** Documents with tables of codes: what is imported is in them, and makes a valid catalog file. */
export const documents: Kind = {
  name: "documents",

  async start() {
    const names = readdirSync(folder);
    const texts = names.map((name) => readFileSync(new URL(name, folder), "utf8"));
    // They are read from files in UTF-8, which have no lone surrogates.
    const input = fc.record({
      name: fc.constantFrom("errors.ts", ...new Set(names.map((name) => `errors${extname(name)}`))),
      text: mutated(texts, ...pieces).map((text) => text.toWellFormed()),
      descriptions: fc.boolean(),
      json: fc.boolean(),
    });
    return {
      property: propertyOf(input, async ({ name, text, ...options }) => {
        const bytes = new TextEncoder().encode(text);
        const result = await inTime(() => importLoaded(bytes, name));
        assert.deepEqual(await importLoaded(bytes, name), result);
        const lines = text.split(/\r\n?|\n/);
        for (const { code, span } of result.rows) {
          const { length } = lines[span.line] ?? assert.fail(`line ${span.line} of ${lines.length}`);
          assert.ok(0 <= span.start && span.start < span.end && span.end <= length, `${code} in its line`);
          assertPrintable(code, "a code", 200);
        }
        const document = { path: name, document: "errors", ...result };
        const flags = { provider: "fuzzed", service: "table", ...options };
        const merged = await inTime(() => merge(undefined, [document], flags));
        assertPrintable(reportText(reportOf([document], merged, {})), "the report", 100_000);
        const errors = parseCatalogFile(merged.text, "merged").problems.filter(
          (one) => one.severity === "error",
        );
        if (result.rows.length > 0) assert.deepEqual(errors, []);
        assert.equal(merge(merged.text, [document], flags).text, merged.text, "the same rows change nothing");
      }),
    };
  },
};
