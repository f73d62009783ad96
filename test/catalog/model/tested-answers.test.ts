import assert from "node:assert/strict";
import type { ActionAnswer } from "../../../catalog/model/action-answers.ts";
import { likelyTested } from "../../../catalog/model/tested-answers.ts";
import type { Kind } from "../../../catalog/schema/terms.ts";

describe("the codes that handlers of a failure are likely to test for", () => {
  const answer = (code: string, kind: Kind, more: Partial<ActionAnswer> = {}): ActionAnswer => ({
    code,
    kind,
    isDocumented: true,
    isOfEvery: false,
    ...more,
  });
  const usual = { frequentCodes: [["Throttling"]], isRetried: false, usedInWorkspace: new Set<string>() };

  it("name what the action is about", () => {
    const answers = [
      answer("InvalidRouteTable.NotFound", "not-found"),
      answer("InvalidNetworkGateway.Malformed", "invalid-request"),
      answer("InvalidZone.Malformed", "invalid-request"),
      answer("InvalidNetworkGateway.NotFound", "not-found"),
    ];
    assert.deepEqual(likelyTested("DeleteNetworkGateway", answers, usual).slice(0, 3), [
      "InvalidNetworkGateway.NotFound",
      "InvalidRouteTable.NotFound",
      "InvalidNetworkGateway.Malformed",
    ]);
  });

  it("say that a thing is there where one is made, and that it is missing where one is dropped", () => {
    const answers = [answer("Lake.NotFound", "not-found"), answer("Lake.Exists", "conflict")];
    const first = (action: string) => likelyTested(action, answers, usual)[0];
    assert.equal(first("CreateLake"), "Lake.Exists");
    assert.equal(first("DeleteLake"), "Lake.NotFound");
  });

  it("say that a thing is sold out rather than in use where one is made", () => {
    const answers = [answer("LakeTypeIsUsed", "conflict"), answer("Lake.SoldOut", "unavailable")];
    const first = (action: string) => likelyTested(action, answers, usual)[0];
    assert.equal(first("RunInstances"), "Lake.SoldOut");
    assert.equal(first("StopInstances"), "LakeTypeIsUsed");
  });

  it("are those of equal ones that the workspace uses", () => {
    const answers = [answer("Lake.Frozen", "unsupported"), answer("Lake.Salty", "unsupported")];
    const first = (...used: string[]) =>
      likelyTested("DeleteLake", answers, { ...usual, usedInWorkspace: new Set(used) })[0];
    assert.equal(first(), "Lake.Frozen");
    assert.equal(first("Lake.Salty"), "Lake.Salty");
  });

  it("are those that a retry cures, in a list of them", () => {
    const answers = [
      answer("Lake.NotFound", "not-found", { retry: "no" }),
      answer("Lake.Busy", "unavailable", { retry: "backoff" }),
    ];
    const first = (isRetried: boolean) => likelyTested("DeleteLake", answers, { ...usual, isRetried })[0];
    assert.equal(first(false), "Lake.NotFound");
    assert.equal(first(true), "Lake.Busy");
  });
});
