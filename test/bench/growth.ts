// Measures how the time of every analysis, rule, fix, importer and reader grows with its input:
// `npm run bench:growth [-- [--until MILLISECONDS] PATTERN …]`, with patterns that select shapes by their names. Each
// input is doubled until it takes a second. What grows faster than the power of 1.3 is listed, and fails.
import { parseArgs } from "node:util";
import { Parser, Query } from "web-tree-sitter";
import { callShapes } from "./growth/call-shapes.ts";
import { catalogShapes } from "./growth/catalog-shapes.ts";
import { commandShapes } from "./growth/command-shapes.ts";
import { documentShapes } from "./growth/document-shapes.ts";
import { editShapes } from "./growth/edit-shapes.ts";
import { countAsParser, measure, type Shape } from "./growth/measure.ts";
import { responseShapes } from "./growth/response-shapes.ts";
import { Session } from "./growth/session.ts";

/** More than this is not the growth of a loop that looks at each part a fixed number of times. */
const maximumExponent = 1.3;

countAsParser(Parser.prototype, "parse");
countAsParser(Query.prototype, "matches");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { until: { type: "string", default: "1000" } },
});
const enough = Number(values.until);
const patterns = positionals.map((pattern) => new RegExp(pattern, "i"));
const session = await Session.start();
const shapes: Shape[] = [
  ...catalogShapes(),
  ...commandShapes(),
  ...editShapes(session),
  ...responseShapes(session),
  ...documentShapes(session),
  ...callShapes(),
].filter(({ name }) => patterns.every((pattern) => pattern.test(name)));
const failed: string[] = [];
// The first document waits for the catalog and for compilation.
await measure({ ...documentShapes(session)[0], to: 512 } as Shape);
await new Promise((resolve) => setTimeout(resolve, 3000));
for (const shape of shapes) {
  let growth = await measure(shape, enough);
  // A busy machine can make the last size look longer than it is.
  if (growth.exponent > maximumExponent) growth = await measure(shape, enough);
  const { exponent, last } = growth;
  const isTooFast = exponent > maximumExponent;
  if (isTooFast) failed.push(shape.name);
  const line = `n^${exponent.toFixed(2)}  ${last.time.toFixed(0).padStart(6)} ms at ${String(last.size).padStart(7)}`;
  console.log(`${isTooFast ? "✗" : " "} ${line}  ${shape.name}`);
}
console.log(`${failed.length} of ${shapes.length} grow faster than n^${maximumExponent}`);
process.exit(failed.length > 0 ? 1 : 0);
