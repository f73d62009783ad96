import assert from "node:assert/strict";
import { Parser, Query } from "web-tree-sitter";
import { catalogShapes } from "../bench/growth/catalog-shapes.ts";
import { commandShapes } from "../bench/growth/command-shapes.ts";
import { documentShapes } from "../bench/growth/document-shapes.ts";
import { editShapes } from "../bench/growth/edit-shapes.ts";
import { countAsParser, growthFactor, type Shape } from "../bench/growth/measure.ts";
import { Session } from "../bench/growth/session.ts";

/** Nearer to four times the time for a text four times as long than to sixteen times. */
const maximumFactor = 9;

/** The documents whose analysis is measured here; `npm run bench:growth` measures all, and more closely. */
const documents =
  /: (?:typescript, (?!long|subject|string of|statements|imports|hosts|many|one long|template|line)|\w+, (?:else-if chain|\|\| chain|list$|switch|labels|patterns|case|match|columns|objects|mappings|quoted))/;

/** Fails if the time of a shape grows much faster than its input, each time of three. */
async function assertNearLinear(shape: Shape): Promise<void> {
  const factors: number[] = [];
  for (let attempt = 0; attempt < 3; attempt++) {
    const factor = await growthFactor(shape);
    if (factor <= maximumFactor) return;
    factors.push(factor);
  }
  assert.fail(
    `An input four times as large took ${factors.map((one) => one.toFixed(1)).join(", ")} times as long.`,
  );
}

describe("the time of each part grows like its input", () => {
  let restore: (() => void)[] = [];
  let session: Session;
  before(async () => {
    restore = [countAsParser(Parser.prototype, "parse"), countAsParser(Query.prototype, "matches")];
    session = await Session.start();
  });
  after(() => {
    for (const one of restore) one();
  });

  const shapesOf = (connected: Session): Shape[] => [
    ...catalogShapes(),
    ...commandShapes(),
    ...editShapes(connected),
    ...documentShapes(connected).filter(({ name }) => documents.test(name)),
  ];
  // The shapes of documents ask for the session only when they are measured.
  const lazy = {
    open: (...args: Parameters<Session["open"]>) => session.open(...args),
    get connection() {
      return session.connection;
    },
  };
  for (const shape of shapesOf(lazy as Session)) it(shape.name, () => assertNearLinear(shape));
});
