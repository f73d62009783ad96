import assert from "node:assert/strict";
import { CancellationTokenSource } from "vscode-languageserver/node";
import {
  type ChangeUsesResult,
  type CodeUsesResult,
  changeUsesRequest,
  codeUsesRequest,
  type ScanResult,
  scanRequest,
  type UsedResult,
  usedChangedNotification,
  usedRequest,
} from "../../../server/protocol/index.ts";
import { Project } from "../harness/test-project.ts";

const files = {
  "src/a.ts": [
    'import { CvmClient } from "tencentcloud-sdk-nodejs";',
    'const 说明 = "😀"; if (err.code === "AuthFailure.SignatureExpire") {}',
    'if (err.code === "AuthFailure.SignatureExpired") {}',
    'if (err.code === "NobodyKnows.ThisFailure") {}',
    'if (err.code === "QUESTIONNAIRE") {}',
  ].join("\n"),
  "src/b.py": 'if e.code == "AuthFailure.SignatureExpire":\n    pass\n',
  "ignored/c.ts": 'if (err.code === "RequestLimitExceeded") {}\n',
  "src/silenced.ts": 'if (err.code === "Nobody.KnowsFailure") {} // error-codes-ignore-line\n',
  ".gitignore": "ignored/\n",
};

describe("the codes that a workspace uses", () => {
  let project: Project;
  let notified = 0;
  afterEach(() => project.end());

  async function startProject(more: Record<string, string> = {}): Promise<void> {
    project = await Project.of({ ...files, ...more });
    notified = 0;
    project.client.connection.onNotification(usedChangedNotification, () => {
      notified++;
    });
  }
  const ask = <T>(method: string, params?: object) =>
    project.client.connection.sendRequest<T>(method, params ?? {});
  const scan = () => ask<ScanResult>(scanRequest);
  const used = () => ask<UsedResult>(usedRequest);
  const codes = async () =>
    (await used()).folders.flatMap(({ groups }) =>
      groups.map(({ name, codes }) =>
        [name, ...codes.map(({ code, count }) => `${code} ${count}`)].join(", "),
      ),
    );
  const eventually = async (expected: string[]) => {
    let found = await codes();
    for (const limit = Date.now() + 5000; Date.now() < limit; found = await codes()) {
      if (found.join() === expected.join()) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assert.deepEqual(found, expected);
  };
  const folder = () => project.uri("").replace(/\/$/, "");

  it("lists providers in the order of the catalog tree, in any language", async () => {
    const clouds = {
      "src/z.go": 'package z\nfunc f() { if e.Code == "REQUEST_TIMED_OUT" {} }\n',
      "src/y.ts": 'if (err.code === "Throttling.User") {}\n',
      "src/x.ts": 'if (err.code === "AuthFailure.TokenFailure") {}\n',
      "src/w.ts": 'if (err.code === "Acme.Closed") {}\n',
      "acme.yaml": "version: 1\nprovider: { id: zz-acme, name: Zz }\nentries: [{ code: Acme.Closed }]\n",
      ".error-codes.yaml": "catalogs: [{ path: acme.yaml }]\n",
    };
    project = await Project.of(clouds, { locale: "zh-cn" });
    await scan();
    const [folder] = (await used()).folders;
    assert.deepEqual(
      folder?.groups.map(({ name }) => name),
      ["Zz", "阿里云", "腾讯云", "Zenlayer Cloud"],
    );
  });

  it("scans nothing before a request", async () => {
    await startProject();
    assert.deepEqual(await used(), { scanned: false, folders: [] });
  });

  it("lists unknown and misspelled codes first, then those of each provider, without ignored files", async () => {
    await startProject();
    assert.deepEqual(await scan(), { files: 3, cancelled: false });
    assert.deepEqual(await codes(), [
      "Unknown or misspelled, AuthFailure.SignatureExpired 1, NobodyKnows.ThisFailure 1",
      "Tencent Cloud, AuthFailure.SignatureExpire 2",
    ]);
    const [unknown, known] = (await used()).folders[0]?.groups ?? [];
    assert.deepEqual(
      unknown?.codes.map(({ suggestions }) => suggestions),
      [["AuthFailure.SignatureExpire"], []],
    );
    assert.equal(known?.codes[0]?.item?.service, "common");
  });

  it("returns the uses of a code with the text of their lines", async () => {
    await startProject();
    await scan();
    const places = await ask<CodeUsesResult>(codeUsesRequest, {
      folder: folder(),
      provider: "tencent-cloud",
      code: "AuthFailure.SignatureExpire",
    });
    const start = 'const 说明 = "😀"; if (err.code === "'.length;
    assert.deepEqual(places[0], {
      uri: project.uri("src/a.ts"),
      range: { start: { line: 1, character: start }, end: { line: 1, character: start + 27 } },
      line: 'const 说明 = "😀"; if (err.code === "AuthFailure.SignatureExpire") {}',
    });
    assert.deepEqual(
      places.map(({ uri }) => uri),
      [project.uri("src/a.ts"), project.uri("src/b.py")],
    );
  });

  it("states the place of a code that is used once, and no place of others", async () => {
    await startProject();
    await scan();
    const used = (await ask<UsedResult>(usedRequest)).folders[0]?.groups.flatMap(({ codes }) => codes) ?? [];
    const place = (code: string) => used.find((one) => one.code === code)?.place;
    assert.deepEqual(place("AuthFailure.SignatureExpired"), {
      uri: project.uri("src/a.ts"),
      range: { start: { line: 2, character: 18 }, end: { line: 2, character: 46 } },
      line: 'if (err.code === "AuthFailure.SignatureExpired") {}',
    });
    assert.equal(place("AuthFailure.SignatureExpire"), undefined);
  });

  it("tells where a wrong code can be changed: in files as they are now, and only where that code is suggested", async () => {
    const wrong = 'if (err.code === "AuthFailure.SignatureExpired") {}';
    await startProject({
      "src/c.ts": `import "tencentcloud-sdk-nodejs";\n${wrong}\n${wrong} // "AuthFailure.SignatureExpired"\n`,
      "src/escaped.ts":
        'import "tencentcloud-sdk-nodejs";\nif (err.code === "AuthFailure.Signature\\u0045xpired") {}\n',
    });
    await scan();
    // What the editor shows differs from the disk by a line.
    await project.open("src/a.ts", "typescript", `// Edited.\n${files["src/a.ts"]}`);
    const change = (replacement: string) =>
      ask<ChangeUsesResult>(changeUsesRequest, {
        folder: folder(),
        code: "AuthFailure.SignatureExpired",
        replacement,
      });
    const { files: changed, kept } = await change("AuthFailure.SignatureExpire");
    const at = (line: number) => ({ start: { line, character: 18 }, end: { line, character: 46 } });
    assert.deepEqual(changed, [
      { uri: project.uri("src/a.ts"), ranges: [at(3)] },
      { uri: project.uri("src/c.ts"), ranges: [at(1), at(2)] },
    ]);
    assert.deepEqual(await change("AuthFailure"), { files: [], kept: 3 + kept });
  });

  it("follows files that are written, created and deleted, but not ignored ones", async () => {
    await startProject();
    await scan();
    const watches = project.client.registered.flatMap(({ registerOptions }) =>
      JSON.stringify(registerOptions),
    );
    assert.ok(watches.some((one) => /\*\*\/\*\{[^}]*\.ts[,}]/.test(one)));
    await project.write({
      "src/a.ts": 'if (err.code === "RequestLimitExceeded") {}\n',
      "src/b.py": undefined,
      "src/new.ts": 'if (err.code === "RequestLimitExceeded") {}\n',
      "ignored/c.ts": 'if (err.code === "RequestLimitExceeded") { retry(); }\n',
    });
    const changes = ["src/a.ts", "src/b.py", "src/new.ts", "ignored/c.ts"].map((path) => ({
      uri: project.uri(path),
      type: 2,
    }));
    await project.client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
    await eventually(["Shared by several providers, RequestLimitExceeded 2"]);
  });

  it("drops the files of a deleted folder", async () => {
    await startProject();
    await scan();
    await project.write({ "src/a.ts": undefined, "src/b.py": undefined, "src/silenced.ts": undefined });
    await project.client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: project.uri("src"), type: 3 }],
    });
    await eventually([]);
  });

  it("follows changes of catalogs", async () => {
    await startProject({ ".error-codes.yaml": "catalogs:\n  - path: own.yaml\n" });
    await scan();
    assert.match((await codes())[0] ?? "", /NobodyKnows/);
    const userCatalog =
      "version: 1\nprovider: acme\nentries:\n  - code: NobodyKnows.ThisFailure\n    summary: { en: Known now }\n";
    await project.change({ "own.yaml": userCatalog });
    await eventually([
      "Unknown or misspelled, AuthFailure.SignatureExpired 1",
      "acme, NobodyKnows.ThisFailure 1",
      "Tencent Cloud, AuthFailure.SignatureExpire 2",
    ]);
    await project.client.waitUntil("the client is notified", () => notified > 1);
  });

  it("keeps the previous result if a scan is cancelled", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [`many/${index}.ts`, files["src/a.ts"]]),
    );
    await startProject(many);
    const stop = new CancellationTokenSource();
    const scanning = project.client.connection.sendRequest<ScanResult>(scanRequest, {}, stop.token);
    stop.cancel();
    assert.equal((await scanning).cancelled, true);
    assert.equal((await used()).scanned, false);
    await scan();
    assert.equal((await used()).folders[0]?.groups[1]?.codes[0]?.count, 402);
  });

  it("separates the workspace folders, even nested ones, each with its own catalogs", async () => {
    const userCatalog = "version: 1\nprovider: acme\nentries:\n  - code: NobodyKnows.ThisFailure\n";
    const text = 'if (err.code === "NobodyKnows.ThisFailure") {}\n';
    project = await Project.of(
      {
        "one/a.ts": text,
        "one/two/b.ts": text,
        "one/two/.error-codes.yaml": "catalogs:\n  - path: own.yaml\n",
        "one/two/own.yaml": userCatalog,
      },
      { folders: ["one", "one/two"] },
    );
    await scan();
    const { folders } = await used();
    assert.deepEqual(
      folders.map(({ name, groups }) => [
        name,
        ...groups.map((group) => `${group.name} ${group.codes[0]?.count}`),
      ]),
      [
        ["one", "Unknown or misspelled 1"],
        ["two", "acme 1"],
      ],
    );
  });

  it("reports its progress", async () => {
    await startProject();
    await ask<ScanResult>(scanRequest, { workDoneToken: "mine" });
    const { progress } = project.client;
    assert.deepEqual([progress[0], progress.at(-1)], ["begin", "end"]);
  });
});
