import assert from "node:assert/strict";
import { type StatusResult, statusRequest, type WhyResult, whyRequest } from "../../server/protocol.ts";
import type { Open } from "./open.ts";
import { Project } from "./project.ts";

describe("what is known of a document", () => {
  let project: Project;
  afterEach(() => project.end());

  const statusOf = (open: Open) =>
    project.client.connection.sendRequest<StatusResult | null>(statusRequest, { uri: open.document.uri });

  /** Why something is shown at the cursor: the steps, each as `✓ title` with its lines. */
  async function why(open: Open): Promise<Record<string, string>> {
    const text = await project.client.connection.sendRequest<WhyResult>(whyRequest, {
      uri: open.document.uri,
      position: open.cursor,
    });
    const sections = (text ?? "").split("\n\n## ").slice(1);
    return Object.fromEntries(
      sections.map((one) => {
        const [title = "", ...lines] = one.split("\n\n");
        return [title, lines.join("\n")];
      }),
    );
  }

  it("names the providers and what tells them, in the reader's language", async () => {
    project = await Project.of({}, { locale: "zh-cn" });
    const open = await project.open(
      "a.ts",
      "typescript",
      'import a from "tencentcloud-sdk-nodejs";\nif (e.code === "InternalError") {}',
    );
    const status = await statusOf(open);
    assert.deepEqual(status?.providers[0], {
      id: "tencent-cloud",
      name: "腾讯云",
      reason: "导入了 tencentcloud-sdk-nodejs",
    });
    assert.equal(status.codes, 1);
    assert.ok(status.known > 2000);
    assert.equal(status.configuration, null);
  });

  it("explains a misspelled code step by step", async () => {
    project = await Project.of({ ".error-codes.yaml": "providers: tencent-cloud\n" });
    const open = await project.open(
      "a.ts",
      "typescript",
      'if (err.code === "AuthFailure.Signature|Expired") {}',
    );
    const steps = await why(open);
    assert.deepEqual(Object.keys(steps), [
      "✓ The file",
      "✓ The string",
      "✓ Evidence",
      "✗ The catalog",
      "✓ The provider",
      "✗ Hover",
      "✓ Findings",
    ]);
    assert.match(
      steps["✓ The file"] ?? "",
      /read as TypeScript[\s\S]*governed by `file:.*error-codes\.yaml`/,
    );
    assert.match(steps["✓ Evidence"] ?? "", /compared with `err\.code`: that tells an error code/);
    assert.match(steps["✗ The catalog"] ?? "", /nearest code is `AuthFailure\.SignatureExpire`/);
    assert.match(steps["✓ The provider"] ?? "", /Tencent Cloud: named in `\.error-codes\.yaml`/);
    assert.match(steps["✓ Findings"] ?? "", /misspelled\\?-code \(warning\)/);
  });

  it("explains in Chinese under Chinese names", async () => {
    project = await Project.of({ ".error-codes.yaml": "providers: tencent-cloud\n" }, { locale: "zh-cn" });
    const open = await project.open(
      "a.ts",
      "typescript",
      'if (err.code === "AuthFailure.Signature|Expire") {}',
    );
    const steps = await why(open);
    assert.match(steps["✓ 依据"] ?? "", /它与 `err\.code` 比较，表明是错误码。/);
    assert.match(steps["✓ 目录"] ?? "", /是腾讯云的错误码。/);
    assert.match(steps["✓ 厂商"] ?? "", /^.*腾讯云：`\.error-codes\.yaml` 的 providers 中列出/m);
    assert.doesNotMatch(Object.values(steps).join("\n"), /Tencent Cloud/);
  });

  const silences: [why: string, text: string, step: string, says: RegExp][] = [
    ["no string", "const a = |1;", "✗ The string", /no constant string/],
    ["a sentence", 'if (err.code === "not| found") {}', "✗ Evidence", /one word of letters/],
    ["a name of the system", 'if (err.code === "ECONN|RESET") {}', "✗ Evidence", /operating system/],
    [
      "another kind of code",
      'if (countryCode === "NotFou|nd") {}',
      "✗ Evidence",
      /`countryCode`: that does not tell/,
    ],
    [
      "no relation",
      'const a = ["x", "AuthFailure.Signature|Expired"]; f(a);',
      "✗ Findings",
      /without evidence/,
    ],
  ];
  for (const [what, text, step, says] of silences) {
    it(`says what keeps it silent: ${what}`, async () => {
      project = await Project.of({});
      const open = await project.open("a.ts", "typescript", text);
      assert.match((await why(open))[step] ?? "", says);
    });
  }

  it("says that settings or configuration silence it", async () => {
    project = await Project.of({ ".error-codes.yaml": "ignore:\n  codes: AuthFailure.*\n" });
    const text = 'if (err.code === "AuthFailure.Signature|Expired") {}';
    const open = await project.open("a.ts", "typescript", text);
    assert.match((await why(open))["✗ Findings"] ?? "", /configuration ignores this code/);
    await project.end();
    project = await Project.of({}, { initializationOptions: { settings: { enable: false } } });
    const off = await project.open("a.ts", "typescript", text);
    assert.match((await why(off))["✗ Findings"] ?? "", /errorCodes\.enable/);
  });
});
