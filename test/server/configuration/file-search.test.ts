import assert from "node:assert/strict";
import { mock } from "node:test";
import { FileSearch } from "../../../server/configuration/file-search.ts";
import type { Host } from "../../../server/documents/host.ts";

describe("the search for the files of configurations", () => {
  afterEach(() => mock.timers.reset());

  it("has a limit for all patterns of a configuration together, not for plain paths", async () => {
    mock.timers.enable({ apis: ["Date"] });
    const asked: string[] = [];
    const host = {
      async filesMatching(folder: string, glob: string) {
        asked.push(`${folder} ${glob}`);
        mock.timers.tick(3000);
        return { files: [glob] };
      },
    };
    const search = new FileSearch(host as unknown as Host);
    const patterns = Array.from({ length: 100 }, (_, index) => `${index}/*.yaml`);
    for (const [index, pattern] of patterns.entries()) {
      const { files, stoppedBy } = await search.find("file:///a", pattern);
      assert.deepEqual(files, index < 4 ? [pattern] : []);
      assert.deepEqual(stoppedBy, index < 4 ? undefined : { limit: "seconds", count: 10 });
    }
    assert.equal(asked.length, 4);
    assert.deepEqual((await search.find("file:///a", "plain.yaml")).files, ["plain.yaml"]);
    assert.deepEqual((await search.find("file:///b", "*.yaml")).files, ["*.yaml"]);
    await search.find("file:///a", "0/*.yaml");
    assert.equal(asked.length, 6);
    search.clear();
    assert.deepEqual((await search.find("file:///a", "99/*.yaml")).files, ["99/*.yaml"]);
  });
});
