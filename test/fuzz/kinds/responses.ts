import assert from "node:assert/strict";
import { join } from "node:path";
import { Catalog } from "../../../catalog/model/catalog.ts";
import { atOnce } from "../../../catalog/model/slices.ts";
import { errorsIn } from "../../../catalog/responses/explanation.ts";
import { IndexedCatalog } from "../../../server/configuration/indexed-catalog.ts";
import { responseCodesIn } from "../../../server/syntax/embedded.ts";
import { knownCodesIn } from "../../../server/syntax/fallback.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";
import { assertPrintable, assertWithin, inTime } from "../invariants.ts";
import { type Kind, propertyOf } from "../kind.ts";
import { mutated } from "../mutation.ts";
import { responses as texts } from "./samples.ts";

const pieces = [
  '"Code":',
  "Code=",
  "<Code>",
  "</Code>",
  "<!DOCTYPE x [",
  "&#0;",
  '\\"code\\":\\"X.Y\\"',
  "RequestId: ",
  "{{",
];

/** Responses, exceptions and log lines that are to be explained. */
export const responses: Kind = {
  name: "responses",

  async start() {
    const builtIn = await nodeHost(join(import.meta.dirname, "../../../dist")).readCatalog();
    const catalogs = new IndexedCatalog(new Catalog(builtIn));
    return {
      property: propertyOf(mutated(texts, ...pieces), async (text) => {
        const found = await inTime(() => errorsIn(text, catalogs));
        assert.deepEqual(errorsIn(text, catalogs), found);
        assert.ok(found.length <= 100, `${found.length} codes`);
        for (const { code, span, codeSpan, candidates } of found) {
          if (code !== undefined) assertPrintable(code, "a code", 200);
          if (span) assertWithin(span, text);
          if (codeSpan) assert.equal(text.slice(codeSpan.start, codeSpan.end), code);
          for (const { entry, provider } of candidates) if (entry) assert.equal(entry.provider, provider);
        }
        const inside = await inTime(() => [
          ...responseCodesIn(text, 0),
          ...atOnce(knownCodesIn(text, catalogs.catalog)),
        ]);
        for (const literal of inside) {
          assertWithin(literal, text);
          assert.equal(text.slice(literal.start, literal.end), literal.text);
        }
      }),
    };
  },
};
