import assert from "node:assert/strict";
import { Projects } from "../../../server/configuration/projects.ts";
import { ruleIds } from "../../../server/rules/index.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";
import { compiled } from "../../catalog/built-in.ts";
import { Project } from "../harness/test-project.ts";

describe("the indexed catalogs of folders with a configuration each", () => {
  let project: Project;
  before(async () => {
    project = await Project.of({
      "a/.error-codes.yaml": "rules: { deprecated-code: off }\n",
      "b/.error-codes.yaml": "rules: { deprecated-code: warning }\n",
      "c/.error-codes.yaml": "catalogs: [{ path: own.yaml }]\n",
      "c/own.yaml": "version: 1\nprovider: acme\nentries: [{ code: Paper.Out }]\n",
    });
  });
  after(() => project.end());

  it("are one shared instance unless a configuration adds codes, so that many configurations cost no memory", async () => {
    const host = nodeHost(project.folder);
    const projects = new Projects(host, await compiled(), ruleIds);
    const [a, b, c, bare] = await Promise.all(
      ["a", "b", "c", "d"].map((folder) => projects.ofFolder(project.uri(folder))),
    );
    assert.ok(a && b && c && bare);
    assert.ok(a !== b);
    for (const one of [b, bare]) {
      assert.ok(one.catalog === a.catalog);
      assert.ok(one.speller === a.speller);
      assert.ok(one.search === a.search);
    }
    assert.ok(c.catalog !== a.catalog);
    assert.ok(c.catalog.isOfficial("Paper.Out"));
    assert.ok(!a.catalog.isOfficial("Paper.Out"));
  });
});
