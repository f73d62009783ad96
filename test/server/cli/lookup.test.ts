import assert from "node:assert/strict";
import { newFolder } from "../harness/folder.ts";

describe("lookup on the command line", () => {
  const { run } = newFolder();

  const mistakes: [string, RegExp, ...string[]][] = [
    ["an empty query", /the query is empty/, " "],
    ["an unknown kind", /There is no kind 'limits'\. Known values: authentication,/, "kind:limits"],
    ["an unknown provider", /There is no provider 'nobody'\. Known values: .*tencent-cloud/, "@nobody", "x"],
    ["an unknown status", /There is no status '9xx'/, "status:9xx"],
    ["an unknown kind in Chinese", /kind 没有值“limits”。/, "kind:limits", "--lang", "zh-CN"],
  ];
  for (const [name, pattern, ...args] of mistakes)
    it(`says so: ${name}`, () => {
      const { status, stdout, stderr } = run(["lookup", ...args]);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, pattern);
    });

  it("takes kinds in both languages, and statuses in part", () => {
    for (const query of ["kind:限流", "kind:throttling", "status:4xx", "status:429"])
      assert.equal(run(["lookup", query]).status, 0, query);
  });
});
