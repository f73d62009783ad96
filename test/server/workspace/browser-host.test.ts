import assert from "node:assert/strict";
import { lstat, mkdtemp, readdir, readFile, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { zipSync } from "fflate";
import { check } from "../../../server/agents/check.ts";
import { answerCall } from "../../../server/agents/tool.ts";
import { Analyzer } from "../../../server/analysis/analyzer.ts";
import { Projects } from "../../../server/configuration/projects.ts";
import { defaultSettings } from "../../../server/configuration/settings.ts";
import type { Host } from "../../../server/documents/host.ts";
import type { FileService } from "../../../server/protocol/index.ts";
import { ruleIds } from "../../../server/rules/index.ts";
import { browserHost } from "../../../server/workspace/browser/host.ts";
import { writeBelow } from "../harness/folder.ts";

const root = join(import.meta.dirname, "../../..");

/** The files of this machine as a client in a browser serves them. */
const service: FileService = {
  readOwn: (path) => readFile(join(root, path)),
  async read(uri, maximum) {
    const info = await stat(fileURLToPath(uri)).catch(() => undefined);
    if (!info?.isFile()) return info ? "special" : "missing";
    return info.size > maximum ? "large" : readFile(fileURLToPath(uri));
  },
  async list(folder) {
    const names = await readdir(fileURLToPath(folder)).catch((): string[] => []);
    return Promise.all(
      names.sort().map(async (name) => {
        const path = join(fileURLToPath(folder), name);
        const kind = (await stat(path)).isDirectory() ? "folder" : "file";
        return { name, kind, isLink: (await lstat(path)).isSymbolicLink() };
      }),
    );
  },
  isLink: async (uri) =>
    lstat(fileURLToPath(uri)).then(
      (info) => info.isSymbolicLink(),
      () => false,
    ),
};

/** The binding recognises Node.js here, and asks for its modules. */
function evaluate(source: string): unknown {
  const module = { exports: {} };
  const parameters = ["module", "exports", "require", "__filename", "__dirname"];
  const run = new Function(...parameters, source);
  run(module, module.exports, createRequire(import.meta.url), import.meta.filename, import.meta.dirname);
  return module.exports;
}

const misspelled = 'import "tencentcloud-sdk-nodejs";\nif (err.code === "AuthFailure.SignatureExpird") {}\n';

describe("the host in a browser", () => {
  let parent: string;
  let folder: string;
  let host: Host;
  const uri = (path = "") => pathToFileURL(join(folder, path)).href;
  const selection = { usesGit: false, isVendored: async (one: string) => one.endsWith("/vendor") };
  before(async () => {
    parent = await mkdtemp(join(tmpdir(), "error-codes-"));
    folder = join(parent, "work");
    for (const name of [
      "a.ts",
      "vendor/b.ts",
      "node_modules/c.ts",
      "out/d.ts",
      "src/e.ts",
      "src/kept.log.ts",
    ])
      await writeBelow(folder, name, misspelled);
    await writeBelow(folder, ".gitignore", "out/\n*.log.ts\n");
    await writeBelow(folder, "src/.gitignore", "!kept.log.ts\n");
    await writeBelow(folder, "src/binary.ts", new Uint8Array([0, 1]));
    await writeBelow(parent, "outside/f.ts", misspelled);
    await symlink(join(parent, "outside"), join(folder, "linked"));
    host = browserHost(service, evaluate);
  });
  after(() => rm(parent, { recursive: true }));

  it("reads the texts below a folder that are neither ignored nor vendored nor linked", async () => {
    const found: string[] = [];
    for await (const one of host.readTextsBelow(uri(), selection)) found.push(one.uri);
    assert.deepEqual(found, [uri("a.ts"), uri("src/e.ts"), uri("src/kept.log.ts")]);
    for (const path of ["a.ts", "src/kept.log.ts"])
      assert.equal(await host.readTextBelow(uri(), uri(path), selection), misspelled);
    for (const path of ["vendor/b.ts", "node_modules/c.ts", "out/d.ts", "linked/f.ts", "../outside/f.ts"])
      assert.equal(await host.readTextBelow(uri(), uri(path), selection), undefined, path);
  });

  it("finds files by patterns, and knows of a link only that it is one", async () => {
    assert.deepEqual(await host.filesMatching(uri(), "src/*.ts"), {
      files: ["src/binary.ts", "src/e.ts", "src/kept.log.ts"].map(uri),
    });
    assert.deepEqual(await host.filesMatching(uri(), "a.ts"), { files: [uri("a.ts")] });
    assert.deepEqual(await host.filesMatching(uri(), "linked/*.ts"), { files: [uri("linked/f.ts")] });
    assert.equal(await host.realUri(uri("a.ts")), uri("a.ts"));
    assert.ok(!(await host.realUri(uri("linked/f.ts"))).startsWith(uri()));
  });

  it("checks by catalogs of the workspace, workbooks too, with what it has to decompress itself", async () => {
    await writeBelow(folder, "codes.xlsx", workbook());
    const catalogs = "[{ path: codes.xlsx, provider: acme, complete: true }]";
    await writeBelow(folder, ".error-codes.yaml", `providers: [acme]\ncatalogs: ${catalogs}\n`);
    await writeBelow(
      folder,
      "own.ts",
      'if (err.code === "ACME_BUSY" || err.code === "ACME_BUSI") retry();\n',
    );
    const projects = new Projects(host, await host.readCatalog(), ruleIds);
    const { answer } = await answerCall(
      check,
      {},
      {
        host,
        projects,
        analyzer: new Analyzer(host, projects),
        isTrusted: true,
        folders: () => [uri()],
        settings: () => defaultSettings,
        displayLanguage: () => "en",
        openText: () => undefined,
      },
      { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) },
    );
    const { findings } = answer as { findings: { path: string; text: string; suggestions: string[] }[] };
    const [own] = findings.filter(({ path }) => path === "own.ts");
    assert.deepEqual([own?.text, own?.suggestions], ["ACME_BUSI", ["ACME_BUSY"]]);
    assert.equal(findings.filter(({ text }) => text === "AuthFailure.SignatureExpird").length, 3);
  });
});

/** Returns an Excel workbook with a table of one code. */
function workbook(): Uint8Array {
  const xml = (text: string) => new TextEncoder().encode(`<?xml version="1.0"?>${text}`);
  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const rows = `<row r="1">${cell("A1", "Error code")}${cell("B1", "Description")}</row><row r="2">${cell("A2", "ACME_BUSY")}${cell("B2", "Busy.")}</row>`;
  return zipSync({
    "[Content_Types].xml": xml(`<Types xmlns="${packages}/content-types"/>`),
    "_rels/.rels": xml(
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": xml(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Codes" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": xml(
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": xml(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`),
  });
}
