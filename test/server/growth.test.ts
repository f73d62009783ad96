import assert from "node:assert/strict";
import { Parser, Query } from "web-tree-sitter";
import { callShapes } from "../bench/growth/call-shapes.ts";
import { catalogShapes } from "../bench/growth/catalog-shapes.ts";
import { commandShapes } from "../bench/growth/command-shapes.ts";
import { documentShapes } from "../bench/growth/document-shapes.ts";
import { editShapes } from "../bench/growth/edit-shapes.ts";
import { countAsParser, growthFactor, type Shape } from "../bench/growth/measure.ts";
import { responseShapes } from "../bench/growth/response-shapes.ts";
import { Session } from "../bench/growth/session.ts";

/** Nearer to four times the time for a text four times as long than to sixteen times. */
const maximumFactor = 9;

/** The shapes that are measured here, by their names; `npm run bench:growth` measures all, and more closely. */
const measured = [
  /^(?:configuration|catalog file|merge|report): /,
  /^Markdown import: (?:tables|columns|long cell|cell of (?:quotes|links|backticks)|quoted)/,
  /^catalog: (?:many|equal|codes below|services|ignored files|pinned files)/,
  /^candidate words: ">a"|^minified: "\\\\\\""|^excerpt: go, statements$|^usages: /,
  /^(?:literals at many cursors|fixes of everything|fix all): .*, one misspelled code/,
  /^calls: (?:go, (?:calls with|tests of|tests without|requests)|typescript, (?:calls|assignments))/,
  /^many changes: typescript|^explain: (?:code of colons|nested objects|list of|labels$)/,
  /^diagnostics: typescript, (?:else-if|\|\||ifs in one|list$|arguments of|switch|one code|ignore comments|aliases|lists of one|two clouds|imports on|names in one .* many|prefix)/,
  /^diagnostics: (?:go, (?:list$|labels)|python, (?:patterns|messages)|markdown, columns|yaml, mappings with a host)/,
];

/**
 * Fails if the time of a shape grows much faster than its input, each time of three, for ever larger inputs: the memory
 * that is collected for the first time makes a step at one size, while a square is a square at each.
 */
async function assertNearLinear(shape: Shape): Promise<void> {
  const factors: number[] = [];
  for (const longer of [1, 2, 4]) {
    const factor = await growthFactor(shape, longer);
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
    ...responseShapes(connected),
    ...documentShapes(connected),
    ...callShapes(),
  ];
  // The shapes of documents ask for the session only when they are measured.
  const lazy = {
    open: (...args: Parameters<Session["open"]>) => session.open(...args),
    get connection() {
      return session.connection;
    },
  };
  for (const shape of shapesOf(lazy as Session).filter(({ name }) => measured.some((one) => one.test(name))))
    it(shape.name, () => assertNearLinear(shape));
});
