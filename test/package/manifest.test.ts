import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import manifest from "../../package.json" with { type: "json" };
import en from "../../package.nls.json" with { type: "json" };
import zh from "../../package.nls.zh-cn.json" with { type: "json" };
import { checkCommand } from "../../server/protocol.ts";
import { ruleIds } from "../../server/rules/index.ts";
import { defaultSettings } from "../../server/settings.ts";

const root = join(import.meta.dirname, "../..");

async function sourcesOf(folder: string): Promise<string> {
  const names = (await readdir(join(root, folder), { recursive: true })).filter((name) =>
    name.endsWith(".ts"),
  );
  return (await Promise.all(names.map((name) => readFile(join(root, folder, name), "utf8")))).join("\n");
}

describe("the manifest", () => {
  const { contributes } = manifest;
  const declared = contributes.commands.map(({ command }) => command);
  let client: string;
  before(async () => {
    client = await sourcesOf("client");
  });

  it("declares exactly the commands that the client or, through it, the server registers", () => {
    const registered = [...client.matchAll(/registerCommand\(\s*"([\w.]+)"/g)].map((match) => match[1]);
    assert.deepEqual(declared.toSorted(), [...registered, checkCommand].toSorted());
  });

  it("gives every command a category", () => {
    assert.deepEqual(
      contributes.commands.filter(({ category }) => category !== "%category%"),
      [],
    );
  });

  it("puts only declared commands into menus", () => {
    const used = Object.values(contributes.menus)
      .flat()
      .map(({ command }) => command);
    assert.deepEqual(
      used.filter((command) => !declared.includes(command)),
      [],
    );
  });

  it("declares the views that the client fills", () => {
    const views = Object.values(contributes.views)
      .flat()
      .map(({ id }) => id);
    const filled = [...client.matchAll(/createTreeView\("([\w.]+)"/g)].map((match) => match[1]);
    assert.deepEqual(views.toSorted(), filled.toSorted());
    assert.deepEqual(
      Object.keys(contributes.views),
      contributes.viewsContainers.activitybar.map(({ id }) => id),
    );
  });

  it("has a text in both languages for each key, and a use for each text", async () => {
    const text = await readFile(join(root, "package.json"), "utf8");
    const used = [...new Set([...text.matchAll(/"%([\w.-]+)%"/g)].map((match) => match[1]))].toSorted();
    assert.deepEqual(Object.keys(en).toSorted(), used);
    assert.deepEqual(Object.keys(zh).toSorted(), used);
  });

  it("agrees with the server on settings and their defaults", () => {
    const declared = contributes.configuration.properties;
    const { inlayHints, ...rest } = defaultSettings;
    const nested = Object.entries(inlayHints).map(([key, value]) => [`inlayHints.${key}`, value] as const);
    for (const [key, value] of [...Object.entries(rest), ...nested]) {
      const setting = declared[`errorCodes.${key}` as keyof typeof declared];
      assert.ok(setting, `errorCodes.${key} is not declared`);
      assert.deepEqual(setting.default, value);
    }
  });

  it("declares each rule's severity, and has a page on it", async () => {
    const declared = contributes.configuration.properties["errorCodes.rules"].properties;
    assert.deepEqual(Object.keys(declared).toSorted(), [...ruleIds].toSorted());
    for (const id of ruleIds) {
      const page = await readFile(join(root, "docs/rules", `${id}.md`), "utf8");
      assert.ok(page.startsWith(`# ${id}\n`), `docs/rules/${id}.md begins with its name`);
    }
  });

  it("has a Chinese text for each text of the client, and no other", async () => {
    const bundle = JSON.parse(await readFile(join(root, "l10n/bundle.l10n.zh-cn.json"), "utf8"));
    const said = new Set([...client.matchAll(/l10n\.t\(\s*"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]));
    assert.deepEqual(Object.keys(bundle).toSorted(), [...said].toSorted());
  });

  it("names files that the package holds", async () => {
    const files = [manifest.main, ...Object.values(manifest.bin), manifest.icon, "images/activity-bar.svg"];
    for (const file of files) await readFile(join(root, file));
  });
});
