import assert from "node:assert/strict";
import { Catalog } from "../../../catalog/model/catalog.ts";
import { preparingExpectedCodes } from "../../../server/evidence/expected-codes.ts";
import { CodeOwners } from "../../../server/features/code-owners.ts";
import { builtIn } from "../../catalog/built-in.ts";

describe("what completion prepares", () => {
  const preferences = { providers: ["aws"], isCertain: false, services: ["s3"] };
  const newCatalog = async () => new Catalog((await builtIn()).data);

  it("is made in many parts, between which others are answered", async () => {
    const catalog = await newCatalog();
    const codes = catalog.officialCodes.length;
    for (const work of [preparingExpectedCodes(catalog), CodeOwners.preparing(catalog)])
      assert.ok([...work].length > codes / 1000);
  });

  it("is finished at once where it is asked for before", async () => {
    const [begun, whole] = [await newCatalog(), await newCatalog()];
    const work = CodeOwners.preparing(begun);
    work.next();
    assert.deepEqual(CodeOwners.of(begun).ranks(preferences), CodeOwners.of(whole).ranks(preferences));
    assert.ok(work.next().done);
  });
});
