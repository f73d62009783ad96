import assert from "node:assert/strict";
import type { OpenDocument } from "../harness/open-document.ts";
import { Project } from "../harness/test-project.ts";

const catalog = (entries: string) => `version: 1\nprovider: acme\nentries:\n${entries}`;
const configuration = (more = "") =>
  `catalogs:\n  - path: [errors/*.yaml, docs/*.md]\n    provider: acme\n${more}`;

async function hovered(open: OpenDocument): Promise<string> {
  return (await open.hoverTexts())?.text ?? "";
}

async function messages(open: OpenDocument): Promise<string[]> {
  return (await open.diagnose()).map(({ code, message }) => `${code}: ${message}`);
}

describe("a user catalog", () => {
  let project: Project | undefined;
  afterEach(async () => {
    await project?.end();
    project = undefined;
  });

  it("is merged at once when files are changed, added, renamed or deleted", async () => {
    project = await Project.of({
      ".error-codes.yaml": configuration(),
      "errors/a.yaml": catalog("  - code: Acme.OutOfPaper\n    summary: The tray is empty.\n"),
    });
    const open = await project.open("src/a.ts", "typescript", 'if (err.code === "Acme.OutOf|Paper") {}');
    assert.match(
      await hovered(open),
      /\*\*acme\*\*[\s\S]*The tray is empty\\?\.[\s\S]*\[errors\/a\.yaml\]\(file:.*#L4\)/,
    );
    await project.change({
      "errors/a.yaml": catalog("  - code: Acme.OutOfPaper\n    summary: { zh-CN: 缺纸。 }\n"),
    });
    assert.match(await hovered(open), /缺纸/);
    await project.change({
      "errors/a.yaml": undefined,
      "errors/deep.yaml": catalog("  - code: Acme.OutOfPaper\n    summary: Renamed.\n"),
    });
    assert.match(await hovered(open), /Renamed/);
    await project.change({ "errors/deep.yaml": undefined });
    assert.equal(await hovered(open), "");
    await project.change({
      "docs/codes.md":
        "# Errors\n\n| Error code | HTTP status | Description |\n|---|---|---|\n| Acme.OutOfPaper | 503 | No paper is left. |\n| Acme.Jammed | 500 | The paper is jammed. |\n",
    });
    assert.match(
      await hovered(open),
      /HTTP 503[\s\S]*No paper is left[\s\S]*\[docs\/codes\.md\]\(file:.*#L5\)/,
    );
  });

  it("can be the source code that declares the codes, which is code all the same", async () => {
    const errors = (message: string) =>
      `export const errors = {\n  jam: { code: "Acme.PaperJam", status: 503, message: "${message}" },\n};\n`;
    project = await Project.of({
      ".error-codes.yaml": "catalogs: [{ path: src/errors.ts, provider: acme, complete: true }]\n",
      "src/errors.ts": errors("The paper is jammed."),
    });
    const open = await project.open("src/a.ts", "typescript", 'if (err.code === "Acme.Paper|Jam") {}');
    assert.match(
      await hovered(open),
      /HTTP 503[\s\S]*The paper is jammed[\s\S]*\[src\/errors\.ts\]\(file:.*#L2\)/,
    );
    await project.change({ "src/errors.ts": errors("Open the tray.") });
    assert.match(await hovered(open), /Open the tray/);
    const source = await project.open(
      "src/errors.ts",
      "typescript",
      `${errors("Open the tray.")}if (err.code === "Acme.PaperJan") {}\n`,
    );
    assert.deepEqual(
      (await source.diagnose()).map(({ code }) => code),
      ["unknown-code"],
    );
  });

  it("extends the built-in entry of a code, and overrides it", async () => {
    project = await Project.of({
      ".error-codes.yaml": "catalogs: [{ path: own.yaml }]\n",
      "own.yaml":
        "version: 1\nprovider: tencent-cloud\nentries:\n  - code: AuthFailure.SignatureExpire\n    fix: Ask the team of the gateway.\n",
    });
    const open = await project.open(
      "a.ts",
      "typescript",
      'if (err.code === "AuthFailure.Signature|Expire") {}',
    );
    const text = await hovered(open);
    assert.match(text, /Tencent Cloud[\s\S]*HTTP|Tencent Cloud[\s\S]*Ask the team of the gateway/);
    assert.match(text, /Ask the team of the gateway\\?\.[\s\S]*own\.yaml/);
    assert.equal(text.match(/\*\*Tencent Cloud\*\*/g)?.length, 1);
  });

  it("offers its codes first if its provider is configured", async () => {
    project = await Project.of({
      ".error-codes.yaml": `providers: [acme]\n${configuration()}`,
      "errors/a.yaml": catalog("  - code: Acme.OutOfPaper\n"),
    });
    const open = await project.open("a.go", "go", 'package a\nfunc f() { if err.Code == "|" {} }');
    const [first] = (await open.complete()).toSorted((a, b) =>
      (a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1,
    );
    assert.equal(first?.label, "Acme.OutOfPaper");
  });

  it("keeps its last valid entries while it is invalid, and reports the location of the problem", async () => {
    project = await Project.of({
      ".error-codes.yaml": configuration(),
      "errors/a.yaml": catalog("  - code: Acme.OutOfPaper\n"),
      "errors/b.yaml": catalog("  - code: Acme.Jammed\n"),
    });
    const paper = await project.open("a.ts", "typescript", 'if (err.code === "Acme.OutOf|Paper") {}');
    const jam = await project.open("b.ts", "typescript", 'if (err.code === "Acme.Jam|med") {}');
    assert.match(await hovered(paper), /OutOfPaper/);
    const broken = catalog("  - summary: What?\n");
    await project.change({ "errors/a.yaml": broken });
    assert.match(await hovered(paper), /OutOfPaper/);
    assert.match(await hovered(jam), /Jammed/);
    const uri = project.uri("errors/a.yaml");
    const { client } = project;
    await client.waitUntil("the problem is published", () => client.publishedFor(uri)?.length === 1);
    const open = await project.open("errors/a.yaml", "yaml", broken);
    const [problem] = await open.diagnose();
    assert.equal(problem?.range.start.line, 3);
    assert.match(String(problem?.message), /entries\.0\.code: This key is missing\./);
    await client.waitUntil(
      "the problem is left to the diagnostics of the open document",
      () => client.publishedFor(uri)?.length === 0,
    );
  });

  it("is reported if it has no provider", async () => {
    project = await Project.of({
      ".error-codes.yaml": "catalogs: [{ path: a.md }, { path: b.yaml }]\n",
      "a.md": "x",
      "b.yaml": "version: 1\nentries: [{ code: A.B }]\n",
    });
    const document = await project.open("a.md", "markdown", "x");
    assert.deepEqual(await messages(document), [
      "undefined: The configuration names no provider for this document.",
    ]);
    const file = await project.open("b.yaml", "yaml", "version: 1\nentries: [{ code: A.B }]\n");
    assert.match((await messages(file))[0] ?? "", /neither it nor the configuration names their provider/);
  });

  it("is not checked for misspelled codes itself", async () => {
    const own = catalog("  - code: AuthFailure.SignatureExpired\n");
    project = await Project.of({ ".error-codes.yaml": configuration(), "errors/a.yaml": own });
    const open = await project.open("errors/a.yaml", "yaml", own);
    assert.deepEqual(await messages(open), []);
  });

  it("is watched in the folder to which its configuration refers", async () => {
    project = await Project.of({
      "sub/.error-codes.yaml": "catalogs: [{ path: ../errors/*.yaml, provider: acme }]\n",
      "errors/a.yaml": catalog("  - code: Acme.OutOfPaper\n"),
    });
    const { client } = project;
    const open = await project.open("sub/a.ts", "typescript", 'if (err.code === "Acme.OutOf|Paper") {}');
    assert.match(await hovered(open), /OutOfPaper/);
    const patterns = () =>
      client.registered
        .filter(({ method }) => method === "workspace/didChangeWatchedFiles")
        .flatMap(({ registerOptions }) => registerOptions.watchers)
        .map(({ globPattern }) => globPattern);
    await client.waitUntil("the catalogs are watched", () => patterns().length > 1);
    assert.deepEqual(patterns().at(-1), {
      baseUri: project.uri("").replace(/\/$/, ""),
      pattern: "errors/*.yaml",
    });
  });
});
