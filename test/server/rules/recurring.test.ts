import assert from "node:assert/strict";
import type { WorkspaceDiagnosticReport } from "vscode-languageserver/node";
import { checkCommand, scanRequest } from "../../../server/protocol/index.ts";
import { checkFolder } from "../cli/check/check-folder.ts";
import { Project } from "../harness/test-project.ts";

const compared = (code: string) =>
  `import { cvm } from "tencentcloud-sdk-nodejs";\nif (err.code === "${code}") {}\n`;

/** A code for which the rule gives a hint. */
const uncertain = compared("SecretIdNotFound");
/** A code of which the rule warns. */
const certain = compared("RequestLimitExceded");

const inTwo = { "a.ts": uncertain, "b.ts": uncertain };
const inThree = { ...inTwo, "c/d.ts": uncertain };

describe("an uncertain finding on a code that stands in several files", () => {
  describe("on the command line", () => {
    const { literals, write } = checkFolder();
    const writeAll = async (files: Record<string, string>) => {
      for (const [path, text] of Object.entries(files)) await write(path, text);
    };

    it("is reported in two files", async () => {
      await writeAll(inTwo);
      assert.deepEqual(literals(["."]), ["a.ts SecretIdNotFound", "b.ts SecretIdNotFound"]);
    });

    it("is not reported in three files, but in each of them alone", async () => {
      await writeAll(inThree);
      assert.deepEqual(literals(["."]), []);
      assert.deepEqual(literals(["a.ts"]), ["a.ts SecretIdNotFound"]);
    });

    it("counts the files with evidence for it only", async () => {
      await writeAll({ ...inTwo, "c/d.ts": 'const title = "SecretIdNotFound";\nconst code = 1;\n' });
      assert.equal(literals(["."]).length, 2);
    });

    it("never silences a warning", async () => {
      await writeAll({ "a.ts": certain, "b.ts": certain, "c/d.ts": certain, "e.ts": certain });
      assert.equal(literals(["."]).length, 4);
    });
  });

  describe("in an editor", () => {
    let project: Project;
    afterEach(() => project.end());

    const published = (path: string) => project.client.publishedFor(project.uri(path))?.length ?? 0;

    it("is not published by the check of the workspace", async () => {
      project = await Project.of(inThree);
      await project.client.connection.sendRequest("workspace/executeCommand", { command: checkCommand });
      assert.deepEqual(Object.keys(inThree).map(published), [0, 0, 0]);
      assert.deepEqual(project.client.shownMessages, ["No problems in 3 files."]);
      await project.write({ "c/d.ts": certain });
      await project.client.connection.sendRequest("workspace/executeCommand", { command: checkCommand });
      assert.deepEqual(Object.keys(inThree).map(published), [1, 1, 1]);
    });

    it("is in no report on the workspace", async () => {
      project = await Project.of({ ...inThree, "e.ts": certain });
      const { items } = await project.client.connection.sendRequest<WorkspaceDiagnosticReport>(
        "workspace/diagnostic",
        { previousResultIds: [] },
      );
      assert.deepEqual(
        items.map(({ uri }) => uri.split("/").at(-1)),
        ["e.ts"],
      );
    });

    it("is reported in an open document until In This Workspace has read the files", async () => {
      project = await Project.of(inThree);
      const open = await project.open("a.ts", "typescript", uncertain);
      assert.equal((await open.diagnose()).length, 1);
      await project.client.connection.sendRequest(scanRequest, {});
      assert.deepEqual(await open.diagnose(), []);
    });
  });
});
