import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { ruleIds } from "../../../server/rules/index.ts";

const root = join(import.meta.dirname, "../../..");
const folder = "docs/rules/examples";

describe("the rule examples", () => {
  it("are each reported by the rule in their file name, and by no other", () => {
    const cli = join(root, "dist/cli.js");
    const { stdout } = spawnSync(process.execPath, [cli, "check", folder, "--json"], {
      cwd: root,
      encoding: "utf8",
    });
    const found = (JSON.parse(stdout) as { path: string; rule: string }[]).map(
      ({ path, rule }) => `${basename(path).replace(/\.\w+$/, "")}: ${rule}`,
    );
    const examples = readdirSync(join(root, folder)).map((name) => name.replace(/\.\w+$/, ""));
    for (const id of ruleIds)
      assert.ok(examples.includes(id), `${id} has no example: write one in ${folder}, named after the rule.`);
    assert.deepEqual(found.toSorted(), ruleIds.map((id) => `${id}: ${id}`).toSorted());
  });

  it("have a picture for every rule", () => {
    const pictures = new Set(readdirSync(join(root, "images/rules")));
    for (const id of ruleIds)
      assert.ok(
        pictures.has(`${id}.png`),
        `${id} has no picture: take it with \`npm run pictures -- images rules\`.`,
      );
  });
});
