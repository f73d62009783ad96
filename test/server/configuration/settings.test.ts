import assert from "node:assert/strict";
import { FolderSettings } from "../../../server/configuration/settings.ts";

describe("settings", () => {
  const rules = ["duplicate-code"];
  const [a, b] = ["file:///w/a", "file:///w/b"];

  it("of a language take the place of those of the folder, and the other ones do not differ", () => {
    const settings = new FolderSettings(undefined, rules);
    const byLanguage = { python: { enable: false, installedSdks: true, language: "en" }, go: 7 };
    const ofFolder = { enable: true, installedSdks: false, language: "zh-CN", byLanguage };
    settings.update({}, new Map([[a, ofFolder]]));
    const python = settings.settingsFor(`${a}/x.py`, "python");
    assert.deepEqual([python.enable, python.installedSdks, python.language], [false, false, "zh-CN"]);
    assert.equal(settings.settingsFor(`${a}/x.ts`, "typescript").enable, true);
    assert.equal(settings.settingsFor(`${a}/x`).enable, true);
    assert.equal(settings.settingsFor(`${a}/x.go`, "go").enable, true);
    assert.equal(settings.settingsFor(`${b}/x.py`, "python").enable, true);
  });

  it("of languages may be anything that a client sends", () => {
    for (const byLanguage of [null, 1, "x", [], { python: null }, { __proto__: null, constructor: {} }]) {
      const settings = new FolderSettings({ byLanguage }, rules);
      assert.equal(settings.settingsFor(`${a}/x.py`, "python").enable, true);
      assert.equal(settings.settingsFor(`${a}/x.py`, "constructor").enable, true);
    }
  });
});
