import assert from "node:assert/strict";
import { newFolder } from "../harness/folder.ts";

describe("lookup on the command line", () => {
  const { run } = newFolder();

  const mistakes: [string, RegExp, ...string[]][] = [
    ["an empty query", /the query is empty/, " "],
    ["an unknown kind", /There is no kind 'limits'\. Known values: authentication,/, "kind:limits"],
    ["an unknown provider", /There is no provider 'nobody'\. Known values: .*tencent-cloud/, "@nobody", "x"],
    ["an unknown status", /There is no status '9xx'/, "status:9xx"],
    [
      "an unknown service",
      /There is no service 'lighthous'\. Did you mean lighthouse\?/,
      "service:lighthous",
    ],
    [
      "an unknown kind in Chinese",
      /“kind:limits”无效：没有这个值。可用的值：authentication、/,
      "kind:limits",
      "--lang",
      "zh-CN",
    ],
  ];
  for (const [name, pattern, ...args] of mistakes)
    it(`says so: ${name}`, () => {
      const { status, stdout, stderr } = run(["lookup", ...args]);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, pattern);
    });

  it("names few of many values that an option can have, or those that may be meant, in both languages", () => {
    const say = (...args: string[]) => run(["list", ...args]).stderr.trim();
    assert.match(say("--service", "qqq"), /There is no service 'qqq'\. Known values: (?:[\w-]+, ){12}…\.$/);
    assert.match(say("--service", "lighthous"), /Did you mean lighthouse\?$/);
    assert.match(
      say("--provider", "zenlyer-cloud", "--lang", "zh-CN"),
      /没有这个值。是否指 zenlayer-cloud？$/,
    );
  });

  it("takes kinds in both languages, and statuses in part", () => {
    for (const query of ["kind:限流", "kind:throttling", "status:4xx", "status:429"])
      assert.equal(run(["lookup", query]).status, 0, query);
  });
});
