import assert from "node:assert/strict";
import type { Diagnostic, WorkspaceDiagnosticReport } from "vscode-languageserver/node";
import { checkCommand } from "../../../server/protocol/index.ts";
import { Project } from "../harness/test-project.ts";

const wrong = 'if (err.code === "AuthFailure.SignatureExpired") {}\n';
const right = 'if (err.code === "AuthFailure.SignatureExpire") {}\n';
const files = {
  "src/a.ts": wrong,
  "src/b.ts": right,
  "src/c.py": 'if e.code == "AuthFailure.SignatureExpired":\n    pass\n',
  "ignored/d.ts": wrong,
  ".gitignore": "ignored/\n",
};

describe("the check of the workspace", () => {
  let project: Project;
  afterEach(() => project.end());

  const checked = () =>
    project.client.connection.sendRequest("workspace/executeCommand", { command: checkCommand });
  const codes = (found: readonly Diagnostic[] | undefined) => found?.map(({ code }) => code);
  const published = (path: string) => codes(project.client.publishedFor(project.uri(path)));

  it("reads nothing before it is asked for", async () => {
    project = await Project.of(files);
    const open = await project.open("src/b.ts", "typescript", right);
    assert.deepEqual(await open.diagnose(), []);
    assert.equal(published("src/a.ts"), undefined);
  });

  it("publishes what it finds in files that are not open, with progress and a sum", async () => {
    project = await Project.of(files);
    const { client } = project;
    await checked();
    assert.deepEqual(published("src/a.ts"), ["misspelled-code"]);
    assert.deepEqual(published("src/c.py"), ["misspelled-code"]);
    assert.equal(published("src/b.ts"), undefined);
    assert.equal(published("ignored/d.ts"), undefined);
    assert.deepEqual(client.shown, ["2 problems in 2 of 3 files."]);
    assert.deepEqual([client.progress[0], client.progress.at(-1)], ["begin", "end"]);
  });

  it("counts hints apart, which VS Code marks in the text but does not list", async () => {
    const parent = 'import { RPCClient } from "@alicloud/pop-core";\nif (err.code === "Throttling") {}\n';
    project = await Project.of({ "a.ts": parent, "b.ts": wrong, "c.ts": right });
    await checked();
    assert.deepEqual(project.client.shown, ["1 problem and 1 hint in 2 of 3 files."]);
    await project.write({ "a.ts": right, "b.ts": right });
    await checked();
    assert.equal(project.client.shown.at(-1), "No problems in 3 files.");
  });

  it("leaves open files to themselves, and takes up closed ones as they are on the disk", async () => {
    project = await Project.of(files);
    const { client } = project;
    await checked();
    const open = await project.open("src/a.ts", "typescript", wrong);
    await client.until("the published findings are withdrawn", () => published("src/a.ts")?.length === 0);
    assert.deepEqual(codes(await open.diagnose()), ["misspelled-code"]);
    await checked();
    assert.deepEqual(published("src/a.ts"), []);
    await open.close();
    await client.until("the file on the disk is taken up", () => published("src/a.ts")?.length === 1);
  });

  it("withdraws what is mended when it is asked again", async () => {
    project = await Project.of(files);
    await checked();
    await project.write({ "src/a.ts": right });
    await checked();
    assert.deepEqual(published("src/a.ts"), []);
    assert.deepEqual(project.client.shown.at(-1), "1 problem in 1 of 3 files.");
  });

  it("answers the protocol's own request, with results that stay the same", async () => {
    project = await Project.of(files);
    const ask = (previousResultIds: { uri: string; value: string }[]) =>
      project.client.connection.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", {
        previousResultIds,
      });
    const first = await ask([]);
    assert.deepEqual(
      first.items.map(({ uri, kind }) => [uri, kind]),
      [
        [project.uri("src/a.ts"), "full"],
        [project.uri("src/c.py"), "full"],
      ],
    );
    const previous = first.items.map(({ uri, resultId = "" }) => ({ uri, value: resultId }));
    await project.write({ "src/a.ts": right });
    const second = await ask(previous);
    assert.deepEqual(
      second.items.map((item) => [item.uri, item.kind, item.kind === "full" ? item.items.length : undefined]),
      [
        [project.uri("src/a.ts"), "full", 0],
        [project.uri("src/c.py"), "unchanged", undefined],
      ],
    );
  });

  it("is not offered to clients that would ask unbidden", async () => {
    project = await Project.of(files, { initializationOptions: { asksUnbidden: true } });
    const provider = project.client.initialized?.capabilities.diagnosticProvider;
    assert.equal(provider?.workspaceDiagnostics, false);
  });
});
