import assert from "node:assert/strict";
import { Project } from "../harness/test-project.ts";

const configuration = "catalogs:\n  - path: [a.yaml, b.yaml]\n";
const file = (entries: string, more = "") => `version: 1\nprovider: acme\n${more}entries:\n${entries}`;

describe("the problems of a user catalog", () => {
  let project: Project | undefined;
  afterEach(async () => {
    await project?.end();
    project = undefined;
  });

  /** Returns the problems of `a.yaml` as it is edited: severity, line and character, and message. */
  const problemsOf = async (text: string, others: Record<string, string> = {}, locale = "en") => {
    project = await Project.of(
      { ".error-codes.yaml": configuration, "a.yaml": file("  - code: A\n"), ...others },
      { locale },
    );
    const open = await project.open("a.yaml", "yaml", text);
    return (await open.diagnose()).map(
      ({ severity, range: { start }, message }) => `${severity} ${start.line}:${start.character} ${message}`,
    );
  };

  it("include a code that is listed twice", async () => {
    const text = file(
      "  - code: Acme.Closed\n  - code: Acme.Open\n  - code: Acme.Closed\n    httpStatus: 409\n",
    );
    assert.deepEqual(await problemsOf(text), [
      "2 5:10 This code is listed already, on line 4. The two entries are merged.",
    ]);
    await project?.end();
    assert.deepEqual(await problemsOf(text, {}, "zh-cn"), ["2 5:10 第 4 行已有此错误码，两个条目将合并。"]);
  });

  it("do not include a code that another file lists, or that is another's in its letters' case", async () => {
    const text = file("  - code: Acme.Closed\n  - code: Acme.closed\n");
    assert.deepEqual(await problemsOf(text, { "b.yaml": file("  - code: Acme.Closed\n") }), []);
  });

  it("include a concept that does not exist, with the nearest one", async () => {
    const text = file("  - code: A\n    concept: signature-expird\n  - code: B\n    concept: xqzvwkj-abc\n");
    assert.deepEqual(await problemsOf(text), [
      "2 4:13 There is no concept 'signature-expird'. Did you mean 'signature-expired'?",
      "2 6:13 There is no concept 'xqzvwkj-abc'.",
    ]);
    await project?.end();
    assert.deepEqual(await problemsOf(text, {}, "zh-cn"), [
      "2 4:13 没有概念“signature-expird”。是否应为“signature-expired”？",
      "2 6:13 没有概念“xqzvwkj-abc”。",
    ]);
  });

  it("do not include concepts of the catalog, of the file itself or of another one", async () => {
    const concept = (id: string) =>
      `concepts:\n  - { id: ${id}, name: N, kind: quota, retry: "no", cause: C, fix: F }\n`;
    const text = file(
      "  - code: A\n    concept: signature-expired\n  - code: B\n    concept: own\n  - code: C\n    concept: other\n",
      concept("own"),
    );
    assert.deepEqual(await problemsOf(text, { "b.yaml": `version: 1\n${concept("other")}` }), []);
  });

  it("include a replacement of a withdrawn code that the provider does not have", async () => {
    const text = file(
      "  - code: A\n    deprecated: { use: Acme.None }\n  - code: B\n    deprecated: { use: A }\n  - code: C\n    deprecated: { use: Elsewhere }\n  - code: D\n    deprecated: true\n",
    );
    assert.deepEqual(await problemsOf(text, { "b.yaml": file("  - code: Elsewhere\n") }), [
      "2 4:23 The catalog has no code 'Acme.None' of this provider.",
    ]);
    await project?.end();
    assert.deepEqual(await problemsOf(text, { "b.yaml": file("  - code: Elsewhere\n") }, "zh-cn"), [
      "2 4:23 目录中没有该厂商的错误码“Acme.None”。",
    ]);
  });

  it("do not include official codes that have no entry", async () => {
    const text =
      "version: 1\nprovider: tencent-cloud\nentries:\n  - code: Mine\n    deprecated: { use: AuthFailure.SignatureExpire }\n";
    assert.deepEqual(await problemsOf(text), []);
  });

  it("are told of files that are not open as well", async () => {
    project = await Project.of({
      ".error-codes.yaml": configuration,
      "a.yaml": file("  - code: A\n  - code: A\n    concept: xqzvwkj-abc\n"),
      "b.yaml": file("  - code: B\n"),
    });
    const uri = project.uri("a.yaml");
    await project.open("x.ts", "typescript", "");
    await (await project.open("y.ts", "typescript", 'if (e.code === "A|") {}')).hoverTexts();
    await project.client.waitUntil("problems", () => project?.client.publishedFor(uri)?.length === 2);
  });
});
