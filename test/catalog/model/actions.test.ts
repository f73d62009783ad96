import assert from "node:assert/strict";
import {
  actionKeysNamed,
  actionsNamed,
  actionsWith,
  codesOfAction,
  codeUsesOf,
  isActionName,
} from "../../../catalog/model/actions.ts";
import { Catalog } from "../../../catalog/model/catalog.ts";
import { compileCatalog } from "../../../catalog/model/compiled/compile.ts";
import { CompiledCatalog } from "../../../catalog/model/compiled/compiled-catalog.ts";
import { openSections, toFile } from "../../../catalog/model/compiled/sections.ts";
import type { Action, CatalogData } from "../../../catalog/model/entry.ts";

const actions: Action[] = [
  { provider: "acme", service: "vm", action: "RunInstances", codes: ["Quota.Exceeded", "InvalidZone"] },
  { provider: "acme", service: "vm", action: "StopInstances", codes: ["InvalidZone"] },
  { provider: "other", service: "ecs", action: "RunInstances", codes: ["Zone.NotOnSale"] },
  { provider: "acme", service: "vm", action: "DescribeRegions", codes: [] },
];
const data: CatalogData = {
  providers: [],
  services: [],
  concepts: [],
  entries: [],
  known: { acme: ["InvalidZone", "Unused"] },
  pinyin: {},
  actions,
};

describe("the actions of a catalog", () => {
  const file = toFile(compileCatalog(data));
  const read: string[] = [];
  const sections = openSections({
    size: file.length,
    read: (offset, length) => file.slice(offset, offset + length),
  });
  const spied = {
    ...sections,
    has: (name: string) => sections.has(name),
    get: (name: string) => {
      read.push(name);
      return sections.get(name);
    },
    read: (name: string) => {
      read.push(name);
      return sections.read(name);
    },
    parts: (name: string) => sections.parts(name),
  };
  const catalog = new Catalog(new CompiledCatalog(spied));
  const sorted = (list: readonly Action[]) => list.map((one) => ({ ...one, codes: one.codes.toSorted() }));

  it("are found by name in each service, whatever case and separators", () => {
    const expected = sorted(actions.filter(({ action }) => action === "RunInstances"));
    for (const name of ["RunInstances", "run_instances", "runInstances"])
      assert.deepEqual(sorted(actionsNamed(catalog, name)), expected);
    for (const name of ["", "Run", "DescribeRegions"]) assert.deepEqual(actionsNamed(catalog, name), []);
  });

  it("are known by name without their codes", () => {
    read.length = 0;
    assert.deepEqual(actionKeysNamed(catalog, "run_instances"), [
      { provider: "acme", service: "vm", action: "RunInstances" },
      { provider: "other", service: "ecs", action: "RunInstances" },
    ]);
    assert.equal(isActionName(catalog, "stopInstances"), true);
    assert.equal(isActionName(catalog, "StopInstances", "other"), false);
    assert.equal(isActionName(catalog, "stop"), false);
    assert.ok(
      !read.some((name) => name.startsWith("actions.codes") || name.startsWith("codes.actions")),
      read.join(),
    );
  });

  it("are found by the codes that they answer with", () => {
    const namesWith = (code: string) => actionsWith(catalog, code).map(({ action }) => action);
    assert.deepEqual(namesWith("InvalidZone"), ["RunInstances", "StopInstances"]);
    assert.deepEqual(actionsWith(catalog, "Zone.NotOnSale"), [
      { provider: "other", service: "ecs", action: "RunInstances" },
    ]);
    for (const code of ["Unused", "Nowhere"]) assert.deepEqual(namesWith(code), []);
  });

  it("are told apart where their names differ in case alone, and may have one word", () => {
    const named = (service: string, action: string) => ({
      provider: "acme",
      service,
      action,
      codes: ["Unused"],
    });
    const several = [
      named("b", "GetDBNode"),
      named("a", "GetDbNode"),
      named("a", "Chat"),
      named("a", "Getdb2Node_x"),
    ];
    const other = new Catalog({ ...data, actions: several });
    const found = (name: string) =>
      actionsNamed(other, name).map(({ service, action }) => `${service} ${action}`);
    assert.deepEqual(found("get-db-node").sort(), ["a GetDbNode", "b GetDBNode"]);
    assert.deepEqual(found("chat"), ["a Chat"]);
    assert.deepEqual(found("GetDb2NodeX"), ["a Getdb2Node_x"]);
    assert.deepEqual(found("dbnode"), []);
  });

  it("have the codes of their service's entries, and others", () => {
    const entry = { httpStatus: [], messages: [], summary: {}, source: [] };
    const entries = ["Zone.NotOnSale", "Never", "InvalidZone"].map((code) => ({
      ...entry,
      provider: "acme",
      service: "vm",
      code,
    }));
    const other = new Catalog({ ...data, entries });
    const codes = codesOfAction(other, { provider: "acme", service: "vm", action: "RunInstances" });
    assert.deepEqual(codes.sort(), ["InvalidZone", "Quota.Exceeded"]);
    const uses = codeUsesOf(other, { provider: "acme", service: "vm", action: "StopInstances" });
    assert.deepEqual([...uses], [["InvalidZone", 2]]);
    assert.deepEqual(actionsWith(other, "Quota.Exceeded"), [
      { provider: "acme", service: "vm", action: "RunInstances" },
    ]);
    assert.deepEqual(actionsWith(other, "Never"), []);
    assert.equal(actionsWith(other, "InvalidZone").length, 2);
  });

  it("make their codes official, for their provider", () => {
    assert.deepEqual(catalog.providersOf("Quota.Exceeded"), ["acme"]);
    assert.deepEqual(catalog.providersOf("Zone.NotOnSale"), ["other"]);
  });

  it("cost nothing for those who ask for none", () => {
    read.length = 0;
    assert.ok(new Catalog(new CompiledCatalog(spied)).isOfficial("InvalidZone"));
    assert.ok(!read.some((name) => name.includes("actions")), read.join());
    const without = new Catalog({ ...data, actions: [] });
    assert.deepEqual(actionsNamed(without, "RunInstances"), []);
    assert.deepEqual(actionsWith(without, "InvalidZone"), []);
  });
});
