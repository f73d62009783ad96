import assert from "node:assert/strict";
import { newFolder } from "../harness/folder.ts";

interface Printed {
  provider: string;
  service: string;
  action: string;
  codes: { code: string; documented: boolean; everyAction: boolean; retry?: string }[];
}

describe("codes on the command line", () => {
  const { run } = newFolder();

  it("prints what an action can answer with, by whether a retry helps", () => {
    const { status, stdout } = run(["codes", "run_instances", "--provider", "tencent", "--service", "CVM"]);
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^RunInstances\nTencent Cloud · Cloud Virtual Machine\n\nRunInstances can fail with 170 codes: .*\n\nRetry with backoff \(\d+\)\n/,
    );
    assert.match(stdout, /\n {2}ResourcesSoldOut\.SpecifiedInstanceType +Unavailable +\S/);
    assert.match(stdout, /\nEvery action can also answer with\n {2}.*RequestLimitExceeded,/);
  });

  it("prints in Chinese, and only what is worth a retry", () => {
    const { stdout } = run(["codes", "CreateDirectConnect", "--retryable", "--lang", "zh-CN"]);
    assert.match(stdout, /^CreateDirectConnect\n腾讯云 · 专线接入\n\n可退避重试 \(1\)\n {2}InternalError /);
    assert.doesNotMatch(stdout, /LimitExceeded\.DirectConnectLimitExceeded/);
  });

  it("prints JSON, with an object for each service that has the action", () => {
    const { stdout } = run(["codes", "RunInstances", "--json", "--retryable"]);
    const printed = JSON.parse(stdout) as Printed[];
    const names = printed.map(({ provider, service }) => `${provider} ${service}`);
    assert.ok(names.includes("tencent-cloud cvm") && names.includes("alibaba-cloud ecs"), names.join());
    assert.ok(
      printed.every(({ codes }) => codes.every(({ retry }) => retry === "backoff" || retry === "renew")),
    );
    const cvm = printed.find(({ service }) => service === "cvm");
    assert.ok(
      cvm?.codes.some(({ code, documented }) => code === "ResourcesSoldOut.EipInsufficient" && documented),
    );
    assert.ok(
      cvm?.codes.some(({ code, everyAction }) => code === "AuthFailure.SignatureExpire" && everyAction),
    );
  });

  it("lists the services where many have the action", () => {
    const { stdout } = run(["codes", "ListTagsForResource"]);
    assert.match(
      stdout,
      /^\d+ services have this action; --provider and --service select one\.\naws +accessanalyzer /,
    );
  });

  it("says that there is no such action, and names the nearest one", () => {
    const { status, stdout, stderr } = run(["codes", "RunInstanes", "--provider", "alibaba"]);
    assert.deepEqual([status, stdout], [1, ""]);
    assert.match(stderr, /^error-codes: There is no action 'RunInstanes'\. Did you mean RunInstances\?$/m);
    assert.equal(run(["codes", "Whatever", "--json"]).stdout.trim(), "[]");
  });

  it("names wrong usage", () => {
    for (const [pattern, ...args] of [
      [/no provider 'gcp'/, "PutItem", "--provider", "gcp"],
      [/no service 'cvm'/, "PutItem", "--provider", "aws", "--service", "cvm"],
      [/missing required argument 'action'/],
    ] as [RegExp, ...string[]][]) {
      const { status, stderr } = run(["codes", ...args]);
      assert.equal(status, 2);
      assert.match(stderr, pattern);
    }
  });

  it("is how look-up can be narrowed too", () => {
    const { status, stdout } = run(["lookup", "@tencent action:CreateDirectConnect"]);
    assert.equal(status, 0);
    assert.match(stdout, /^LimitExceeded\.DirectConnectLimitExceeded /);
    const unknown = run(["lookup", "@tencent action:CreateDirectConect"]);
    assert.equal(unknown.status, 2);
    assert.match(unknown.stderr, /Did you mean CreateDirectConnect\?/);
  });
});
