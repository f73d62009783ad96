import assert from "node:assert/strict";
import type { CodeAction } from "vscode-languageserver/node";
import { Client } from "../harness/client.ts";
import { capabilities, opening, right, wrong } from "./describe-fix.ts";

describe("code actions", () => {
  const opened = opening();
  const text = `if (err.code === "|${wrong}") {}\nif (e.code === "${wrong}") {}\n`;

  it("include their edits if the client does not resolve them", async () => {
    const plain = await Client.start();
    const open = await plain.open("typescript", text);
    const [first] = await open.actions();
    assert.equal(first?.title, `Change to '${right}'`);
    assert.equal(first?.isPreferred, true);
    assert.ok(first?.edit?.changes);
    assert.equal(first?.data, undefined);
    assert.match(await open.textAfterAction(first), new RegExp(`^if \\(err.code === "${right}"\\)`));
    await plain.stop();
  });

  it("honour the requested kinds", async () => {
    const open = await opened("typescript", text);
    const kinds = async (only: string[]) =>
      [...new Set((await open.actions({ only })).map(({ kind }) => kind))].sort();
    assert.deepEqual(await kinds(["quickfix"]), ["quickfix"]);
    assert.deepEqual(await kinds(["source.organizeImports"]), []);
    assert.deepEqual(await kinds(["refactor.extract"]), ["refactor.extract"]);
  });

  it("have no edit once the text has changed", async () => {
    const open = await opened("typescript", text);
    const [action] = await open.actions();
    assert.ok(action?.data);
    await open.change([{ range: { start: open.cursor, end: open.cursor }, text: "// " }]);
    assert.equal((await open.resolveAction(action)).edit, undefined);
  });

  it("have no edit if the client sends invalid data", async () => {
    const open = await opened("typescript", text);
    const [action] = await open.actions();
    for (const data of [undefined, 1, { ...action?.data, ranges: [{}] }, { ...action?.data, fix: "other" }]) {
      const resolved = await open.resolveAction({ ...(action as CodeAction), data });
      assert.equal(resolved.edit, undefined);
    }
  });

  it("name the diagnostics that they fix", async () => {
    const open = await opened("typescript", text);
    const [action] = await open.actions();
    assert.deepEqual(
      action?.diagnostics?.map(({ code }) => code),
      ["misspelled-code"],
    );
  });

  it("have Chinese titles for a Chinese client", async () => {
    const chinese = await Client.start({ capabilities, locale: "zh-cn" });
    const open = await chinese.open("typescript", text);
    const titles = (await open.actions()).map(({ title }) => title);
    assert.ok(titles.includes(`改为“${right}”`));
    assert.ok(titles.every((one) => /\p{Script=Han}/u.test(one)));
    await chinese.stop();
  });
});
