import assert from "node:assert/strict";
import { Project } from "../harness/test-project.ts";

const aliImport = 'import "github.com/aliyun/alibaba-cloud-sdk-go/sdk/errors"';
const tencentImport = 'import tcerr "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/errors"';

/** Returns the provider that a hover in a Go file names first. */
async function firstProvider(project: Project, path: string, text: string): Promise<string | undefined> {
  const open = await project.open(path, "go", `package a\n${text}`);
  return /\*\*(.+?)\*\*/.exec((await open.hoverTexts())?.text ?? "")?.[1];
}

describe("the provider of a code", () => {
  let project: Project;
  before(async () => {
    project = await Project.of({
      "go/go.mod": "module a\n\nrequire github.com/tencentcloud/tencentcloud-sdk-go v1.0.0\n",
      "go/deep/keep.txt": "",
      "js/package.json": '{"dependencies": {"@alicloud/pop-core": "1"}}',
    });
  });
  after(() => project.end());

  const condition = 'if err.Code == "InvalidPara|meter" {}';
  const cases: [why: string, path: string, text: string, provider: string][] = [
    ["the imports of the file", "a.go", `${aliImport}\nfunc f() { ${condition} }`, "Alibaba Cloud"],
    ["the manifest up the tree", "go/deep/b.go", `func f() { ${condition} }`, "Tencent Cloud"],
    [
      "the imports of the file rather than the manifest",
      "go/c.go",
      `${aliImport}\nfunc f() { ${condition} }`,
      "Alibaba Cloud",
    ],
    ["the folder", "alibaba/d.go", `func f() { ${condition} }`, "Alibaba Cloud"],
    [
      "the function that uses one of two SDKs",
      "e.go",
      `${aliImport}\n${tencentImport}\nfunc ali(e error) { if x, ok := e.(errors.ServerError); ok {} }\nfunc tc(e error) { err := e.(*tcerr.TencentCloudSDKError); ${condition} }`,
      "Tencent Cloud",
    ],
    [
      "the function that uses the other of two SDKs",
      "f.go",
      `${aliImport}\n${tencentImport}\nfunc tc(e error) { err := e.(*tcerr.TencentCloudSDKError) }\nfunc ali(e error) { err := e.(errors.ServerError); ${condition} }`,
      "Alibaba Cloud",
    ],
  ];
  for (const [why, path, text, provider] of cases) {
    it(`is inferred from ${why}`, async () => {
      assert.equal(await firstProvider(project, path, text), provider);
    });
  }

  it("is inferred again when the manifest changes", async () => {
    const text = `func f() { ${condition} }`;
    assert.equal(await firstProvider(project, "go/deep/g.go", text), "Tencent Cloud");
    await project.change({ "go/go.mod": "module a\n\nrequire github.com/aliyun/alibaba-cloud-sdk-go v1\n" });
    assert.equal(await firstProvider(project, "go/deep/h.go", text), "Alibaba Cloud");
  });
});
