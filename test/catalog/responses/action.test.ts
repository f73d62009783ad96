import assert from "node:assert/strict";
import { Catalog } from "../../../catalog/model/catalog.ts";
import type { Entry, Provider } from "../../../catalog/model/entry.ts";
import { errorsIn } from "../../../catalog/responses/explanation.ts";
import { Search } from "../../../catalog/search/search.ts";

const providerOf = (id: string) =>
  ({
    id,
    name: { en: id },
    aliases: [],
    links: {},
    imports: [],
    hosts: [],
    responses: [],
  }) as unknown as Provider;
const entryOf = (provider: string, service: string, code: string): Entry => ({
  provider,
  service,
  code,
  httpStatus: [],
  messages: [],
  summary: { en: "No." },
  source: [],
});

const catalog = new Catalog({
  providers: ["acme", "aws", "other"].map(providerOf),
  services: [],
  concepts: [],
  entries: [
    entryOf("acme", "vm", "Zone.SoldOut"),
    entryOf("aws", "s3", "Zone.SoldOut"),
    entryOf("other", "disk", "Zone.SoldOut"),
    entryOf("other", "ecs", "Zone.SoldOut"),
    entryOf("other", "ecs", "Token.Stale"),
  ],
  known: {},
  pinyin: {},
  actions: [
    { provider: "acme", service: "vm", action: "StopInstances", codes: ["Zone.SoldOut"] },
    { provider: "other", service: "ecs", action: "RunInstances", codes: ["Zone.SoldOut"] },
    { provider: "aws", service: "s3", action: "PutObject", codes: ["SlowDown.Now"] },
  ],
  codesOfEveryAction: [{ provider: "other", codes: ["Token.Stale"] }],
});
const knowledge = { catalog, search: new Search(catalog) };
const json = (code: string) => `{"Code": "${code}", "Message": "No.", "RequestId": "1"}`;

describe("the action that a text names", () => {
  const first = (text: string) => errorsIn(text, knowledge)[0];
  const called = (text: string) => first(text)?.action;

  it("says whose an error is, and of which service", () => {
    for (const request of [
      "POST /?Action=RunInstances&Zone=a",
      "X-TC-Action: RunInstances",
      `request {"Action": "run_instances"} failed:`,
    ]) {
      const error = first(`${request} ${json("Zone.SoldOut")}`);
      assert.equal(error?.candidates[0]?.provider, "other", request);
      assert.equal(error?.candidates[0]?.service, "ecs", request);
      assert.equal(error?.candidates[0]?.reason.en, "its action RunInstances");
      assert.deepEqual(error?.action, { action: "RunInstances", services: ["ecs"], answers: "documented" });
    }
    assert.equal(first(`Action=StopInstances\n${json("Zone.SoldOut")}`)?.candidates[0]?.provider, "acme");
  });

  it("is read from the sentences of SDKs", () => {
    const botocore = "An error occurred (Zone.SoldOut) when calling the PutObject operation: No.";
    assert.deepEqual(called(botocore), { action: "PutObject", services: ["s3"], answers: "undocumented" });
    const go =
      "operation error S3: PutObject, https response error StatusCode: 409, RequestID: 1, api error SlowDown.Now: No.";
    assert.deepEqual(called(go), { action: "PutObject", services: ["s3"], answers: "documented" });
  });

  it("may be one that answers like all others", () => {
    assert.equal(called(`Action=RunInstances\n${json("Token.Stale")}`)?.answers, "every");
  });

  it("is not guessed", () => {
    for (const text of [
      "Action=Whatever",
      "Action=RunInstances Action=StopInstances",
      `"Action": "s3:PutObject"`,
      "Reaction=RunInstances",
    ])
      assert.equal(called(`${text}\n${json("Zone.SoldOut")}`), undefined, text);
  });
});
