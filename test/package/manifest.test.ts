import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { toJsonSchema } from "@valibot/to-json-schema";
import manifest from "../../package.json" with { type: "json" };
import en from "../../package.nls.json" with { type: "json" };
import zh from "../../package.nls.zh-cn.json" with { type: "json" };
import { tools } from "../../server/agents/index.ts";
import { defaultSettings } from "../../server/configuration/settings.ts";
import { severityLevels } from "../../server/configuration/severity.ts";
import { checkCommand } from "../../server/protocol/index.ts";
import { ruleIds, rules, unusedIgnore } from "../../server/rules/index.ts";

/** The part of a setting's JSON Schema that decides how the settings editor shows it. */
interface Schema {
  type: string;
  items?: Schema;
  properties?: Record<string, Schema>;
}

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

  it("declares exactly the commands that the client registers, and the command of the server", () => {
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
      .flatMap((item) => ("command" in item ? item.command : []));
    assert.deepEqual(
      used.filter((command) => !declared.includes(command)),
      [],
    );
  });

  it("declares exactly the views that the client creates, and their containers", () => {
    const views = Object.values(contributes.views)
      .flat()
      .map(({ id }) => id);
    const created = [...client.matchAll(/createTreeView\("([\w.]+)"/g)].map((match) => match[1]);
    assert.deepEqual(views.toSorted(), created.toSorted());
    assert.deepEqual(
      Object.keys(contributes.views),
      contributes.viewsContainers.activitybar.map(({ id }) => id),
    );
  });

  it("has a text in both languages for each key that it uses, and no other text", async () => {
    const text = await readFile(join(root, "package.json"), "utf8");
    const used = [...new Set([...text.matchAll(/"%([\w.-]+)%"/g)].map((match) => match[1]))].toSorted();
    assert.deepEqual(Object.keys(en).toSorted(), used);
    assert.deepEqual(Object.keys(zh).toSorted(), used);
  });

  it("agrees with the server on settings and their defaults", () => {
    const declared = Object.assign({}, ...contributes.configuration.map(({ properties }) => properties));
    const { inlayHints, ...rest } = defaultSettings;
    const nested = Object.entries(inlayHints).map(([key, value]) => [`inlayHints.${key}`, value] as const);
    for (const [key, value] of [...Object.entries(rest), ...nested]) {
      const setting = declared[`errorCodes.${key}`];
      assert.ok(setting, `errorCodes.${key} is not declared`);
      assert.deepEqual(setting.default, value);
    }
  });

  const ruleSettings = Object.assign(
    {},
    ...contributes.configuration.map(({ properties }) =>
      "errorCodes.rules" in properties ? properties["errorCodes.rules"].properties : {},
    ),
  ) as Record<string, { enum: string[]; markdownDescription: string }>;

  it("offers every severity for each rule, and states its default in both languages", () => {
    for (const id of ruleIds)
      assert.ok(ruleSettings[id], `${id} has no setting: add it to "errorCodes.rules" in package.json.`);
    assert.deepEqual(Object.keys(ruleSettings).toSorted(), [...ruleIds].toSorted());
    for (const { id, severity } of [...rules, unusedIgnore]) {
      assert.deepEqual(ruleSettings[id]?.enum, severityLevels, id);
      assert.equal(ruleSettings[id]?.markdownDescription, `%rule.${id}%`);
      for (const [texts, file, opening] of [
        [en, "package.nls.json", "Default:"],
        [zh, "package.nls.zh-cn.json", "默认："],
      ] as const) {
        const text: string | undefined = texts[`rule.${id}` as keyof typeof en];
        assert.ok(text, `${id} has no text: add "rule.${id}" to ${file}.`);
        assert.ok(text.includes(opening), `"rule.${id}" in ${file} does not say "${opening}".`);
        const stated = text.slice(text.indexOf(opening)).match(/`(\w+)`/)?.[1];
        assert.equal(stated, severity, `"rule.${id}" in ${file} states another default.`);
      }
    }
  });

  it("has a documentation page for each rule that states the same default", async () => {
    for (const { id, severity } of [...rules, unusedIgnore]) {
      const path = `docs/rules/${id}.md`;
      const page = await readFile(join(root, path), "utf8").catch(() => undefined);
      assert.ok(page !== undefined, `${id} has no page: write ${path}.`);
      assert.ok(page.startsWith(`# ${id}\n`), `${path} does not begin with "# ${id}".`);
      assert.match(page, new RegExp(`^.* Default: \`${severity}\``, "m"), `${path} states another default.`);
      assert.match(page, /^## 简体中文$/m, `${path} has no part in Chinese.`);
    }
  });

  it("has a Chinese translation for each text of the client, and no other", async () => {
    const bundle = JSON.parse(await readFile(join(root, "l10n/bundle.l10n.zh-cn.json"), "utf8"));
    const texts = new Set([...client.matchAll(/l10n\.t\(\s*"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]));
    assert.deepEqual(Object.keys(bundle).toSorted(), [...texts].toSorted());
  });

  it("declares the tools for language models that the server has, as it describes them", () => {
    const described = tools.map(({ name, description, input }) => {
      const { $schema: _, ...schema } = toJsonSchema(input, { typeMode: "input", errorMode: "ignore" });
      return { name: `errorCodes_${name}`, modelDescription: description, inputSchema: schema };
    });
    const declared = contributes.languageModelTools.map(({ name, modelDescription, inputSchema }) => ({
      name,
      modelDescription,
      inputSchema,
    }));
    assert.deepEqual(declared, described);
  });

  it("links only to settings that exist", () => {
    const declared = contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    const texts = [...Object.values(en), ...Object.values(zh)].join("\n");
    const linked = [...texts.matchAll(/`#([\w.]+)#`/g)].map((match) => match[1] ?? "");
    assert.ok(linked.length > 0);
    assert.deepEqual(
      linked.filter(
        (id) => !declared.includes(id) && !["editor.inlayHints.enabled", "editor.codeLens"].includes(id),
      ),
      [],
    );
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.ok(restrictedConfigurations.every((id) => declared.includes(id)));
  });

  it("gives every setting a type that the settings editor can edit without opening the file", () => {
    const simple = new Set(["string", "boolean", "number", "integer"]);
    const isEditable = ({ type, items, properties }: Schema): boolean =>
      type === "array"
        ? items !== undefined && simple.has(items.type)
        : type === "object"
          ? Object.values(properties ?? {}).every((one) => simple.has(one.type))
          : simple.has(type);
    const settings = contributes.configuration.flatMap(({ properties }) =>
      Object.entries<Schema>(properties),
    );
    assert.deepEqual(
      settings.filter(([, schema]) => !isEditable(schema)).map(([id]) => id),
      [],
    );
  });

  it("declares no keybindings", () => {
    assert.ok(!("keybindings" in contributes));
  });

  it("has a walkthrough whose commands exist and whose pictures use the colours of the theme", async () => {
    const [walkthrough] = contributes.walkthroughs;
    const focusCommands = Object.values(contributes.views)
      .flat()
      .map(({ id }) => `${id}.focus`);
    const events = walkthrough?.steps.flatMap(({ completionEvents }) => completionEvents) ?? [];
    const texts = [...Object.values(en), ...Object.values(zh)].join("\n");
    const named = [
      ...`${events.join("\n")}\n${texts}`.matchAll(/(?:onCommand|\(command):(errorCodes\.[\w.]+)/g),
    ];
    assert.deepEqual(
      named
        .map((match) => match[1] ?? "")
        .filter((id) => !declared.includes(id) && !focusCommands.includes(id)),
      [],
    );
    for (const { media } of walkthrough?.steps ?? []) {
      const picture = await readFile(join(root, media.svg), "utf8");
      assert.match(picture, /var\(--vscode-/);
      assert.doesNotMatch(picture, /(?:fill|stroke)="(?!var\(|none)/, `${media.svg} has a colour of its own`);
    }
  });

  it("names only files that exist", async () => {
    const pictures = contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg));
    const icons = [manifest.icon, "images/activity-bar.svg", ...pictures];
    const files = [manifest.main, ...Object.values(manifest.bin), ...icons];
    for (const file of files) await readFile(join(root, file));
  });
});
