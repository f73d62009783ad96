import assert from "node:assert/strict";
import type { Diagnostic, WorkspaceDiagnosticReport } from "vscode-languageserver/node";
import {
  type CheckedParams,
  checkCommand,
  checkedNotification,
  type FixesResult,
  fixesRequest,
} from "../../../server/protocol/index.ts";
import { Project } from "../harness/test-project.ts";

const misspelled = 'if (err.code === "AuthFailure.SignatureExpired") {}\n';
const correct = 'if (err.code === "AuthFailure.SignatureExpire") {}\n';
const files = {
  "src/a.ts": misspelled,
  "src/b.ts": correct,
  "src/c.py": 'if e.code == "AuthFailure.SignatureExpired":\n    pass\n',
  "ignored/d.ts": misspelled,
  ".gitignore": "ignored/\n",
};

describe("the check of the workspace", () => {
  let project: Project;
  afterEach(() => project.end());

  const checked = () =>
    project.client.connection.sendRequest("workspace/executeCommand", { command: checkCommand });
  const codes = (found: readonly Diagnostic[] | undefined) => found?.map(({ code }) => code);
  const published = (path: string) => codes(project.client.publishedFor(project.uri(path)));

  it("reads nothing before a request", async () => {
    project = await Project.of(files);
    const open = await project.open("src/b.ts", "typescript", correct);
    assert.deepEqual(await open.diagnose(), []);
    assert.equal(published("src/a.ts"), undefined);
  });

  it("publishes the findings in files that are not open, with progress and a summary", async () => {
    project = await Project.of(files);
    const { client } = project;
    await checked();
    assert.deepEqual(published("src/a.ts"), ["misspelled-code"]);
    assert.deepEqual(published("src/c.py"), ["misspelled-code"]);
    assert.equal(published("src/b.ts"), undefined);
    assert.equal(published("ignored/d.ts"), undefined);
    assert.deepEqual(client.shownMessages, ["2 problems in 2 of 3 files."]);
    assert.deepEqual([client.progress[0], client.progress.at(-1)], ["begin", "end"]);
  });

  it("counts hints separately, since VS Code marks them in the text but does not list them", async () => {
    const parent = 'import { RPCClient } from "@alicloud/pop-core";\nif (err.code === "Throttling") {}\n';
    project = await Project.of({ "a.ts": parent, "b.ts": misspelled, "c.ts": correct });
    await checked();
    assert.deepEqual(project.client.shownMessages, ["1 problem and 1 hint in 2 of 3 files."]);
    await project.write({ "a.ts": correct, "b.ts": correct });
    await checked();
    assert.equal(project.client.shownMessages.at(-1), "No problems in 3 files.");
  });

  it("tells a client that shows the result itself, and how many problems can be fixed", async () => {
    project = await Project.of(files, { initializationOptions: { showsChecks: true } });
    const { client } = project;
    const results: CheckedParams[] = [];
    client.connection.onNotification(checkedNotification, (one: CheckedParams) => {
      results.push(one);
    });
    await checked();
    await client.waitUntil("the result is told", () => results.length > 0);
    assert.deepEqual(results, [{ message: "2 problems in 2 of 3 files.", problems: 2, fixable: 2 }]);
    assert.deepEqual(client.shownMessages, []);
  });

  it("is followed by the fixes of all files, open ones as they are in the editor", async () => {
    project = await Project.of({ ...files, "d.ts": 'if (err.code === "Warehouse.BurntDown") {}\n' });
    await project.open("src/b.ts", "typescript", `\n${misspelled}`);
    const fixes = await project.client.connection.sendRequest<FixesResult>(fixesRequest, {});
    assert.deepEqual(
      fixes.map(({ written, code, places }) => [
        `${written} ${code}`,
        places.map(({ uri, range: { start, end } }) => [
          uri,
          `${start.line}:${start.character}-${end.line}:${end.character}`,
        ]),
      ]),
      [
        [
          "AuthFailure.SignatureExpired AuthFailure.SignatureExpire",
          [
            [project.uri("src/b.ts"), "1:18-1:46"],
            [project.uri("src/a.ts"), "0:18-0:46"],
            [project.uri("src/c.py"), "0:14-0:42"],
          ],
        ],
      ],
    );
  });

  it("skips open files, and checks closed ones as they are on disk", async () => {
    project = await Project.of(files);
    const { client } = project;
    await checked();
    const open = await project.open("src/a.ts", "typescript", misspelled);
    await client.waitUntil("the published findings are withdrawn", () => published("src/a.ts")?.length === 0);
    assert.deepEqual(codes(await open.diagnose()), ["misspelled-code"]);
    await checked();
    assert.deepEqual(published("src/a.ts"), []);
    await open.close();
    await client.waitUntil("the file on disk is checked", () => published("src/a.ts")?.length === 1);
  });

  it("withdraws findings that have been fixed when it runs again", async () => {
    project = await Project.of(files);
    await checked();
    await project.write({ "src/a.ts": correct });
    await checked();
    assert.deepEqual(published("src/a.ts"), []);
    assert.deepEqual(project.client.shownMessages.at(-1), "1 problem in 1 of 3 files.");
  });

  it("answers `workspace/diagnostic`, with unchanged reports for unchanged results", async () => {
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
    await project.write({ "src/a.ts": correct });
    const second = await ask(previous);
    assert.deepEqual(
      second.items.map((item) => [item.uri, item.kind, item.kind === "full" ? item.items.length : undefined]),
      [
        [project.uri("src/a.ts"), "full", 0],
        [project.uri("src/c.py"), "unchanged", undefined],
      ],
    );
  });

  it("is not offered as `workspace/diagnostic` to clients that request it without a user's action", async () => {
    project = await Project.of(files, { initializationOptions: { asksUnbidden: true } });
    const provider = project.client.initialized?.capabilities.diagnosticProvider;
    assert.equal(provider?.workspaceDiagnostics, false);
  });
});
