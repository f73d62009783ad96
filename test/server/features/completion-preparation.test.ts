import assert from "node:assert/strict";
import { preparingExpectedCodes } from "../../../server/evidence/expected-codes.ts";
import { CodeOwners } from "../../../server/features/code-owners.ts";
import { builtInCatalog } from "../../catalog/built-in.ts";

describe("what completion prepares", () => {
  const preferences = { providers: ["aws"], isCertain: false, services: ["s3"] };

  it("is made in many parts, between which others are answered", async () => {
    const catalog = await builtInCatalog();
    const codes = catalog.officialCodes.length;
    for (const work of [preparingExpectedCodes(catalog), CodeOwners.preparing(catalog)])
      assert.ok([...work].length > codes / 1000);
  });

  it("is finished at once where it is asked for before", async () => {
    const [begun, whole] = [await builtInCatalog(), await builtInCatalog()];
    const work = CodeOwners.preparing(begun);
    work.next();
    assert.deepEqual(CodeOwners.of(begun).ranks(preferences), CodeOwners.of(whole).ranks(preferences));
    assert.ok(work.next().done);
  });
});
