import assert from "node:assert/strict";
import { answersOf } from "../../../catalog/model/action-answers.ts";
import { Catalog } from "../../../catalog/model/catalog.ts";
import type { Entry } from "../../../catalog/model/entry.ts";
import { builtInCatalog } from "../built-in.ts";

const entryOf = (service: string, code: string, more: Partial<Entry> = {}): Entry => ({
  provider: "acme",
  service,
  code,
  httpStatus: [],
  messages: [],
  summary: {},
  source: [],
  ...more,
});

const catalog = new Catalog({
  providers: [],
  services: [],
  concepts: [],
  entries: [
    entryOf("vm", "NameTooLong", { kind: "invalid-request", retry: "no" }),
    entryOf("vm", "SoldOut", { kind: "quota", retry: "backoff" }),
    entryOf("vm", "Zone.SoldOut", { kind: "quota", retry: "backoff", basis: "name" }),
    entryOf("disk", "Busy", { kind: "conflict", retry: "no" }),
    entryOf("common", "Busy", { kind: "unavailable", retry: "backoff" }),
    entryOf("common", "TokenExpired", { kind: "authentication", retry: "renew" }),
  ],
  known: {},
  pinyin: {},
  actions: [
    {
      provider: "acme",
      service: "vm",
      action: "RunInstances",
      codes: ["Busy", "NameTooLong", "SoldOut", "Strange", "Zone.SoldOut"],
    },
  ],
  codesOfEveryAction: [{ provider: "acme", codes: ["Busy", "TokenExpired"] }],
});

describe("what an action answers with", () => {
  const action = { provider: "acme", service: "vm", action: "RunInstances" };

  it("begins with what tells most of it", () => {
    assert.deepEqual(
      answersOf(catalog, action).map(({ code }) => code),
      ["SoldOut", "NameTooLong", "Zone.SoldOut", "Strange", "Busy", "TokenExpired"],
    );
  });

  it("says which codes are worth a retry, by the entry of the action's service or else of the provider", () => {
    const retries = new Map(answersOf(catalog, action).map(({ code, retry }) => [code, retry]));
    assert.deepEqual([...retries].filter(([, retry]) => retry !== undefined).sort(), [
      ["Busy", "backoff"],
      ["NameTooLong", "no"],
      ["SoldOut", "backoff"],
      ["TokenExpired", "renew"],
      ["Zone.SoldOut", "backoff"],
    ]);
  });

  it("tells what is documented for it from what every action can answer with", () => {
    const facts = new Map(
      answersOf(catalog, action).map(({ code, isDocumented, isOfEvery }) => [
        code,
        [isDocumented, isOfEvery],
      ]),
    );
    assert.deepEqual(facts.get("SoldOut"), [true, false]);
    assert.deepEqual(facts.get("Busy"), [true, true]);
    assert.deepEqual(facts.get("TokenExpired"), [false, true]);
  });

  it("is nothing for an action that is not known, which can fail all the same", () => {
    assert.deepEqual(answersOf(catalog, { ...action, service: "disk" }), []);
    assert.deepEqual(answersOf(catalog, { ...action, action: "StopInstances" }), []);
  });

  it("has advice on retrying for most codes of the vendors, read from their names as well", async () => {
    const answers = answersOf(await builtInCatalog(), {
      provider: "tencent-cloud",
      service: "cvm",
      action: "RunInstances",
    });
    const documented = answers.filter(({ isDocumented }) => isDocumented);
    assert.equal(documented.length, 170);
    assert.ok(documented.filter(({ retry }) => retry !== undefined).length > 130);
    assert.ok(
      documented.some(
        ({ code, retry }) => code === "ResourcesSoldOut.SpecifiedInstanceType" && retry === "backoff",
      ),
    );
    const every = answers.filter(({ isOfEvery }) => isOfEvery).map(({ code, retry }) => `${code} ${retry}`);
    assert.ok(every.includes("AuthFailure.SignatureExpire renew"), every.join());
    assert.ok(every.includes("RequestLimitExceeded backoff"), every.join());
  });
});
