import assert from "node:assert/strict";
import { KeyFilter, writeKeyFilter } from "../../../../catalog/model/compiled/key-filter.ts";
import { sectionsOf } from "../../../../catalog/model/compiled/sections.ts";

describe("filter of keys", () => {
  const filterOf = (keys: readonly string[]) => {
    const sections = new Map<string, Uint8Array>();
    writeKeyFilter(sections, "keys", new Set(keys));
    return new KeyFilter(sectionsOf(sections), "keys");
  };
  const names = (prefix: string) => Array.from({ length: 5000 }, (_, number) => `${prefix}instance${number}`);

  it("lets all its keys pass, and hardly any other text", () => {
    const filter = filterOf(names("describe"));
    assert.ok(names("describe").every((key) => filter.passes(key)));
    const passing = names("delete").filter((key) => filter.passes(key));
    assert.ok(passing.length < 5000 * 0.02, `${passing.length} of 5000 pass`);
  });

  it("lets nothing pass if it has no keys", () => {
    assert.equal(filterOf([]).passes("describeinstances"), false);
  });

  it("lets everything pass where there is none", () => {
    assert.equal(new KeyFilter(sectionsOf(new Map()), "keys").passes("anything"), true);
  });
});
