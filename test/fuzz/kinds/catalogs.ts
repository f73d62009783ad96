import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { parse } from "yaml";
import { readUserCatalog } from "../../../catalog/importers/user-catalog.ts";
import { Catalog } from "../../../catalog/model/catalog.ts";
import { atOnce } from "../../../catalog/model/slices.ts";
import { IndexedCatalog } from "../../../server/configuration/indexed-catalog.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";
import { assertProblems, inTime } from "../invariants.ts";
import { type Kind, propertyOf } from "../kind.ts";
import { mutated } from "../mutation.ts";
import { catalogFile, catalogTable } from "./samples.ts";

const pieces = [
  "\n  - code: X.Y\n",
  "summary: ",
  "rows: [{ table: constructor }]",
  "provider: aws\n",
  "deprecated: true\n",
];
const paths = ["acme.yaml", "acme.json", "acme.md", "catalogs/constructor"];

/** Users' catalog files in every format: what can be read of them is indexed and found. */
export const catalogs: Kind = {
  name: "catalogs",

  async start() {
    // The built one has the index of its codes, which would take most of the time to make.
    const host = nodeHost(join(import.meta.dirname, "../../../dist"));
    const builtIn = new IndexedCatalog(new Catalog(await host.readCatalog()));
    const texts = [catalogFile, JSON.stringify(parse(catalogFile), undefined, 2), catalogTable];
    const input = fc.record({
      path: fc.constantFrom(...paths),
      text: mutated(texts, ...pieces),
      complete: fc.boolean(),
    });
    return {
      property: propertyOf(input, async ({ path, text, complete }) => {
        const naming = { provider: "acme", complete };
        const read = () => {
          const { value, problems } = atOnce(readUserCatalog(text, path, `file:///project/${path}`, naming));
          return { value, problems };
        };
        const { value, problems } = await inTime(read);
        assert.deepEqual(read(), { value, problems });
        assertProblems(problems, path, text);
        if (!value) return assert.ok(problems.length > 0 || path.endsWith(".md"), "no value, but no problem");
        await inTime(() => {
          const { catalog, search, speller } = atOnce(builtIn.with([value]));
          for (const { code } of value.entries) assert.ok(catalog.hasEntry(code), `${code} is missing`);
          search.find("Billing.Overdu", 5);
          speller.nearest("Billing.Overdu");
        });
      }),
    };
  },
};
